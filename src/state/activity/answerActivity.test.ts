import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  eventWith,
  identity,
  objectRead,
  roleArn,
  trainingJob,
} from '../../policies/activityLog/testing/sampleEvents.ts';
import type { Catalog } from '../../policies/catalog/catalog.ts';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { applyCover } from '../../policies/activityCover/applyCover.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { testCatalog } from '../../policies/testing/testCatalog.ts';
import type { ActivityQuestion, ActivitySource } from './activityProtocol.ts';
import { activityAnswerer } from './answerActivity.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

const SECRET = 'Pl4nted-S3cret-2hf8';
const records = [
  objectRead,
  trainingJob,
  eventWith('secretsmanager', 'GetSecretValue', {
    requestParameters: { secretId: 'db' },
    responseElements: { secretString: SECRET },
  }),
  eventWith('kms', 'Decrypt', {
    errorCode: 'AccessDenied',
    requestParameters: { keyId: 'alias/a', token: SECRET },
    userAgent: SECRET,
  }),
];
const text = JSON.stringify({ Records: records });
const nothing = createDraft({}, builtIn);

const answerer = () =>
  activityAnswerer(
    () => Promise.resolve(catalog),
    () => builtIn,
  );
const noProgress = () => undefined;

const questionOf = (sources: readonly ActivitySource[], reading = 1) =>
  ({ ask: 'read', reading, sources, catalog: '/' }) as const;

const ofDraft = {
  ...questionOf([{ name: 'log', content: text }]),
  caller: roleArn,
  withServices: true,
  withDenied: false,
  draft: nothing,
  preset: null,
} as const;

/** Questions and answers are copied, as between threads. */
const ask = async (question: ActivityQuestion, answer = answerer()) =>
  structuredClone(await answer(question, noProgress));

const file = (content: string | Uint8Array<ArrayBuffer>, name: string) => new File([content], name);

describe('files', () => {
  it.each<[what: string, sources: readonly ActivitySource[]]>([
    ['a text', [{ name: 'a', content: text }]],
    ['a file', [{ name: 'a', content: file(text, 'a.json') }]],
    ['a packed file', [{ name: 'a', content: file(new Uint8Array(gzipSync(text)), 'a.json.gz') }]],
    ['one that is called otherwise', [{ name: 'a', content: file(new Uint8Array(gzipSync(text)), 'a') }]],
    [
      'several',
      records.map((record, index) => ({
        name: `${index}`,
        content: file(JSON.stringify(record), `${index}.json`),
      })),
    ],
  ])('%s gives the same events', async (_, sources) => {
    const answer = await ask(questionOf(sources));
    expect(answer).toMatchObject({ summary: { events: 4, unread: 0, unreadFiles: [] } });
  });

  it('that are damaged are named, and the others are read', async () => {
    const damaged = {
      name: 'b.json.gz',
      content: file(new Uint8Array(gzipSync(text)).subarray(0, 100), 'b.json.gz'),
    };
    const answer = await ask(
      questionOf([{ name: 'a', content: text }, damaged, { name: 'c', content: text }]),
    );
    expect(answer).toMatchObject({ summary: { events: 8, unreadFiles: ['b.json.gz'] } });
  });

  it('report how far they are', async () => {
    const reported: number[] = [];
    await answerer()(
      questionOf([
        { name: 'a', content: file(text, 'a') },
        { name: 'b', content: text },
      ]),
      (progress) => reported.push(progress),
    );
    expect(reported.at(-1)).toBe(1);
    expect(reported).toEqual(reported.toSorted((one, other) => one - other));
  });
});

it('reads events once, and again where nothing is left of them', async () => {
  let opened = 0;
  const answer = activityAnswerer(
    () => {
      opened += 1;
      return Promise.resolve(catalog);
    },
    () => builtIn,
  );
  await ask(ofDraftReplay(), answer);
  const first = opened;
  await ask(ofDraftReplay(), answer);
  expect(opened - first).toBeLessThan(first);
  await ask({ ...ofDraftReplay(), reading: 2 }, answer);
  expect(opened).toBeGreaterThan(first + 1);
});

const ofDraftReplay = () => ({ ...ofDraft, ask: 'replay', persona: 'trainingRole' }) as const;

it('what is selected is allowed when it is replayed', async () => {
  const answer = await ask({ ...ofDraft, ask: 'selections' });
  if (answer.ask !== 'selections') throw new Error('not selected');
  const [best] = answer.selections;
  expect(answer.calls).toBeGreaterThan(3);
  expect(best?.letThrough).toBeGreaterThanOrEqual(answer.calls - 1);
  if (!best) throw new Error('no selection');
  const draft = applyCover(nothing, best, builtIn);
  const replayed = await ask({ ...ofDraft, draft, ask: 'replay', persona: best.persona });
  expect(replayed).toMatchObject({
    replay: { calls: answer.calls, failing: answer.calls - best.letThrough },
  });
});

it('denied calls count where they are asked for', async () => {
  const counts = await Promise.all(
    [false, true].map((withDenied) => ask({ ...ofDraftReplay(), withDenied })),
  );
  const [without, withThem] = counts.map((answer) => (answer.ask === 'replay' ? answer.replay.calls : 0));
  expect(withThem).toBe((without ?? 0) + 1);
});

it('nothing of an event but what counts reaches the page', async () => {
  const answer = answerer();
  const answers = [
    await ask(ofDraft, answer),
    await ask({ ...ofDraft, ask: 'selections' }, answer),
    await ask(ofDraftReplay(), answer),
  ];
  expect(JSON.stringify(answers)).not.toContain(SECRET);
  expect(JSON.stringify(answers)).not.toContain(identity.accessKeyId);
});
