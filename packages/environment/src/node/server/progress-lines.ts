import type { Progress } from '../../release/publish-cube.ts';

const WORDS: Record<Progress['step'], string> = {
  registers: 'making synthetic registers',
  tabulate: 'counting',
  protect: 'protecting',
  store: 'storing',
};

/**
 * Words for the operator's terminal: a line when a step of a cube begins and at every fifth of it.
 *
 * @param print gets one line at a time
 */
export function progressLines(print: (line: string) => void): (progress: Progress) => void {
  const printed = new Set<string>();
  return ({ step, cube, done, of }) => {
    const fifth = Math.floor((done / Math.max(1, of)) * 5);
    const line = `${cube ? `${cube}: ` : ''}${WORDS[step]}, ${fifth * 20} %`;
    if (printed.has(line)) return;
    printed.add(line);
    print(line);
  };
}
