import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stop } from '../setup.mjs';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** The npm client’s information about a package, as JSON. */
function viewed(...args) {
  const { status, stdout } = spawnSync(npm, ['view', '--json', ...args], { encoding: 'utf8' });
  if (status !== 0)
    stop(`${args[0]} could not be found: check that this machine can reach a package registry.`);
  return JSON.parse(stdout);
}

export const newestVersion = (name) => viewed(name, 'version');

/** Day on which a version was published. */
export const releasedOn = (name, version) => viewed(name, 'time')[version].slice(0, 10);

/** Downloads a package with the npm client into a temporary folder, and returns the result of `use` on its JSON files. */
export function inPackage(name, version, use) {
  const folder = mkdtempSync(join(tmpdir(), 'policy-builder-data-'));
  const named = `${name}@${version}`;
  const args = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', named];
  try {
    if (spawnSync(npm, args, { stdio: 'ignore' }).status !== 0) stop(`${named} could not be fetched.`);
    return use((path) => JSON.parse(readFileSync(join(folder, 'node_modules', name, path), 'utf8')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
