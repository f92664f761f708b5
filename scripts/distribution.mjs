import { spawn, spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

/* Packages of the distribution that the tests need besides npm's: browsers and a server. */

const quiet = {
  env: {
    ...process.env,
    DEBIAN_FRONTEND: 'noninteractive',
    // Run level 1 keeps packages from starting a server.
    RUNLEVEL: '1',
  },
  stdio: ['ignore', 'ignore', 'pipe'],
};

// Another apt-get may be at work, and a mirror may be out of breath.
const patience = [
  '-o',
  'DPkg::Lock::Timeout=300',
  '-o',
  'Acquire::Retries=3',
  '-o',
  'Acquire::http::Timeout=60',
];

/** Whether this process may install packages of Debian. */
const mayInstall = () => process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;

/** Runs apt-get; resolves with nothing when it did what it should, else with the last line that it said. */
function aptGet(...args) {
  const child = spawn('apt-get', [...patience, '-qq', ...args], quiet);
  let said = '';
  child.stderr.on('data', (part) => {
    said += part;
  });
  return new Promise((resolve) => {
    child.once('error', ({ message }) => resolve(message));
    child.once('close', (code) =>
      resolve(code === 0 ? undefined : said.trim().split('\n').at(-1) || `it ended with ${code}`),
    );
  });
}

async function install(packages, attempts) {
  let reason;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    if (attempt > 1) await wait(attempt * 5_000);
    // One source that does not answer fails the update, and need not be the one that has the packages.
    await aptGet('update');
    reason = await aptGet('install', '-y', '--no-install-recommends', ...packages);
    if (reason === undefined) return undefined;
  }
  return reason;
}

/**
 * Installs packages of the distribution where this process may: of each wish the first name that can be had. Resolves with a
 * sentence for each wish that came to nothing; what follows from it is for those to say who need the program.
 */
export async function installPackages(wishes) {
  if (wishes.length === 0 || !mayInstall()) return [];
  const wanted = wishes.map(([best]) => best);
  console.log(`Installing ${wanted.join(', ')}…`);
  if ((await install(wanted, 3)) === undefined) return [];
  const failed = [];
  for (const names of wishes) {
    const reason = await firstOf(names);
    if (reason !== undefined) failed.push(`${names.join(' or ')}: not installed, apt-get says “${reason}”.`);
  }
  return failed;
}

async function firstOf([name, ...others]) {
  const reason = await install([name], 1);
  return reason !== undefined && others.length > 0 ? firstOf(others) : reason;
}
