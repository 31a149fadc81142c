import { FLAGS, type Flag } from '@datakube/contract';
import { html, type TemplateResult } from 'lit';
import { fill } from '../../localisation/texts.ts';
import { entryOf } from '../../pivot/axis.ts';
import type { AxisLayout } from '../../pivot/layout.ts';
import type { AnnotationSubject } from '../late-annotations.ts';
import type { AnnotateTexts } from './annotate.texts.ts';
import { writtenUnit } from './header-notes.ts';
import { notAdditive } from './not-additive.ts';

/** The marks of flags, units and measures that do not add up: those that occur in the table, and no others. */
export function explanations(
  { layout, info }: AnnotationSubject,
  texts: AnnotateTexts,
  unreliable: boolean,
): TemplateResult[] {
  const shown = new Set<Flag>([...flagsOf(layout.rows), ...flagsOf(layout.columns)]);
  if (unreliable) shown.add('unreliable');
  const marks = FLAGS.filter((flag) => shown.has(flag)).map(
    (flag) => html`<li>${texts[`${flag}Mark`]} ${texts[`${flag}Legend`]}</li>`,
  );
  for (const id of layout.measures) {
    const measure = info.measureName(id);
    const unit = writtenUnit(info.unit(id), measure);
    // Where there are several measures, each has a header of its own, with the unit in it.
    if (unit && layout.measures.length === 1)
      marks.push(html`<li>${fill(texts.unit, { measure, unit })}</li>`);
    const over = notAdditive(layout, info, id);
    if (!over) continue;
    const names = over.map((dimension) => lowerFirst(info.dimensionName(dimension)));
    const dimensions =
      names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${texts.and}${names.at(-1)!}`;
    const adds = (info.additiveOver(id) ?? []).length > 0;
    const legend = fill(adds ? texts.notAdditiveOver : texts.notAdditiveLegend, { measure, dimensions });
    marks.push(html`<li>${texts.notAdditiveMark} ${legend}</li>`);
  }
  return marks;
}

function flagsOf({ axis, order }: AxisLayout): Set<Flag> {
  const flags = new Set<Flag>();
  axis.dimensions.forEach(({ nodeOf }, d) => {
    for (const tuple of order)
      for (const flag of entryOf(axis, d, nodeOf[tuple]!).flags ?? []) flags.add(flag);
  });
  return flags;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
