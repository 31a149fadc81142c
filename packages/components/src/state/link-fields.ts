import type { Cube } from '@datakube/contract';
import { canKeep, depthOf } from './cube-shape.ts';
import type { AxisField, FilterField, Kept, Top } from './explorer-state.ts';
import { CONTRACT, isMemberCode } from './query-limits.ts';

/** The fields of an axis: `time:year,residence:region/1081`. */
export function writtenAxis(fields: readonly AxisField[], measures: readonly string[]): string {
  return fields
    .map(({ dimension, level, parents, open, finest, top }) =>
      [
        `${dimension}:${level}`,
        finest === undefined ? '' : `~${finest}`,
        parents ? '*' : '',
        top ? writtenTop(top, measures) : '',
        ...open.map((member) => `/${member}`),
      ].join(''),
    )
    .join(',');
}

/** `!10` by the first measure, `!10!contacts` by another, `!10!!others` with the rest. */
function writtenTop({ count, by, others }: Top, measures: readonly string[]): string {
  const parts = [String(count), by === measures[0] ? '' : by, others ? 'others' : ''];
  return `!${parts.join('!')}`.replace(/!+$/, '');
}

const FIELD = /^([^:~*!/]+):([^:~*!/]+)(?:~([^~*!/]+))?(\*)?(?:!([^/]*))?(?:\/(.*))?$/;

/** Reads the fields of an axis. What the cube does not have is left out, and so is what stands there twice. */
export function axisFrom(text: string, cube: Cube, measures: readonly string[]): readonly AxisField[] {
  const seen = new Set<string>();
  return text
    .split(',')
    .flatMap((part): AxisField[] => {
      const [, dimension = '', level = '', finest, parents, top, open = ''] = FIELD.exec(part) ?? [];
      if (seen.has(dimension) || depthOf(cube, dimension, level) === 0) return [];
      seen.add(dimension);
      const members = [...new Set(open.split('/'))].filter(isMemberCode);
      const field = {
        dimension,
        level,
        parents: parents !== undefined,
        open: members,
        top: top === undefined ? null : topFrom(top, measures),
      };
      return [finest === undefined ? field : { ...field, finest }];
    })
    .slice(0, CONTRACT.onAxis);
}

function topFrom(text: string, measures: readonly string[]): Top | null {
  const [number = '', by = '', others] = text.split('!');
  const count = Number(number);
  if (!/^\d+$/.test(number) || count < 1 || count > CONTRACT.top) return null;
  return { count, by: by === '' ? (measures[0] ?? '') : by, others: others === 'others' };
}

/** The filters: `sex:sex:K;time:quarter:latest*8`. */
export function writtenFilters(filters: readonly FilterField[]): string {
  return filters.map(({ dimension, level, keep }) => `${dimension}:${level}:${writtenKept(keep)}`).join(';');
}

function writtenKept(keep: Kept): string {
  switch (keep.kind) {
    case 'members':
      return keep.members.join(',');
    case 'latest':
      return `latest*${keep.count}`;
    case 'range':
      return `${keep.from ?? ''}~${keep.to ?? ''}`;
  }
}

/** Reads filters. What the cube does not have is left out. */
export function filtersFrom(text: string, cube: Cube): readonly FilterField[] {
  const seen = new Set<string>();
  return text
    .split(';')
    .flatMap((part): FilterField[] => {
      const [dimension = '', level = '', kept = ''] = part.split(':');
      const keep = keptFrom(kept);
      if (seen.has(dimension) || !keep || !canKeep(cube, { dimension, level, keep })) return [];
      seen.add(dimension);
      return [{ dimension, level, keep }];
    })
    .slice(0, CONTRACT.filters);
}

function keptFrom(text: string): Kept | null {
  const latest = /^latest\*(\d{1,4})$/.exec(text);
  if (latest) {
    const count = Number(latest[1]);
    return count >= 1 && count <= CONTRACT.latest ? { kind: 'latest', count } : null;
  }
  if (text.includes('~')) {
    const [from = '', to = '', ...more] = text.split('~');
    const sound = more.length === 0 && [from, to].every((code) => code === '' || isMemberCode(code));
    return sound ? { kind: 'range', from: from || null, to: to || null } : null;
  }
  const members = [...new Set(text.split(','))].filter(isMemberCode).slice(0, CONTRACT.members);
  return members.length > 0 ? { kind: 'members', members } : null;
}
