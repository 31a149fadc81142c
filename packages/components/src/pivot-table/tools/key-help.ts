import { html, type TemplateResult } from 'lit';
import { TABLE_COMMANDS, type TableCommandId } from './commands.ts';
import { openDialog } from './dialog.ts';
import { writtenKeys } from './menu-items.ts';
import type { ToolHost } from './tool-host.ts';
import { texts, type ToolTexts } from './tools.texts.ts';

type Keyed = Extract<(typeof TABLE_COMMANDS)[number], { keys: readonly string[] }>['id'];

/** The commands that have keys, as the help groups them. */
const GROUPS: Readonly<Record<Keyed, readonly [group: keyof ToolTexts, words: keyof ToolTexts]>> = {
  walk: ['helpMove', 'keyWalk'],
  'row-ends': ['helpMove', 'keyRowEnds'],
  corners: ['helpMove', 'keyCorners'],
  page: ['helpMove', 'keyPage'],
  'go-to': ['helpMove', 'keyGoTo'],
  'find-row': ['helpMove', 'keyFindRow'],
  expand: ['helpFold', 'keyExpand'],
  collapse: ['helpFold', 'keyCollapse'],
  extend: ['helpSelect', 'keyExtend'],
  'select-row': ['helpSelect', 'keySelectRow'],
  'select-column': ['helpSelect', 'keySelectColumn'],
  'select-all': ['helpSelect', 'keySelectAll'],
  'let-go': ['helpSelect', 'keyLetGo'],
  copy: ['helpSelect', 'keyCopy'],
  menu: ['helpMore', 'keyMenu'],
  help: ['helpMore', 'keyHelp'],
  why: ['helpMore', 'keyWhy'],
};

/** Keys that are left out where keys without Ctrl are turned off. */
const SINGLE: readonly TableCommandId[] = ['find-row', 'help'];

/** Opens the list of keys, made of the same list as the menus. */
export function openKeyHelp(host: ToolHost): void {
  const text = texts[host.language];
  openDialog(host, text.helpTitle, text.close, content(host, text));
}

function content({ table: { withoutSingleKeys } }: ToolHost, text: ToolTexts): TemplateResult {
  const known = TABLE_COMMANDS.filter(
    (command): command is Extract<(typeof TABLE_COMMANDS)[number], { keys: readonly string[] }> =>
      'keys' in command && !(withoutSingleKeys && SINGLE.includes(command.id)),
  );
  const groups = [...new Set(known.map(({ id }) => GROUPS[id][0]))];
  const row = (keys: readonly string[], words: string): TemplateResult =>
    html`<dt>${keys.map((key, i) => html`${i > 0 ? ' ' : ''}<kbd>${writtenKeys(key, text)}</kbd>`)}</dt>
      <dd>${words}</dd>`;
  return html`<p>${text.helpIntro}</p>
    ${groups.map(
      (group) =>
        html`<h3>${text[group]}</h3>
          <dl>
            ${known.filter(({ id }) => GROUPS[id][0] === group).map(({ id, keys }) => row(keys, text[GROUPS[id][1]]))}
            ${group === 'helpMove' ? row(['Tab', 'Shift+Tab'], text.keyTab) : ''}
          </dl>`,
    )}`;
}
