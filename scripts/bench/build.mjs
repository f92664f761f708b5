import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, stop } from '../setup.mjs';

const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

/** The folder with the built page of a commit, which is built with the packages that are installed here, once. */
export function distOf(commit) {
  const id = git('rev-parse', '--short', `${commit}^{commit}`);
  const place = join(tmpdir(), 'policy-builder-bench', id);
  const dist = join(place, 'dist');
  if (existsSync(join(dist, 'index.html'))) return dist;
  if (!existsSync(place)) {
    mkdirSync(join(place, '..'), { recursive: true });
    git('worktree', 'prune');
    git('worktree', 'add', '--detach', place, id);
  }
  if (!existsSync(join(place, 'node_modules')))
    symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
  console.log(`Building ${id} in ${place}…`);
  for (const args of [
    ['scripts/catalog.mjs'],
    ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'],
  ])
    execFileSync(process.execPath, args, { cwd: place, stdio: 'inherit' });
  if (!existsSync(join(dist, 'index.html'))) stop(`${id} could not be built.`);
  return dist;
}
