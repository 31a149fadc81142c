import { compareWithAnchors, comparisonTable } from '../anchors/compare.ts';
import { registerBlocks } from '../register-blocks.ts';

// node --conditions=datakube-source packages/registers/src/command-line/compare-with-anchors.ts [citizens] [seed]
const [citizens = '60000', seed = '1'] = process.argv.slice(2);
const comparisons = compareWithAnchors(registerBlocks({ citizens: Number(citizens), seed: Number(seed) }));
console.log(comparisonTable(comparisons));
process.exitCode = comparisons.every((each) => each.ok) ? 0 : 1;
