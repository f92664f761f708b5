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
    reason =
      (await aptGet('update')) ?? (await aptGet('install', '-y', '--no-install-recommends', ...packages));
    if (reason === undefined) return undefined;
  }
  return reason;
}

/**
 * Installs packages of the distribution where this process may. Resolves with a sentence for each that could not be installed;
 * what comes of that is for those to say who need it.
 */
export async function installPackages(packages) {
  if (packages.length === 0) return [];
  if (!mayInstall()) return [`Not installed, since only root may with apt-get: ${packages.join(', ')}.`];
  console.log(`Installing ${packages.join(', ')}…`);
  if ((await install(packages, 3)) === undefined) return [];
  const failed = [];
  for (const one of packages) {
    const reason = await install([one], 1);
    if (reason !== undefined) failed.push(`${one} could not be installed: apt-get says “${reason}”.`);
  }
  return failed;
}
