// What would become of a cube: a definition is checked, counted and protected over made-up citizens, in memory.
import { createMemoryEngine, createMemoryStore, publishCube, readCubes } from '@datakube/environment';
import { codeLists, collectRegisters, cubeDefinitions, registerSchema } from '@datakube/registers';

/**
 * @param {unknown} definition as it was parsed from JSON. It stands in for the one of the sandbox with its id
 * @param {{ citizens: number, seed: number }} population
 * @returns {Promise<string[]>} the report, in lines
 * @throws Error with every fault of the definition; where the cube cannot be made safe
 */
export async function tryCube(definition, { citizens, seed }) {
  const id = definition?.id;
  const others = cubeDefinitions.filter((each) => each.id !== id);
  const cube = readCubes([...others, definition], codeLists, registerSchema).find(
    ({ definition: of }) => of.id === id,
  );
  const engine = createMemoryEngine(collectRegisters({ citizens, seed }).tables);
  const manifest = await publishCube({
    cube,
    engine,
    store: createMemoryStore(),
    // Enough for a first look: the environment takes longer, and hides somewhat less.
    effort: 5,
    // Nobody is behind these numbers: nothing is protected by these secrets.
    seed: new Uint8Array(32).fill(seed),
    noiseSecret: new Uint8Array(32).fill(seed),
    synthetic: false,
    clock: () => new Date(),
  });
  const { report, cuboids } = manifest;
  const hidden = report.primary + report.secondary;
  const share = ((hidden / report.cells) * 100).toFixed(1);
  return [
    `${id}: ${citizens} made-up citizens, nothing stored`,
    ...cube
      .family()
      .filter((each) => each !== cube)
      .map(({ definition: of }) => `protected together with ${of.id}`),
    ...cuboids.map(
      ({ dimensions, cells }) => `table  ${dimensions.map(({ level }) => level).join(' × ')}: ${cells} cells`,
    ),
    `cells        ${report.cells}`,
    `primary      ${report.primary}`,
    `secondary    ${report.secondary}`,
    `hidden       ${share} %`,
    `determined   ${report.determined}`,
    `withheld     ${report.withheld}`,
    ...(report.certificate ? [`possibilities ${report.certificate.possibilities}`] : []),
    `gates        ${report.gates.join(', ')}`,
  ];
}
