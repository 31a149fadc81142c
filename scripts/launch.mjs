// Starts any command of the project on any Node from 20 on, with nothing installed:
// installs what the lockfile says, picks Node 24, and hands over.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [task, ...args] = process.argv.slice(2);
const program = join(root, 'scripts', 'tasks', `${task}.mjs`);
if (!task || !existsSync(program)) fail(`There is no task "${task ?? ''}".`);

installIfNeeded();
handOver(suitableNode());

function installIfNeeded() {
  if (isInstalled()) return;
  process.stderr.write('Installing what the project needs (about a minute) …\n');
  // Standard output belongs to the task: `npm run --silent protect` must print nothing else.
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) fail('The installation failed. The lines above say why.');
}

/** Whether every package the lockfile asks for is there in that version, by npm's own record of what it installed. */
function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages);
  return wanted.every(
    ([place, { version, optional, link }]) =>
      !place.startsWith('node_modules/') || optional || link || installed[place]?.version === version,
  );
}

function suitableNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  const pinned = join(
    root,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(pinned)) return pinned;
  return fail('Node 24 was not installed with the project. Install Node 22.18 or later and try again.');
}

function handOver(node) {
  // `datakube-source` makes every workspace package resolve to its TypeScript.
  const options = [
    process.env.NODE_OPTIONS,
    '--conditions=datakube-source',
    '--disable-warning=ExperimentalWarning',
  ];
  const child = spawn(node, [program, ...args], {
    cwd: process.env.INIT_CWD && ['protect', 'attack', 'cube'].includes(task) ? process.env.INIT_CWD : root,
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_OPTIONS: options.filter(Boolean).join(' '),
      PATH: `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
    },
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // A parent that is killed hard cannot pass anything on.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1000).unref();
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
