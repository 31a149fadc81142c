// All that a chart is drawn and described with. Loaded with the first chart: a page of tables never pays for it.
export { loadChart } from '@datakube/charts';
export { chartOptions, chosenType } from './chart-request.ts';
export { measureName, release, scope, source } from './chart-words.ts';
