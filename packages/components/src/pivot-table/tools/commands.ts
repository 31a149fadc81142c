/**
 * Everything a reader can do with a table, once: the menus are made of it, the key help lists it, and a test
 * does each of them without a pointer.
 */
export const TABLE_COMMANDS = [
  { id: 'walk', keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] },
  { id: 'row-ends', keys: ['Home', 'End'] },
  { id: 'corners', keys: ['Control+Home', 'Control+End'] },
  { id: 'page', keys: ['PageUp', 'PageDown'] },
  { id: 'go-to', keys: ['Control+g'], menu: true },
  { id: 'find-row', keys: ['A–Å'] },
  { id: 'expand', keys: ['ArrowRight', 'Space'], menu: true },
  { id: 'collapse', keys: ['ArrowLeft', 'Space'], menu: true },
  { id: 'expand-level', menu: true },
  { id: 'collapse-level', menu: true },
  { id: 'extend', keys: ['Shift+ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowLeft', 'Shift+ArrowRight'] },
  { id: 'select-row', keys: ['Shift+Space'], menu: true },
  { id: 'select-column', keys: ['Control+Space'], menu: true },
  { id: 'select-all', keys: ['Control+a'], menu: true },
  { id: 'let-go', keys: ['Escape'] },
  { id: 'copy', keys: ['Control+c'], menu: true },
  { id: 'copy-cells', menu: true },
  { id: 'copy-markdown', menu: true },
  { id: 'menu', keys: ['Enter', 'F2', 'Shift+F10', 'ContextMenu'] },
  { id: 'help', keys: ['?'], menu: true },
  { id: 'why', keys: ['Enter', 'F1'], menu: true },
  { id: 'sort-ascending', menu: true },
  { id: 'sort-descending', menu: true },
  { id: 'sort-plain', menu: true },
  { id: 'top', menu: true },
  { id: 'show-as', menu: true },
  { id: 'keep', menu: true },
  { id: 'leave-out', menu: true },
  { id: 'drill-down', menu: true },
  { id: 'drill-across', menu: true },
  { id: 'drill-up', menu: true },
  { id: 'appearance', menu: true },
  { id: 'shading', menu: true },
  { id: 'decimals-more', menu: true },
  { id: 'decimals-fewer', menu: true },
  { id: 'wider', menu: true },
  { id: 'narrower', menu: true },
  { id: 'fit', menu: true },
  { id: 'about', menu: true },
  { id: 'hide', menu: true },
] as const satisfies readonly {
  readonly id: string;
  readonly keys?: readonly string[];
  /** True where a menu has it. */
  readonly menu?: true;
}[];

export type TableCommandId = (typeof TABLE_COMMANDS)[number]['id'];

/** The keys of a command; none where only a menu has it. */
export function keysOf(id: TableCommandId): readonly string[] {
  const command = TABLE_COMMANDS.find((each) => each.id === id);
  return command && 'keys' in command ? command.keys : [];
}
