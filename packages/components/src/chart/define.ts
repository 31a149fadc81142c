import { DatakubeChart } from './chart.ts';

if (!customElements.get('datakube-chart')) customElements.define('datakube-chart', DatakubeChart);
