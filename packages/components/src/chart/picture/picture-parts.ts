import type { LegendEntry, Shape } from '@datakube/charts';
import { version } from '../../registration/version.ts';
import { formatDate } from '../../localisation/format.ts';
import { fill } from '../../localisation/texts.ts';
import type { Ready } from '../chart-loader.ts';
import { drawnMeasure, type ChartRequest } from '../chart-request.ts';
import { texts } from '../chart.texts.ts';
import { pictureRecord, type PictureRecord } from './picture-record.ts';

/** What a picture is made of: the chart as it is shown, and the title and subtitle where the page has its own. */
export interface PictureRequest {
  readonly request: ChartRequest;
  readonly ready: Ready;
  readonly heading: string;
  readonly subtitle: string;
  /** When it is made. */
  readonly made: Date;
}

/** All that stands on a picture, in words, and the drawing as plain shapes. */
export interface PictureParts {
  readonly title: string;
  readonly subtitle: string;
  readonly sentence: string;
  readonly notices: readonly string[];
  readonly drawing: Shape;
  readonly legend: readonly LegendEntry[];
  readonly source: string;
  readonly release: string;
  readonly made: string;
  /** That the numbers are made up; empty where they are not. */
  readonly synthetic: string;
  readonly record: PictureRecord;
}

/** The id of the hatch in a file: nothing else is in it. */
const ID = 'datakube';

/** Reads the words and the drawing of a picture. All of them are those of the screen. */
export function pictureParts(
  { request, ready, heading, subtitle, made }: PictureRequest,
  width: number,
  measureText: (text: string) => number,
): PictureParts {
  const { cellSet, language } = request;
  const { chart, drawing } = ready;
  const options = drawing.chartOptions(request);
  const text = texts[language];
  return {
    title: heading || drawing.measureName(request),
    subtitle: subtitle || drawing.scope(request, chart),
    sentence: chart.describe(cellSet, options),
    notices: chart.notices(cellSet, options),
    drawing: chart.scene(cellSet, { ...options, width, measureText, id: ID }),
    legend: chart.legend(cellSet, options),
    source: drawing.source(request),
    release: drawing.release(request),
    made: fill(text.made, { date: formatDate(made.toISOString(), language) }),
    synthetic: cellSet.synthetic ? text.synthetic : '',
    record: pictureRecord({
      request,
      measure: drawnMeasure(request),
      chart: chart.type,
      table: chart.table(cellSet, options),
      made,
      version,
    }),
  };
}
