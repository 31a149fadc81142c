import { CHART_TYPES } from '@datakube/contract';
import elements from 'virtual:datakube-elements';
import type { InputType } from 'storybook/internal/types';
import type { ElementDoc, Named, PropertyDoc } from './element-doc.ts';

/** What the doc comment of an element says; undefined where there is no such element. */
export function elementDoc(tagName: string): ElementDoc | undefined {
  return elements.find((element) => element.tagName === tagName);
}

/** A row for everything that an element has, and a control for what can be set by hand. */
export function argTypesOf(tagName: string): Record<string, InputType> {
  const element = elementDoc(tagName);
  if (!element) return {};
  const rows = (category: string, things: readonly Named[]): [string, InputType][] =>
    things.map((thing) => [thing.name || '(default)', fixed(thing, category)]);
  return Object.fromEntries([
    ...rows('methods', element.methods),
    ...rows('events', element.events),
    ...rows('slots', element.slots),
    ...rows('parts', element.parts),
    ...rows('custom properties', element.cssProperties),
    ...element.properties.map((property) => [property.name, settable(property)] as const),
  ]);
}

function fixed({ name, description }: Named, category: string): InputType {
  return { name: name || '(default)', description, control: false, table: { category } };
}

function settable({ name, description, type, usual, attribute }: PropertyDoc): InputType {
  const said = attribute ? `${description}\n\nAttribute: \`${attribute}\`` : description;
  return {
    name,
    description: said,
    ...controlOf(type),
    table: { category: 'properties', type: { summary: type }, defaultValue: { summary: usual } },
  };
}

/** What is written by hand is given a control; what only a program has is shown. */
function controlOf(type: string): Pick<InputType, 'control' | 'options' | 'type'> {
  const words = optionsOf(type);
  if (words.length > 0) return { control: { type: 'select' }, options: words };
  switch (type.replace(/ \| (?:null|undefined)$/, '')) {
    case 'boolean':
      return { control: { type: 'boolean' }, type: { name: 'boolean' } };
    case 'number':
      return { control: { type: 'number' }, type: { name: 'number' } };
    case 'string':
      return { control: { type: 'text' }, type: { name: 'string' } };
    default:
      return { control: /=>|GetToken|CellSet|Cube|Date/.test(type) ? false : { type: 'object' } };
  }
}

/** The words of a union: `'a' | 'b'`, or one of the contract's. Empty where it is something else. */
function optionsOf(type: string): readonly string[] {
  const known: Readonly<Record<string, readonly string[]>> = {
    ChartType: CHART_TYPES,
    ChartChoice: ['fitting', ...CHART_TYPES],
    Labels: ['name', 'code', 'both'],
  };
  const words = type
    .split(' | ')
    .map((part) => known[part] ?? (/^'.*'$/.test(part) ? [part.slice(1, -1)] : []));
  return words.every((part) => part.length > 0) ? words.flat() : [];
}
