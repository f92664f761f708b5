import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCatalog } from '../scripts/catalog.mjs';
import { buildNodeEngine } from '../scripts/nodeEngine.mjs';
import { root } from '../scripts/setup.mjs';
import { everyNth, exhaustive } from '../src/policies/testing/effort.ts';

/** The built repository, as far as the command line needs it. */
const folder = mkdtempSync(join(tmpdir(), 'command-line-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name) => join(folder, name);
const start = (...args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
};

/** Runs commands one after the other in one process of Node: each start of it loads the engine and AWS's data again. */
const AFTER_EACH_OTHER = `
const results = [];
const write = process.stdout.write.bind(process.stdout);
for (const [place, args] of JSON.parse(process.argv[1]).entries()) {
  const written = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'])
    process[stream].write = (text) => { written[stream] += text; return true; };
  process.argv = [process.execPath, 'policy-builder', ...args];
  process.exitCode = undefined;
  await import('./bin/policy-builder.mjs?' + place);
  results.push({ status: process.exitCode, ...written });
}
process.exitCode = 0;
write(JSON.stringify(results));
`;

/** Answers that are there already, by the command line. */
const answers = new Map();

const run = (...args) => answers.get(args.join(' ')) ?? start('bin/policy-builder.mjs', ...args);

function runAfterEachOther(lines) {
  const all = lines.map((line) => line.split(' '));
  const { stdout, stderr } = start('--input-type=module', '--eval', AFTER_EACH_OTHER, JSON.stringify(all));
  expect(stderr).toBe('');
  for (const [index, result] of JSON.parse(stdout).entries()) answers.set(lines[index], result);
}

const policy = (...statements) => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const read = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::ml-data/*' };

const ends = [
  [0, 'validate filled.json', 'policies, 0 findings'],
  [1, 'validate typo.json', 'INVALID_ACTION'],
  [0, 'validate read.json --fail-on ERROR', '1 policy'],
  [2, 'validate empty.txt', 'Not read'],
  [2, 'validate empty.txt --allow-undecided', 'Not read'],
  [2, 'validate nothing-in.json', 'Not read'],
  [2, 'validate cut.json --allow-undecided', 'Not read'],
  [2, 'validate typo.json cut.json', 'INVALID_ACTION'],
  [3, 'validate half.md', '1 policy'],
  [0, 'validate half.md --allow-undecided', '1 policy'],
  [0, 'test filled.json', 'passed'],
  [0, 'test optional.json', 'passed'],
  [3, 'prove open.json', 'It depends on missing values'],
  [0, 'prove open.json --allow-undecided', 'undecided'],
  [0, 'prove filled.json', 'proven'],
  [0, 'compare read.json read.json', 'No new access. Proven for every request.'],
  [1, 'compare read.json wide.json', 's3:'],
  [3, 'compare denies.json read.json', 'deny less, which matters if another policy allows'],
  [3, 'compare read.json key.json', 'It depends on missing values: <KEY_ARN>'],
  [1, 'compare scp.json scp-less.json', 's3:DeleteObject on '],
  [1, 'compare scp-a.json scp-b.json', ' on arn:aws:s3:::a'],
  [0, 'compare wide.json read.json', 'No new access. Proven for every request. Removed access.'],
  [0, 'compare filled.json filled.json', 'No removed access. Proven for every request.'],
  [0, '--help', 'Exit codes'],
];

const refusals = [
  ['frobnicate read.json', 'There is no command'],
  ['validate', 'takes one file or more'],
  ['compare read.json', 'takes 2 files'],
  ['validate nothing.json', 'can’t be read: ENOENT'],
  ['validate read.json --output xml', '--output must be one of: text, json, sarif'],
  ['validate read.json --wrong', '--wrong'],
  ['test read.json', 'isn’t a saved draft'],
  ['--output json', 'No command is given'],
  ['validate newer.json', 'saved by a newer version'],
  ['compare empty.txt read.json', 'no policy that can be read'],
  ['validate read.json --preset preset.json', 'isn’t a valid preset'],
  ['export filled.json --format xml --to out', '--format must be one of'],
  ['export filled.json --format terraform', '--to must be the folder'],
];

const formats = ['json', 'minifiedJson', 'terraform', 'cloudFormation', 'cdk', 'pulumi', 'awsCli'];
const exportLine = (format) => `export named.json --format ${format} --to out-${format}`;

const lines = [
  ...ends.map(([, line]) => line),
  ...refusals.map(([line]) => line),
  ...formats.map(exportLine),
  'validate hidden.json',
  'validate typo.json --output json',
  'validate typo.json --output sarif',
  'prove open.json --output sarif',
];

beforeAll(async () => {
  cpSync(`${root}bin`, at('bin'), { recursive: true });
  cpSync(`${root}package.json`, at('package.json'));
  await buildNodeEngine(at('dist-node'));
  writeCatalog(at('public/catalog'));
  const engine = await import(at('dist-node/policies.mjs'));
  const workspace = (draft) => engine.writeWorkspace({ draft, pins: [], savedAt: '', dataDate: '' });
  const open = engine.createDraft({ name: 'ml', personas: ['dataScientist', 'trainingRole'] });
  const filled = engine.fillExamples(open);
  const wide = { Sid: 'Wide', Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::ml-data/*' };
  for (const [name, text] of Object.entries({
    'open.json': workspace(open),
    'filled.json': workspace(filled),
    'optional.json': workspace(
      engine.fillExamples(engine.createDraft({ name: 'ml', personas: ['labelingManager'] })),
    ),
    'named.json': workspace({ ...filled, name: '../../outside' }),
    'newer.json': workspace(filled).replace('"version": 1', '"version": 99'),
    'read.json': policy(read),
    'wide.json': policy(wide),
    'denies.json': policy(read, { Effect: 'Deny', Action: 's3:DeleteBucket', Resource: '*' }),
    'key.json': policy(read, { Effect: 'Allow', Action: 'kms:Decrypt', Resource: '<KEY_ARN>' }),
    'scp.json': policy({ Effect: 'Deny', Action: ['s3:DeleteBucket', 's3:DeleteObject'], Resource: '*' }),
    'scp-less.json': policy({ Effect: 'Deny', Action: 's3:DeleteBucket', Resource: '*' }),
    'scp-a.json': policy({ Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::a' }),
    'scp-b.json': policy({ Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::b' }),
    'typo.json': policy({ ...read, Action: 's3:GetObjects' }),
    'hidden.json': policy({ ...read, Sid: 'A', Action: 's3:GetObj\u202eects' }),
    'empty.txt': 'Nothing here.',
    'nothing-in.json': '{}',
    'cut.json': policy(read).slice(0, -20),
    'half.md': `First:\n\n${policy(read)}\n\nSecond:\n\n${policy(read).slice(0, -20)}\n`,
    'preset.json': '{"name": 1}',
  }))
    writeFileSync(at(name), text);
  const alone = new Set(everyNth(lines, 8));
  runAfterEachOther(lines.filter((line) => !alone.has(line)));
});

it('starts by itself for every eighth of the command lines, and for each in npm run test:all', () => {
  expect(lines.length - answers.size).toBe(exhaustive ? lines.length : Math.ceil(lines.length / 8));
});

describe('exit codes', () => {
  it.each(ends)('%i: %s', (status, args, line) => {
    const result = run(...args.split(' '));
    expect(result.stderr).toBe('');
    expect([result.status, result.stdout]).toEqual([status, expect.stringContaining(line)]);
  });

  it.each(refusals)('2: %s', (args, line) => {
    const result = run(...args.split(' '));
    expect([result.status, result.stdout, result.stderr]).toEqual([2, '', expect.stringContaining(line)]);
  });
});

it('says where a finding is, and shows characters that a terminal would not', () => {
  const { stdout } = run('validate', 'hidden.json');
  expect(stdout).toMatch(/^✗ hidden\.json:1:\d+ /m);
  expect(stdout).not.toMatch(/[\u202e]/);
});

it('writes results as JSON and as SARIF', () => {
  const found = JSON.parse(run('validate', 'typo.json', '--output', 'json').stdout);
  const [item] = found.items;
  expect([found.command, item.rule, item.outcome, item.where.file]).toEqual([
    'validate',
    'INVALID_ACTION',
    'problem',
    'typo.json',
  ]);
  const log = JSON.parse(run('validate', 'typo.json', '--output', 'sarif').stdout);
  const [{ tool, results }] = log.runs;
  expect([log.version, tool.driver.rules[0].id, results[0].ruleId, results[0].level]).toEqual([
    '2.1.0',
    'INVALID_ACTION',
    'INVALID_ACTION',
    'error',
  ]);
  const open = JSON.parse(run('prove', 'open.json', '--output', 'sarif').stdout).runs[0].results;
  expect(open.map(({ kind, level }) => `${kind} ${level}`)).toContain('open none');
});

it.each(formats)('exports as %s, also from a draft whose name looks like a path', (format) => {
  const { status, stdout } = run(...exportLine(format).split(' '));
  expect(status).toBe(0);
  const files = stdout.split('\n').filter((line) => line.startsWith(`out-${format}/`));
  expect(files.length).toBeGreaterThan(0);
  for (const line of files) expect(readFileSync(at(line.split(': ')[0]), 'utf8')).not.toBe('');
  expect(existsSync(join(folder, '..', 'outside'))).toBe(false);
});
