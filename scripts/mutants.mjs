// How many small faults in the engine the unit tests notice: `node scripts/mutants.mjs [--count=150] [--root=folder] [--list]`.
// Each fault is put into the file as it is loaded, never on disk, and the tests beside it run. `--root` is another checkout, so that
// the same faults can be tried on other tests. Not part of npm test.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseAst } from 'rolldown/parseAst';

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '150' },
    root: { type: 'string', default: '.' },
    list: { type: 'boolean', default: false },
  },
});
const root = resolve(options.root);

/** What is tried, and the tests that must notice. */
const areas = [
  {
    name: 'merge',
    sources: /^(compose\/merge\/\w+|language\/subsumes)\.ts$/,
    tests: ['src/policies/compose/merge/', 'src/policies/compose/compose.test.ts', 'src/policies/language/'],
  },
  {
    name: 'simulate',
    sources: /^simulate\/.*\.ts$/,
    tests: ['src/policies/simulate/'],
  },
  { name: 'comparison', sources: /^exact\/\w+\.ts$/, tests: ['src/policies/exact/'] },
  { name: 'fixes', sources: /^fixes\/\w+\.ts$/, tests: ['src/policies/fixes/'] },
];

const swapped = {
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '+': '-',
  '-': '+',
  '&&': '||',
  '||': '&&',
};
const otherMethod = { some: 'every', every: 'some', startsWith: 'endsWith', toLowerCase: 'trim' };

/** Faults at a node, each as the part of the text that it replaces. */
function faultsAt(node, text) {
  const of = ({ start, end }) => text.slice(start, end);
  if (node.type === 'BinaryExpression' || node.type === 'LogicalExpression') {
    const other = swapped[node.operator];
    const between = text.slice(node.left.end, node.right.start);
    if (!other || !between.includes(node.operator)) return [];
    return [[node.left.end, node.right.start, between.replace(node.operator, other)]];
  }
  if (node.type === 'ConditionalExpression' || node.type === 'IfStatement')
    return ['true', 'false'].map((value) => [node.test.start, node.test.end, value]);
  if (node.type === 'UnaryExpression' && node.operator === '!')
    return [[node.start, node.end, of(node.argument)]];
  if (node.type === 'Literal' && typeof node.value === 'boolean')
    return [[node.start, node.end, String(!node.value)]];
  if (node.type === 'Literal' && typeof node.value === 'number')
    return [[node.start, node.end, String(node.value + 1)]];
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
    const { object, property } = node.callee;
    const other = otherMethod[property.name];
    if (other) return [[property.start, property.end, other]];
    if (['filter', 'toSorted', 'toReversed'].includes(property.name))
      return [[node.start, node.end, of(object)]];
  }
  return [];
}

function walk(node, visit) {
  if (Array.isArray(node)) for (const child of node) walk(child, visit);
  else if (node && typeof node === 'object') {
    // Types are gone when the code runs.
    if (typeof node.type === 'string' && /^TS(Type|Interface)/.test(node.type)) return;
    if (typeof node.type === 'string') visit(node);
    for (const child of Object.values(node)) walk(child, visit);
  }
}

function faultsIn(area) {
  const files = readdirSync(join(root, 'src/policies'), { recursive: true, encoding: 'utf8' })
    .filter((file) => area.sources.test(file) && !/\.(test|bench)\.ts$|\/testing\//.test(file))
    .map((file) => `src/policies/${file}`)
    .sort();
  return files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const found = [];
    walk(parseAst(text, { lang: 'ts' }).body, (node) => {
      for (const [start, end, put] of faultsAt(node, text)) found.push({ area, file, start, end, put, text });
    });
    return found;
  });
}

/** Always the same ones of the same text. */
const order = ({ file, text, start, put }) =>
  createHash('sha256')
    .update(`${file} ${text.slice(start - 40, start + 40)} ${put}`)
    .digest('hex');

function chosen() {
  const each = Math.ceil(Number(options.count) / areas.length);
  return areas.flatMap((area) =>
    faultsIn(area)
      .sort((one, other) => (order(one) < order(other) ? -1 : 1))
      .slice(0, each),
  );
}

const place = ({ file, text, start, end, put }) => {
  const line = text.slice(0, start).split('\n').length;
  return `${file}:${line} ${JSON.stringify(text.slice(start, end))} → ${JSON.stringify(put)}`;
};

/** Runs the tests of an area, with a fault or without one; gives whether they pass. */
function passes({ tests }, fault) {
  const args = ['run', '--config=test-results/mutants.config.ts', '--bail=1', '--reporter=dot', ...tests];
  const env = { ...process.env, PROPERTY_SEED: '1', MUTANT: fault ? JSON.stringify(fault) : '' };
  const child = spawn(join(root, 'node_modules/.bin/vitest'), args, {
    cwd: root,
    env,
    stdio: 'ignore',
    detached: true,
  });
  // What never ends is noticed, too. The tests run in a process of their own, which would go on without the first one.
  const timer = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), 600_000);
  return new Promise((done) => {
    child.once('close', (code) => {
      clearTimeout(timer);
      done(code === 0);
    });
  });
}

mkdirSync(join(root, 'test-results'), { recursive: true });
writeFileSync(
  join(root, 'test-results/mutants.config.ts'),
  `import { mergeConfig } from 'vite';
import base from '../vite.config.ts';

const fault = process.env.MUTANT ? JSON.parse(process.env.MUTANT) : undefined;
const plugin = {
  name: 'mutant',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!fault || !id.endsWith('/' + fault.file)) return undefined;
    return code.slice(0, fault.start) + fault.put + code.slice(fault.end);
  },
};
export default mergeConfig(base, {
  root: ${JSON.stringify(root)},
  plugins: [plugin],
  test: { maxWorkers: 1, testTimeout: 600_000, hookTimeout: 600_000 },
});
`,
);

const faults = chosen();
if (options.list) {
  for (const fault of faults) console.log(place(fault));
  process.exit(0);
}
for (const area of areas)
  if (!(await passes(area))) {
    console.error(`The tests of ${area.name} fail without any fault.`);
    process.exit(1);
  }
const survivors = [];
const queue = [...faults];
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let fault = queue.shift(); fault; fault = queue.shift()) {
      const { area, file, start, end, put } = fault;
      if (await passes(area, { file, start, end, put })) survivors.push(fault);
    }
  }),
);
for (const fault of survivors) console.log(`survived: ${place(fault)}`);
for (const { name } of areas) {
  const of = (list) => list.filter(({ area }) => area.name === name).length;
  console.log(`${name}: ${of(faults) - of(survivors)} of ${of(faults)} noticed`);
}
console.log(`${faults.length - survivors.length} of ${faults.length} noticed`);
