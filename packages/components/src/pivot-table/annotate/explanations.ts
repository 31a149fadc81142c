import { FLAGS, type Flag } from '@datakube/contract';
import { html, type TemplateResult } from 'lit';
import type { AnnotationSubject } from '../late-annotations.ts';
import type { AnnotateTexts } from './annotate.texts.ts';
import { flaggedMembers } from './flagged-members.ts';
import { additiveRemark, unitRemark } from './measure-remarks.ts';

/** The marks of flags, units and measures that do not add up: those that occur in the table, and no others. */
export function explanations(
  { layout, info }: AnnotationSubject,
  texts: AnnotateTexts,
  unreliable: boolean,
): TemplateResult[] {
  const members = [layout.rows, layout.columns].flatMap((side) => flaggedMembers(side));
  const shown = new Set<Flag>(members.flatMap(({ flags }) => flags ?? []));
  if (unreliable) shown.add('unreliable');
  const marks = FLAGS.filter((flag) => shown.has(flag)).map(
    (flag) => html`<li>${texts[`${flag}Mark`]} ${texts[`${flag}Legend`]}</li>`,
  );
  for (const id of layout.measures) {
    // Where there are several measures, each has a header of its own, with the unit in it.
    const unit = layout.measures.length === 1 ? unitRemark(info, id, texts) : '';
    if (unit) marks.push(html`<li>${unit}</li>`);
    const remark = additiveRemark(layout, info, id, texts);
    if (remark) marks.push(html`<li>${texts.notAdditiveMark} ${remark}</li>`);
  }
  return marks;
}
