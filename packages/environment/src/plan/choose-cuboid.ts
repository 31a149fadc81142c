import type { CubeModel } from '../cubes/cube-model.ts';
import type { ReleaseManifest } from '../release/release-store.ts';

/**
 * The smallest released cuboid that goes deep enough in every dimension.
 *
 * @param depths depth needed of each dimension of the cube; 0 is the total, which every cuboid has
 * @returns its position in the manifest, or undefined when none does
 */
export function chooseCuboid(
  depths: ReadonlyMap<string, number>,
  cube: CubeModel,
  manifest: Pick<ReleaseManifest, 'cuboids'>,
): number | undefined {
  let best: number | undefined;
  manifest.cuboids.forEach((cuboid, position) => {
    const reach = new Map(
      cuboid.dimensions.map(({ dimension, level }) => [
        dimension,
        cube.dimension(dimension)?.depthOf.get(level) ?? 0,
      ]),
    );
    const enough = [...depths].every(([dimension, depth]) => depth <= (reach.get(dimension) ?? 0));
    if (enough && (best === undefined || cuboid.cells < manifest.cuboids[best]!.cells)) best = position;
  });
  return best;
}
