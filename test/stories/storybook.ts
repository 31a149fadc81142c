import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}build/storybook`;

/** A story or a page of documentation. */
export interface StoryEntry {
  readonly id: string;
  readonly type: 'story' | 'docs';
  readonly title: string;
  readonly name: string;
  readonly tags: readonly string[];
}

/** Builds Storybook as it would be published. Rejects with what it said where it fails. */
export async function buildStorybook(): Promise<string> {
  const command = `${root}node_modules/storybook/dist/bin/dispatcher.js`;
  const args = [command, 'build', '--disable-telemetry', '--quiet', '-o', folder];
  // The builder starts workers: without a name of its own, `node` would be the machine's.
  const PATH = `${root}node_modules/.bin:${process.env['PATH'] ?? ''}`;
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, PATH, NODE_ENV: 'production' },
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.on('exit', resolve));
  if (code !== 0) throw new Error(`Storybook was not built.\n${output.slice(-4000)}`);
  return folder;
}

/** All of a build, in the order of their titles. */
export async function entriesOf(built: string): Promise<StoryEntry[]> {
  const { entries } = JSON.parse(await readFile(`${built}/index.json`, 'utf8')) as {
    entries: Record<string, StoryEntry>;
  };
  return Object.values(entries);
}
