import { CellSetAnswer, type MembersFilter, type Query } from '@datakube/contract';
import type { Evidence } from '../evidence.ts';
import { cellName, TOTAL } from '../knowledge.ts';

/** Tables over which persons add up: one dimension down, and every place of the others that is published. */
export interface Down {
  readonly down: 'place' | 'age';
  readonly filters: readonly MembersFilter[];
  /** The cell of a member of the dimension, or of its total. */
  readonly cellOf: (code: string) => string;
}

/** One dimension down, and every combination of the others. */
export function tablesDown({ ofWhole }: Evidence): Down[] {
  const all = (dimension: string): string[] => [...ofWhole.children.get(dimension)!.values()].flat();
  const years = ofWhole.children.get('time')!.get(TOTAL)!;
  return (['place', 'age'] as const).flatMap((down) => {
    const beside = down === 'place' ? 'age' : 'place';
    return [TOTAL, ...all(beside)].flatMap((other) =>
      [TOTAL, ...all('sex')].flatMap((sex) =>
        years.map((time): Down => {
          const at: Record<string, string> = { [beside]: other, sex, time };
          const fixed = Object.entries(at).filter(([, code]) => code !== TOTAL);
          return {
            down,
            filters: fixed.map(([dimension, code]) => ({ dimension, members: [code] })),
            cellOf: (code) =>
              cellName(ofWhole.dimensions.map((id) => (id === down ? code : (at[id] ?? TOTAL)))),
          };
        }),
      ),
    );
  });
}

/** An answer from the whole cube. */
export async function answerTo({ anonymous, whole }: Evidence, query: Query): Promise<CellSetAnswer> {
  const response = await anonymous(`/v1/cubes/${whole}/query`, query);
  if (!response.ok) throw new Error(`A table was refused: ${await response.text()}`);
  return CellSetAnswer.parse(await response.json());
}
