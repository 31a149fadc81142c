let charts = 0;

/** An id that no other chart of this page has, also beside a second copy of the library. */
export function nextChartId(): string {
  charts++;
  return `datakube-chart-${charts}-${Math.floor(Math.random() * 1e9).toString(36)}`;
}
