import { beforeEach, expect, it, vi } from 'vitest';
import { checkPolicy } from '../policies/checks/checkPolicy.ts';
import { createDraft } from '../policies/draft/createDraft.ts';
import { fixesFor } from '../policies/fixes/index.ts';
import { readImport } from '../policies/import/readImport.ts';
import { readYaml } from '../policies/import/yaml.ts';
import { builtIn } from '../policies/library/builtIn.ts';
import { testCatalog } from '../policies/testing/testCatalog.ts';
import { documentsOf, wholeDocumentsOf } from './derived/derived.ts';
import { importPolicies } from './import/addImported.ts';
import { isDocumentKind } from './import/reviewKind.ts';
import type { CheckAnswer, CheckQuestion } from './checks/checksProtocol.ts';
import { storedWork } from './storage/storedWork.ts';
import { readSaved } from './storage/savedText.ts';
import { noStamp } from './storage/stamp.ts';
import { useStore } from './store.ts';
import { commitTyped } from './typing/commitTyped.ts';
import { useTyping } from './typing/typedTexts.ts';
import type { Answering } from './workers/serve.ts';

/** No text is parsed twice on one way through the page. */

/** What the parsers were given: the one of JSON, the one that forgives what web pages do to it, the one of YAML. */
const given = vi.hoisted(() => ({ json: [''], tolerant: [''], yaml: [''] }));
const worker = vi.hoisted((): { answer?: Answering<CheckQuestion, CheckAnswer> } => ({}));

vi.mock('jsonc-parser', async (importOriginal) => {
  const original = await importOriginal<typeof import('jsonc-parser')>();
  return {
    ...original,
    parseTree: (...asked: Parameters<typeof original.parseTree>) => {
      given.json.push(asked[0]);
      return original.parseTree(...asked);
    },
  };
});
vi.mock('../policies/import/tolerantJson.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../policies/import/tolerantJson.ts')>();
  return {
    ...original,
    readTolerantJson: (...asked: Parameters<typeof original.readTolerantJson>) => {
      const read = original.readTolerantJson(...asked);
      given.tolerant.push(asked[0].slice(asked[1], read.ok ? read.end : read.at.end));
      return read;
    },
  };
});
vi.mock('yaml', async (importOriginal) => {
  const original = await importOriginal<typeof import('yaml')>();
  return {
    ...original,
    parseDocument: (...asked: Parameters<typeof original.parseDocument>) => {
      given.yaml.push(asked[0]);
      return original.parseDocument(...asked);
    },
  };
});
vi.mock('./workers/serve.ts', () => ({
  NoData: Error,
  serveQuestions: (answer: Answering<CheckQuestion, CheckAnswer>) => {
    worker.answer = answer;
  },
}));
vi.mock('./offline/fetchFile.ts', async () => {
  const { readCatalogFile } = await import('../policies/testing/testCatalog.ts');
  return { fetchJson: readCatalogFile };
});

/** How often each parser was given a text with the bucket of a policy in it. */
function timesOf(bucket: string) {
  const count = (texts: readonly string[]) => texts.filter((text) => text.includes(bucket)).length;
  return { json: count(given.json), tolerant: count(given.tolerant), yaml: count(given.yaml) };
}

const forget = () => Object.assign(given, { json: [], tolerant: [], yaml: [] });

const buckets = Array.from({ length: 10 }, (_, index) => `bucket-${index}-x`);
const [first = ''] = buckets;

const policy = (bucket: string) => ({
  Version: '2012-10-17',
  Id: 'x',
  Statement: [
    { Effect: 'Allow', Action: ['s3:GetObject'], Resource: `arn:aws:s3:::${bucket}/*` },
    { Effect: 'Deny', Action: 's3:*', Resource: '*' },
  ],
});
const json = (value: unknown): string => JSON.stringify(value, null, 2);

/** As the page does when it shows a draft. */
function look(): void {
  const { draft } = useStore.getState();
  for (const document of [...documentsOf(draft), ...wholeDocumentsOf(draft)])
    expect(document.ranges.get(['Statement', 0])).toBeDefined();
}

async function importText(text: string): Promise<void> {
  const { policies } = readImport(text, { yaml: readYaml });
  await importPolicies(
    policies.flatMap(({ kind, ...found }) => (isDocumentKind(kind) ? [{ ...found, kind }] : [])),
    '10:00',
  );
  look();
}

beforeEach(() => {
  useStore.setState({ draft: createDraft({}, builtIn), snapshots: [] });
  useTyping.setState({}, true);
  forget();
});

it('importing one policy', async () => {
  await importText(json(policy(first)));
  expect(timesOf(first)).toEqual({ json: 1, tolerant: 1, yaml: 0 });
  expect(given.json).toHaveLength(1);
});

it.each([
  ['a list', json(buckets.map(policy)), 1],
  ['ten files', buckets.map((bucket) => json(policy(bucket))).join('\n\n'), 10],
])('importing ten policies of %s', async (_what, text, pieces) => {
  await importText(text);
  expect(Object.keys(useStore.getState().draft.edits)).toHaveLength(10);
  for (const bucket of buckets) expect(timesOf(bucket)).toEqual({ json: 1, tolerant: 1, yaml: 0 });
  expect(given.json).toHaveLength(pieces);
});

it('importing a policy that is in a string: the string is one text, and what it says another', async () => {
  await importText(json({ PolicyDocument: JSON.stringify(policy(first)) }));
  expect(timesOf(first)).toEqual({ json: 2, tolerant: 1, yaml: 0 });
});

it('importing YAML: its JSON is another text', async () => {
  const lines = [
    'Version: "2012-10-17"',
    'Statement:',
    '  - Effect: Allow',
    `    Resource: arn:aws:s3:::${first}/*`,
  ];
  await importText(`${lines.join('\n')}\n    Action: s3:GetObject\n`);
  expect(timesOf(first)).toEqual({ json: 1, tolerant: 0, yaml: 1 });
});

it('typing a character in a document with hand edits', async () => {
  await importText(json(policy(first)));
  for (const action of ['s3:GetObject1', 's3:GetObject12']) {
    forget();
    const { draft: basis } = useStore.getState();
    const [document] = documentsOf(basis);
    const text = (document?.text ?? '').replace(/s3:GetObject\d*/, action);
    const id = document?.id ?? '';
    useTyping.setState({ [id]: { basis, text, problem: null } });
    commitTyped(id);
    look();
    expect(documentsOf(useStore.getState().draft)[0]?.text).toBe(text);
    expect(given.json).toEqual([text]);
  }
});

it('opening a draft with five imported policies: its snapshot is another draft', async () => {
  await importText(json(buckets.slice(0, 5).map(policy)));
  const stored = storedWork().write(noStamp);
  forget();
  const read = readSaved(stored);
  if (!read.ok) throw new Error(read.why);
  useStore.setState({ draft: read.saved.draft, snapshots: read.saved.snapshots });
  look();
  for (const bucket of buckets.slice(0, 5))
    expect(timesOf(bucket)).toEqual({ json: 2, tolerant: 0, yaml: 0 });
  // Of each policy two statements and what is around them.
  expect(given.json).toHaveLength(2 * 5 * 3);
});

it('fixes of a finding: the text once, and each text that a fix would make', async () => {
  const text = json(policy(first)).replace('s3:GetObject', 's3:GetObjekt');
  const catalog = await testCatalog();
  const finding = checkPolicy(text, 'identity', { catalog }).find(({ code }) => code === 'INVALID_ACTION')!;
  forget();
  const fixes = fixesFor({ text, finding, catalog, type: 'identity' });
  expect(fixes.length).toBeGreaterThan(0);
  expect(given.json.slice(0, 1)).toEqual([text]);
  expect(new Set(given.json).size).toBe(given.json.length);
});

it('checking a text whose services’ data is not loaded yet', async () => {
  await import('./checks/checksWorker.ts');
  const text = json(policy(first));
  const answers: boolean[] = [];
  const question: CheckQuestion = {
    text: { key: 'x', text, as: { type: 'identity' } },
    catalog: '',
  };
  await worker.answer?.(question, (_answer, last) => answers.push(last));
  expect(answers).toEqual([true]);
  expect(given.json).toEqual([text]);
});
