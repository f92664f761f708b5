import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const shell = process.platform === 'win32';

/** Ends the process with one sentence. */
export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Runs a program in the project's folder with its output shown; gives its exit code. */
export function run(program, args, options = {}) {
  return spawnSync(program, args, { cwd: root, stdio: 'inherit', shell, ...options }).status ?? 1;
}

/** Like `run`, while this process goes on with other things. */
export function start(program, args, options = {}) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', shell, ...options });
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}

function wanted(folder) {
  const hash = createHash('sha256');
  for (const name of ['package.json', 'package-lock.json']) hash.update(readFileSync(folder + name));
  return hash.digest('hex');
}

/** Installs the dependencies of a folder's lock file unless they are there already. */
export async function installDependencies(folder = root) {
  const stamp = `${folder}node_modules/.installed`;
  const hash = wanted(folder);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  console.log('Installing dependencies…');
  // Not `npm ci`: it refuses a lock file without the optional packages of other systems, which some mirrors do not carry.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  if ((await start(npm, args, { cwd: folder })) !== 0) {
    stop(
      'The dependencies could not be installed: check that this machine can reach a package registry, then run this again.',
    );
  }
  writeFileSync(stamp, hash);
}
