// All that a chart is drawn and described with. Loaded with the first chart: a page of tables never pays for it.
export { loadChart } from '@datakube/charts';
export { chartOptions, chosen } from './chart-request.ts';
export { measureName, release, scope, source } from './chart-words.ts';
export { choicesOf } from './choices.ts';
export { featuresOf, readGeometry } from './geometry/chart-geometry.ts';
