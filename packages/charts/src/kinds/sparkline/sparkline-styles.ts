/** The style sheet of sparklines, as text, for the document or shadow root in which they are drawn. */
export const sparklineStyles = `
.datakube-sparkline { flex: none; fill: none; stroke-linecap: round; stroke-linejoin: round;
  --_line-of: var(--_chart-1, var(--datakube-chart-1, light-dark(#0f5499, #7db4ea))); }
.datakube-sparkline .line { stroke: var(--_line-of); stroke-width: 1.5; }
.datakube-sparkline .end { stroke: var(--_line-of); stroke-width: 4.5; }
.datakube-sparkline .hatch { stroke: var(--_suppressed-mark-line, var(--datakube-suppressed-mark-line, #767f88));
  stroke-width: 0.75; stroke-linecap: butt; }
@media (forced-colors: active) {
  .datakube-sparkline { forced-color-adjust: none; --_line-of: CanvasText; }
  .datakube-sparkline .hatch { stroke: CanvasText; }
}
`;
