import './nodeVersion.cjs';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { browserWishes, ensureBrowser } from './browser.mjs';
import { installPackages } from './distribution.mjs';
import { enginesNotRun, engineWishes } from './engines.mjs';
import { findNginx, nginxWishes } from './nginx.mjs';
import { installDependencies, root, start } from './setup.mjs';

/** `npm run test:all` adds what is exhaustive: every combination, rare cases, twenty times the requests, and the AWS CDK and Pulumi. */
const all = process.argv.includes('--all');

/** Reports of the runs, by the name that `counts` reads them under. */
const report = (name) => `test-results/${name}.json`;
/** Most code of a test runs once or a few times: compiled for speed later than by default, the unit tests take a tenth less work. */
const vitest = (name) =>
  `node --interrupt-budget=400000 node_modules/vitest/vitest.mjs run --reporter=default --reporter=json --outputFile.json=${report(name)}`;

const toolchains = {
  name: 'The AWS CDK and Pulumi',
  before: () => installDependencies(`${root}tests/toolchains/`),
  commands: [`${vitest('toolchains')} --config=tests/toolchains/vitest.config.ts`],
};

const stages = [
  { name: 'Catalog', commands: ['node scripts/catalog.mjs'] },
  {
    name: 'Types, lint and format',
    commands: [
      'tsc -p tsconfig.json',
      'tsc -p tsconfig.page.json',
      'tsc -p src/policies/tsconfig.json',
      'tsc -p src/serviceWorker/tsconfig.json',
      'oxlint',
      'biome format .',
    ],
  },
  { name: 'Build', commands: ['vite build --logLevel warn'] },
  { name: 'Budgets', commands: ['node scripts/budgets.mjs'] },
  {
    name: `Unit tests, and smoke tests in ${all ? 'Chromium, ' : ''}Firefox and WebKit`,
    commands: [vitest('unit'), runSmokeTests],
  },
  ...(all ? [toolchains] : []),
  { name: 'End-to-end tests on the built page', before: findPrograms, commands: ['playwright test'] },
];

/** What is said at the end of things that this machine lacks. */
const lacking = [];
let installing;
let finding;

/** Waits for the distribution's packages, which come while other stages run, and finds the programs among them. */
function findPrograms() {
  finding ??= lookForPrograms();
  return finding;
}

async function lookForPrograms() {
  lacking.push(...(await installing));
  process.env.CHROMIUM_PATH = await ensureBrowser();
  lacking.push(...enginesNotRun());
  if (!findNginx()) lacking.push('not run: the recipe for nginx in hosting/ (needs nginx)');
}

/** They wait for a browser for most of their time, and must not run beside another browser: they run beside the unit tests. */
async function runSmokeTests() {
  await findPrograms();
  return succeeds(`${vitest('smoke')} --config=e2e/smoke/vitest.config.ts`);
}

/** Runs a program of the project. Returns whether it succeeded. */
async function succeeds(command) {
  const [program, ...args] = command.split(' ');
  const code = await start(program === 'node' ? program : `${root}node_modules/.bin/${program}`, args);
  if (code !== 0) console.log(`-- failed: ${command}`);
  return code === 0;
}

/** Runs the commands of a stage in parallel. Returns whether all succeeded. */
async function passes({ name, commands, before }) {
  console.log(`\n== ${name}`);
  const began = performance.now();
  await before?.();
  const results = await Promise.all(
    commands.map((command) => (typeof command === 'string' ? succeeds(command) : command())),
  );
  console.log(`-- ${name}: ${Math.round((performance.now() - began) / 1000)} s`);
  return results.every(Boolean);
}

/** Tests that passed, failed and were skipped, of all reports that there are. */
function counts() {
  const read = (name) =>
    existsSync(root + report(name)) ? JSON.parse(readFileSync(root + report(name))) : undefined;
  const units = ['unit', 'toolchains', 'smoke'].flatMap((name) => read(name) ?? []);
  const pages = ['page'].flatMap((name) => read(name)?.stats ?? []);
  const sum = (...numbers) => numbers.reduce((total, number) => total + number, 0);
  return {
    passed: sum(...units.map((one) => one.numPassedTests), ...pages.map((one) => one.expected)),
    failed: sum(...units.map((one) => one.numFailedTests), ...pages.map((one) => one.unexpected + one.flaky)),
    skipped: sum(
      ...units.map((one) => one.numPendingTests + one.numTodoTests),
      ...pages.map((one) => one.skipped),
    ),
  };
}

rmSync(`${root}test-results`, { recursive: true, force: true });
mkdirSync(`${root}test-results`, { recursive: true });
process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = report('page');
if (all) {
  process.env.EXHAUSTIVE = '1';
  process.env.PROPERTY_FACTOR ??= '20';
}

installing = installPackages([...browserWishes(), ...nginxWishes(), ...engineWishes()]);
await installDependencies();
let stopped;
for (const stage of stages) {
  if (await passes(stage)) continue;
  stopped = stages.indexOf(stage);
  break;
}

const { passed, failed, skipped } = counts();
console.log('');
for (const sentence of lacking) console.log(sentence);
if (stopped !== undefined) {
  const rest = stages.slice(stopped + 1).map(({ name }) => name);
  console.log(`Stopped at: ${stages[stopped].name}.${rest.length > 0 ? ` not run: ${rest.join(', ')}` : ''}`);
}
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
// Everything means every engine, too.
const missing = all && lacking.length > 0;
process.exit(stopped === undefined && passed > 0 && failed + skipped === 0 && !missing ? 0 : 1);
