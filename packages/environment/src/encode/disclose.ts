import { canonicalQuery, type DisclosureRecord, type Query, STATUSES } from '@datakube/contract';
import type { ProtectedTable } from '@datakube/disclosure';
import { webDigest } from '../audit/chain.ts';
import { publicPolicy } from '../cubes/describe-cube.ts';
import type { CubeModel } from '../cubes/cube-model.ts';
import type { FoundCuboid } from '../outside/find-cuboid.ts';
import { noiseRuleOf } from '../outside/noise-rule.ts';
import type { ReleaseManifest } from '../release/release-store.ts';
import type { Answer } from './answer.ts';

/** What an answer comes from. */
export interface Origin {
  readonly cube: CubeModel;
  readonly manifest: ReleaseManifest;
  readonly way: FoundCuboid['way'];
  readonly query: Query;
  /** The cells that leave. */
  readonly table: ProtectedTable;
  /** Version of the environment. */
  readonly version: string;
}

/**
 * The disclosure record of an answer. Of the report of a release only the names of the checks it passed are told:
 * how many cells are primary is nobody's business.
 */
export async function disclose(origin: Origin): Promise<DisclosureRecord> {
  const { cube, manifest, way, query, table, version } = origin;
  const canonical = canonicalQuery(query);
  return {
    version: 1,
    cube: cube.definition.id,
    release: { id: manifest.id, published: manifest.published },
    ...protectionOf(origin),
    way,
    cells: countStatuses(table),
    query: { canonical, digest: await webDigest(canonical) },
    tool: { name: 'Datakube', version },
    synthetic: manifest.synthetic,
  };
}

/** By what policy the cells are protected, and which checks they passed: outside the release, those of the way. */
function protectionOf({ cube, manifest, way }: Origin): Pick<DisclosureRecord, 'policy' | 'gates'> {
  const policy = publicPolicy(cube.definition.policy);
  switch (way) {
    case 'released':
      return { policy, gates: [...manifest.report.gates] };
    case 'extend':
      return { policy, gates: ['nothing hidden determined by the release and all exact tables outside it'] };
    case 'perturb': {
      const rule = noiseRuleOf(cube.family());
      const noise = rule && { policy: { method: 'perturb' as const, ...rule } };
      return { policy, ...noise, gates: ['noise in every number'] };
    }
  }
}

function countStatuses(table: ProtectedTable): DisclosureRecord['cells'] {
  const counts = STATUSES.map(() => 0);
  for (const measure of table.shape.measures.keys()) {
    const { status } = table.columns(measure);
    for (let cell = 0; cell < status.length; cell++) counts[status[cell]!]!++;
  }
  return Object.fromEntries(STATUSES.map((status, at) => [status, counts[at]!]).filter(([, count]) => count));
}

/** The record as files carry it, with the time they were made. */
export function fileRecord({ meta }: Answer): DisclosureRecord {
  return { ...meta.disclosure, exported: meta.exported };
}

/** The record as a header carries it: ASCII on one line, without the query, which can be longer than any header. */
export function headerRecord({ meta }: Answer): string {
  const { query, ...rest } = meta.disclosure;
  return JSON.stringify({ ...rest, query: { digest: query.digest } }).replaceAll(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
