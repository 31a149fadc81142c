import { html, type TemplateResult } from 'lit';
import { fill } from '../../localisation/texts.ts';
import { cellIndex } from '../../pivot/cell.ts';
import type { Shading } from '../../pivot/shading.ts';
import type { CellAnnotations } from '../annotations.ts';
import type { CellSlot } from '../cell-painter.ts';
import type { AnnotationSubject } from '../late-annotations.ts';
import { tableWords } from '../table-words.ts';
import type { AnnotateTexts } from './annotate.texts.ts';
import type { Bar, BarScale, HeatScale } from '../../pivot/shade-scale.ts';
import { barsOf, heatOf } from './shade-scales.ts';
import { shadeStyles } from './shade.styles.ts';
import { comparable } from './shaded-places.ts';

/** Steps of the colour scale. */
const STEPS = 5;

/** How the numbers of one measure are shaded. */
interface Shader {
  readonly shade: (cell: CellSlot, value: number) => void;
  readonly legend: TemplateResult;
}

/** Shades of the numbers that show. What is hidden or missing has none, and no part in the scale. */
export function shade(
  subject: AnnotationSubject,
  texts: AnnotateTexts,
): { paint: CellAnnotations['paint']; styles: readonly CSSStyleSheet[]; legend: readonly TemplateResult[] } {
  const { layout, shading } = subject;
  const rows = comparable(layout.rows);
  const positions = comparable(layout.columns);
  const shaders = layout.measures.map((measure, m) => {
    const kind = shading[measure];
    return kind ? shaderOf(kind, m, rows, positions, subject, texts) : null;
  });
  return {
    paint({ layout }, cells, row, { first, end }, { window, measure }) {
      for (let column = first; column < end; column++) {
        const cell = cells[column - window.first]!;
        const m = measure[column - window.first]!;
        const position = (column / layout.measures.length) | 0;
        const value = layout.measureColumns[m]!.value[cellIndex(layout, row, column)]!;
        const shader = rows[row] && positions[position] && !Number.isNaN(value) ? shaders[m] : null;
        if (shader) shader.shade(cell, value);
        else if (cell.element.dataset['shade']) clear(cell);
      }
    },
    styles: [shadeStyles.styleSheet!],
    legend: shaders.flatMap((shader) => (shader ? [shader.legend] : [])),
  };
}

function clear({ element }: CellSlot): void {
  delete element.dataset['shade'];
  element.removeAttribute('style');
}

function shaderOf(
  kind: Shading,
  m: number,
  rows: Uint8Array,
  positions: Uint8Array,
  { layout, info, texts: tableTexts, language }: AnnotationSubject,
  texts: AnnotateTexts,
): Shader | null {
  const { formats } = tableWords(layout.measures, info, tableTexts, language);
  const write = (value: number): string => formats[m]!.format(value);
  const measure = info.measureName(layout.measures[m]!);
  switch (kind) {
    case 'heat':
      return heat(heatOf(layout, m, rows, positions), measure, write, texts);
    case 'bars':
      return bars(barsOf(layout, m, rows, positions), measure, write, texts);
  }
}

function heat(
  scale: HeatScale | null,
  measure: string,
  write: (value: number) => string,
  texts: AnnotateTexts,
): Shader | null {
  if (!scale) return null;
  // Few classes are spread over the steps of the scale, so that the least is always light and the most dark.
  const last = scale.classes.length - 1;
  const step = (at: number): string => String(last === 0 ? 3 : 1 + Math.round((at * (STEPS - 1)) / last));
  const range = ({ least, most }: { least: number; most: number }): string =>
    least === most ? write(least) : fill(texts.heatRange, { least: write(least), most: write(most) });
  return {
    shade({ element }, value) {
      const next = step(scale.classOf(value));
      if (element.dataset['shade'] !== next) element.dataset['shade'] = next;
    },
    legend: html`<li class="heat">
      ${fill(texts.heatLegend, { measure })}
      ${scale.classes.map(
        (each, at) => html`<span><i class="swatch" data-shade=${step(at)}></i>${range(each)}</span>`,
      )}
    </li>`,
  };
}

function bars(
  barOf: BarScale | null,
  measure: string,
  write: (value: number) => string,
  texts: AnnotateTexts,
): Shader | null {
  if (!barOf) return null;
  const [least, most] = [write(barOf.least), write(barOf.most)];
  return {
    shade({ element }, value) {
      element.dataset['shade'] = 'bar';
      placeBar(element, barOf(value));
    },
    legend: html`<li>
      <i class="swatch" data-shade="bar" style="--_at: 0%; --_long: 60%"></i>
      ${fill(barOf.least < 0 ? texts.barsBothWays : texts.barsLegend, { measure, least, most })}
    </li>`,
  };
}

/** The place of a background is reckoned from the room that is left beside it. */
function placeBar(element: HTMLElement, { start, length }: Bar): void {
  const at = length >= 1 ? 0 : start / (1 - length);
  element.style.setProperty('--_at', `${(at * 100).toFixed(2)}%`);
  element.style.setProperty('--_long', `${(length * 100).toFixed(2)}%`);
}
