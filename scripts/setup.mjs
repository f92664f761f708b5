import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.installed`;
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Ends the process with one sentence. */
export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Runs a program in the project's folder with its output shown; gives its exit code. */
export function run(program, args, options = {}) {
  const shell = process.platform === 'win32';
  return spawnSync(program, args, { cwd: root, stdio: 'inherit', shell, ...options }).status ?? 1;
}

function wanted() {
  const hash = createHash('sha256');
  for (const name of ['package.json', 'package-lock.json']) hash.update(readFileSync(root + name));
  return hash.digest('hex');
}

/** Installs the dependencies unless those of this lock file are there already. */
export function installDependencies() {
  const hash = wanted();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  console.log('Installing dependencies…');
  // Not `npm ci`: it refuses a lock file without the optional packages of other systems, which some mirrors do not carry.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  if (run(npm, args) !== 0) {
    stop(
      'The dependencies could not be installed: check that this machine can reach a package registry, then run this again.',
    );
  }
  writeFileSync(stamp, hash);
}
