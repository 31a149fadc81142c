/**
 * The style sheet of the charts, as text: put it in a style sheet of the document or shadow root in which charts are
 * drawn. Colours are custom properties, `--datakube-chart-1` to `-4` and their neighbours, with a default each.
 */
export const chartStyles = `
.datakube-chart { display: block; overflow: visible; font-size: 12px; font-variant-numeric: tabular-nums;
  --_ink: var(--_color-text, var(--datakube-color-text, #1b1f23));
  --_muted: var(--_color-text-muted, var(--datakube-color-text-muted, #525b64));
  --_paper: var(--_color-surface, var(--datakube-color-surface, #fff));
  --_base: var(--_color-line-strong, var(--datakube-color-line-strong, #767f88));
  --_grid: var(--_chart-grid, var(--datakube-chart-grid, #e3e6e9));
  --_outline: var(--_chart-outline, var(--datakube-chart-outline, #767f88));
  --_mark: var(--_suppressed-mark-line, var(--datakube-suppressed-mark-line, #767f88));
  --_accent: var(--_color-accent, var(--datakube-color-accent, #0f5499));
  --_focus: var(--_color-focus, var(--datakube-color-focus, #1b1f23)); }
.datakube-chart text { fill: var(--_ink); }
.datakube-chart .axis { fill: var(--_muted); }
.datakube-chart .strong { font-weight: 600; }
.datakube-chart .end { text-anchor: end; }
.datakube-chart .middle { text-anchor: middle; }
.datakube-chart .halo { paint-order: stroke; stroke: var(--_paper); stroke-width: 4px; stroke-linejoin: round; }
.datakube-chart .grid { stroke: var(--_grid); }
.datakube-chart .base { stroke: var(--_base); }
.datakube-chart .reference { stroke: var(--_ink); stroke-dasharray: 4 3; }
.datakube-chart .reference-edge { stroke: var(--_paper); stroke-width: 3; stroke-opacity: .75; }
.datakube-chart .front { pointer-events: none; }
.datakube-chart .reference.second { stroke-dasharray: 1 3; }
.datakube-chart .annotation { stroke: var(--_muted); stroke-dasharray: 2 2; }
.datakube-chart .break-line { stroke: var(--_base); stroke-width: 1.5; stroke-dasharray: 5 4; }
.datakube-chart .hatch-line { stroke: var(--_mark); }
.datakube-chart .hidden { stroke: var(--_mark); }
.datakube-chart .series-1 { --_series: var(--_chart-1, var(--datakube-chart-1, #0f5499)); }
.datakube-chart .series-2 { --_series: var(--_chart-2, var(--datakube-chart-2, #d5761d)); }
.datakube-chart .series-3 { --_series: var(--_chart-3, var(--datakube-chart-3, #158a7e)); }
.datakube-chart .series-4 { --_series: var(--_chart-4, var(--datakube-chart-4, #4f0953)); }
.datakube-chart .context { --_series: var(--_chart-context, var(--datakube-chart-context, #8a939c)); }
.datakube-chart .class-1 { --_step: var(--_sequential-1, var(--datakube-sequential-1, #e4f0fe));
  --_on-step: var(--_on-sequential-1, var(--datakube-on-sequential-1, #1b1f23)); }
.datakube-chart .class-2 { --_step: var(--_sequential-2, var(--datakube-sequential-2, #afd3fd));
  --_on-step: var(--_on-sequential-2, var(--datakube-on-sequential-2, #1b1f23)); }
.datakube-chart .class-3 { --_step: var(--_sequential-3, var(--datakube-sequential-3, #71abeb));
  --_on-step: var(--_on-sequential-3, var(--datakube-on-sequential-3, #1b1f23)); }
.datakube-chart .class-4 { --_step: var(--_sequential-4, var(--datakube-sequential-4, #326fb0));
  --_on-step: var(--_on-sequential-4, var(--datakube-on-sequential-4, #ffffff)); }
.datakube-chart .class-5 { --_step: var(--_sequential-5, var(--datakube-sequential-5, #03437c));
  --_on-step: var(--_on-sequential-5, var(--datakube-on-sequential-5, #ffffff)); }
.datakube-chart .step { fill: var(--_step); stroke: var(--_outline); }
.datakube-chart .own-frame { fill: none; stroke: var(--_ink); stroke-width: 3; }
.datakube-chart .own-place { stroke: var(--_ink); stroke-width: 4; }
.datakube-chart .area.aside { pointer-events: none; }
.datakube-chart .mark:focus-visible .area.aside { stroke: none; }
.datakube-chart .mark:focus-visible .place { stroke: var(--_focus); stroke-width: 6; }
.datakube-chart .empty { fill: var(--_paper); stroke: var(--_outline); }
.datakube-chart .on-step { fill: var(--_on-step); }
.datakube-chart .bar, .datakube-chart .edge, .datakube-chart .point { fill: var(--_series); }
.datakube-chart .line { fill: none; stroke: var(--_series); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
.datakube-chart .dashed { stroke-dasharray: 4 3; stroke-width: 1.5; stroke-linecap: butt; }
.datakube-chart .point { stroke: var(--_paper); stroke-width: 1; }
.datakube-chart .line.strong { stroke-width: 3; }
.datakube-chart .line.provisional { stroke-dasharray: 3 4; }
.datakube-chart .point.open { fill: var(--_paper); stroke: var(--_series); stroke-width: 2; }
.datakube-chart .cross { stroke: var(--_series); stroke-width: 1.5; }
.datakube-chart .bar.provisional { fill: color-mix(in srgb, var(--_series) 30%, var(--_paper)); stroke: var(--_series); stroke-dasharray: 3 3; }
.datakube-chart .part { stroke: var(--_paper); stroke-width: 1; }
.datakube-chart .layer { fill: var(--_series); fill-opacity: .82; stroke: var(--_paper); stroke-width: 1; }
.datakube-chart .layer.provisional { fill-opacity: .4; }
.datakube-chart .unplaced { fill: none; stroke: var(--_base); stroke-dasharray: 2 2; }
.datakube-chart .area { fill: transparent; stroke: none; }
.datakube-chart .area.step { fill: var(--_step); stroke: var(--_outline); }
.datakube-chart .own-bar { fill: var(--_accent); }
.datakube-chart .guide { stroke: var(--_grid); stroke-dasharray: 1 3; }
.datakube-chart .link { stroke: var(--_base); stroke-width: 2; }
.datakube-chart .link.own-bar { stroke: var(--_accent); }
.datakube-chart .whisker { stroke: var(--_series); stroke-width: 1.5; }
.datakube-chart .box { fill: color-mix(in srgb, var(--_series) 25%, var(--_paper)); stroke: var(--_series); stroke-width: 1.5; }
.datakube-chart .median { stroke: var(--_ink); stroke-width: 3; }
.datakube-chart .point.own-point { fill: var(--_ink); stroke-width: 2; }
.datakube-chart .mark { outline: none; }
.datakube-chart .mark:focus-visible .area { stroke: var(--_focus); stroke-width: 3; }
@media (forced-colors: active) {
  .datakube-chart { forced-color-adjust: none; --_ink: CanvasText; --_muted: CanvasText; --_paper: Canvas;
    --_base: CanvasText; --_outline: CanvasText; --_mark: CanvasText; --_focus: Highlight; }
  .datakube-chart { --_accent: Highlight; }
  .datakube-chart .guide { stroke: color-mix(in srgb, CanvasText 40%, Canvas); }
  .datakube-chart .box { fill: Canvas; }
  .datakube-chart .grid { stroke: color-mix(in srgb, CanvasText 22%, Canvas); }
  .datakube-chart .series-1, .datakube-chart .series-3 { --_series: CanvasText; }
  .datakube-chart .series-2, .datakube-chart .series-4 { --_series: LinkText; }
  .datakube-chart .context { --_series: color-mix(in srgb, CanvasText 60%, Canvas); }
  .datakube-chart .class-1 { --_step: Canvas; --_on-step: CanvasText; }
  .datakube-chart .class-2 { --_step: color-mix(in srgb, CanvasText 16%, Canvas); --_on-step: CanvasText; }
  .datakube-chart .class-3 { --_step: color-mix(in srgb, CanvasText 34%, Canvas); --_on-step: CanvasText; }
  .datakube-chart .class-4 { --_step: color-mix(in srgb, CanvasText 72%, Canvas); --_on-step: Canvas; }
  .datakube-chart .class-5 { --_step: CanvasText; --_on-step: Canvas; }
  .datakube-chart .bar.series-3, .datakube-chart .bar.series-4 { fill: Canvas; stroke: var(--_series); stroke-width: 2; }
  .datakube-chart .bar.provisional { fill: Canvas; stroke: var(--_series); }
  .datakube-chart .layer.series-3, .datakube-chart .layer.series-4 { fill: Canvas; stroke: var(--_series); stroke-width: 2; }
  .datakube-chart .bar.side { fill: var(--_series); stroke: none; }
  .datakube-chart .line.series-3 { stroke-dasharray: 6 3; }
  .datakube-chart .line.series-4 { stroke-dasharray: 2 3; }
}
@media print {
  .datakube-chart { break-inside: avoid; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
