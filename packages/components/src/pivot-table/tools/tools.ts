import { ExpandChangeEvent } from '../../events/expand-change-event.ts';
import { TableRequestEvent, type TableRequest } from '../../events/table-request-event.ts';
import '../../menu/define.ts';
import type { MenuItem } from '../../menu/menu-item.ts';
import { copyNow } from '../copying.ts';
import { openGoTo } from './go-to.ts';
import { openKeyHelp } from './key-help.ts';
import { sceneOf, type Act, type Choice, type Scene } from './menu-items.ts';
import { tableMenu } from './table-menu.ts';
import type { Tool, ToolHost } from './tool-host.ts';

/** How much wider or narrower a column gets by one choice, in pixels. */
const STEP = 24;

/** Opens something over a table. Loads when a reader first asks. */
export function openTool(host: ToolHost, tool: Tool): void {
  switch (tool.kind) {
    case 'menu': {
      const scene = sceneOf(host);
      const { label, items } = tableMenu(scene);
      return openMenu(scene, tool.beside, label, items);
    }
    case 'go-to':
      return openGoTo(host, tool.typed);
    case 'help':
      return openKeyHelp(host);
  }
}

function openMenu(
  scene: Scene,
  beside: DOMRect | null,
  label: string,
  items: readonly MenuItem<Choice>[],
): void {
  const { host } = scene;
  const menu = host.place.querySelector('datakube-menu') ?? document.createElement('datakube-menu');
  menu.lang = host.language;
  if (!menu.isConnected) host.place.append(menu);
  const anchor = {
    get isConnected() {
      return host.place.isConnected;
    },
    getBoundingClientRect: () => beside ?? host.view.element.getBoundingClientRect(),
    focus: () => host.view.focus(),
  };
  void menu.open(anchor, label, items, ({ act }) => run(scene, act, beside));
}

function run(scene: Scene, act: Act, beside: DOMRect | null): void {
  const { host } = scene;
  switch (act.kind) {
    case 'sort':
      return host.actions.sort(act.sort);
    case 'fold':
      return host.actions.fold(act.fold);
    case 'collapse':
      return collapse(host, act);
    case 'select':
      return host.input.selectWhole(act.what);
    case 'copy':
      return void copyNow(host, act.form);
    case 'resize':
      return resize(host, act.how);
    case 'request':
      return ask(host, act.request);
    case 'explain':
      return host.explain(host.view.element);
    case 'menu':
      return openMenu(scene, beside, act.label, act.items);
    case 'go-to':
    case 'help':
      // The key that chose it is not yet let go of, and would be taken for an answer.
      setTimeout(() => openTool(host, act.kind === 'help' ? { kind: 'help' } : { kind: 'go-to', typed: '' }));
  }
}

function collapse(
  { table }: ToolHost,
  { key, expanded, collapsed }: Extract<Act, { kind: 'collapse' }>,
): void {
  table.collapsed = collapsed;
  table.dispatchEvent(new ExpandChangeEvent(key, expanded, collapsed));
}

function resize({ table, view }: ToolHost, how: 'wider' | 'narrower' | 'fit'): void {
  const { column } = view.active;
  if (how === 'fit') table.fitColumn(column);
  else table.resizeColumn(column, how === 'wider' ? STEP : -STEP);
}

/** How the numbers look is done at once, and told all the same. */
function ask({ table }: ToolHost, request: TableRequest): void {
  if (request.kind === 'decimals')
    table.decimals = { ...table.decimals, [request.measure]: request.decimals };
  if (request.kind === 'shading') {
    const { [request.measure]: _, ...others } = table.shading;
    table.shading = request.shading === null ? others : { ...others, [request.measure]: request.shading };
  }
  table.dispatchEvent(new TableRequestEvent(request));
}
