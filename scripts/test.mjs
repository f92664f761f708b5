import './nodeVersion.cjs';
import { mkdirSync, readFileSync } from 'node:fs';
import { ensureBrowser } from './browser.mjs';
import { enginesNotRun, ensureEngines } from './engines.mjs';
import { ensureNginx } from './nginx.mjs';
import { installDependencies, root, run, stop } from './setup.mjs';

const unitReport = 'test-results/unit.json';
const pageReport = 'test-results/page.json';
const smokeReport = 'test-results/smoke.json';

const stages = [
  { name: 'Catalog', command: 'node scripts/catalog.mjs' },
  { name: 'Types', command: 'tsc -p tsconfig.json' },
  { name: 'Types of the engine, without DOM', command: 'tsc -p src/policies/tsconfig.json' },
  { name: 'Types of the service worker', command: 'tsc -p src/serviceWorker/tsconfig.json' },
  { name: 'Lint', command: 'oxlint' },
  { name: 'Format', command: 'biome format .' },
  {
    name: 'Unit tests',
    command: `vitest run --reporter=default --reporter=json --outputFile.json=${unitReport}`,
  },
  { name: 'Build', command: 'vite build --logLevel warn' },
  { name: 'Budgets', command: 'node scripts/budgets.mjs' },
  { name: 'End-to-end tests on the built page', command: 'playwright test' },
  {
    name: 'Smoke tests in Chromium, Firefox and WebKit',
    command: `vitest run --config e2e/smoke/vitest.config.ts --reporter=default --reporter=json --outputFile.json=${smokeReport}`,
  },
];

installDependencies();
process.env.CHROMIUM_PATH = await ensureBrowser();
if (!ensureNginx())
  console.log('nginx is not here and could not be installed: its recipe in hosting/ is not run.');
ensureEngines();
process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = pageReport;
mkdirSync(`${root}test-results`, { recursive: true });

for (const { name, command } of stages) {
  console.log(`\n== ${name}`);
  const [program, ...args] = command.split(' ');
  const local = program === 'node' ? [program, args] : ['npx', ['--no-install', program, ...args]];
  if (run(...local) !== 0) stop(`Stopped at: ${name}.`);
}

const read = (file) => JSON.parse(readFileSync(root + file, 'utf8'));
const unit = read(unitReport);
const page = read(pageReport).stats;
const smoke = read(smokeReport);
const passed = unit.numPassedTests + page.expected + smoke.numPassedTests;
const failed = unit.numFailedTests + page.unexpected + page.flaky + smoke.numFailedTests;
if (passed === 0 || failed > 0 || page.skipped > 0) stop(`${passed} passed, ${failed} failed`);
console.log(`\n${passed} passed, ${failed} failed`);
for (const sentence of enginesNotRun()) console.log(sentence);
