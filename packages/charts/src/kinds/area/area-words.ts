import type { ChartModel } from '../../model/chart-model.ts';
import { describeCourse } from '../../sentences/course.ts';
import type { Writing } from '../../words.ts';

/** How each layer runs, and that what stands on a hidden one is not drawn. */
export function describeLayers(model: ChartModel, writing: Writing): string {
  const covered = model.categories.some((_, category) => {
    const kinds = model.series.map(({ values }) => values[category]?.kind);
    return kinds.includes('hidden') && kinds.lastIndexOf('shown') > kinds.indexOf('hidden');
  });
  const danish = 'Lag over en skjult værdi er ikke tegnet i den periode.';
  const english = 'Layers above a hidden value are not drawn in that period.';
  const course = describeCourse(model, writing);
  return covered ? `${course} ${writing.language === 'da' ? danish : english}` : course;
}
