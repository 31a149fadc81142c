import type { Capabilities, CellSet, Language } from '@datakube/contract';
import type { Answer } from '../../controllers/query-controller.ts';
import { formatNumber } from '../../localisation/format.ts';
import { fill } from '../../localisation/texts.ts';
import type { Estimate, ExplorerState } from '../../state/index.ts';
import { groups, item, remark, type Item } from '../menus/menu-scene.ts';
import type { OpenMenu } from '../menus/open-menu.ts';
import { sizeWords } from '../size-words.ts';
import { texts } from './download.texts.ts';
import { PICTURES } from './picture.ts';
import { fileOffers, type Excess, type FileOffer } from './file-offer.ts';

/** What is shown, and what the environment makes of it. */
export interface Downloadable {
  readonly state: ExplorerState;
  readonly capabilities: Pick<Capabilities, 'formats' | 'limits'>;
  /** What is shown; null while it is not here. */
  readonly answer: Pick<Answer, 'cells'> | null;
  /** How large the table will be, where there is no answer yet. */
  readonly estimate: Estimate;
  /** True where a chart is shown that can be saved as a picture. */
  readonly pictures: boolean;
}

/** Every file with what it is for, and why it cannot be had where it cannot. */
export function downloadMenu(
  { state, capabilities, answer, estimate, pictures }: Downloadable,
  language: Language,
): OpenMenu {
  const text = texts[language];
  const size = answer ? sizeOf(answer.cells) : estimate;
  const heads = { rows: state.rows.length, columns: state.columns.length };
  const offers = fileOffers(capabilities.formats, size, capabilities.limits.cells, heads);
  return {
    label: text.title,
    items: groups(
      pictures
        ? PICTURES.map((picture) => ({
            ...item(text[picture], { kind: 'picture', picture }),
            hint: text[`${picture}For`],
          }))
        : [],
      ...(offers.length === 0
        ? [[remark(text.none)]]
        : offers.map((group, at) => [
            ...(at === 0 ? [remark(fill(text.whole, { size: sizeWords(size, language) }))] : []),
            ...group.map((offer) => fileItem(offer, language)),
          ])),
    ),
  };
}

function sizeOf({ rows, columns, measures }: CellSet): Estimate {
  const cells = rows.length * columns.length * measures.size;
  return { rows: rows.length, columns: columns.length, cells, exact: true };
}

function fileItem({ format, cells, excess }: FileOffer, language: Language): Item {
  const text = texts[language];
  const name = text[format];
  const limit = cells === null ? '' : ` ${fill(text.limit, { limit: formatNumber(cells, language) })}`;
  return {
    ...item(name, { kind: 'download', format }),
    ...(excess
      ? { disabled: true, hint: excessWords(name, excess, language) }
      : { hint: limit === '' ? text[`${format}For`] : `${text[`${format}For`]}.${limit}` }),
  };
}

const EXCESS = { cells: 'tooManyCells', rows: 'tooManyRows', columns: 'tooManyColumns' } as const;

function excessWords(name: string, { of, size, limit }: Excess, language: Language): string {
  return fill(texts[language][EXCESS[of]], {
    name,
    limit: formatNumber(limit, language),
    size: formatNumber(size, language),
  });
}
