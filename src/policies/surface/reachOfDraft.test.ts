import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../catalog/catalog.ts';
import {
  awsCommandsFor,
  comparePair,
  createDraft,
  fillExamples,
  type PolicyPair,
  proveDraft,
  reachDraft,
} from '../index.ts';
import { testCatalog } from '../testing/testCatalog.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

const draft = fillExamples(createDraft({ personas: ['trainingRole', 'hostingRole'] }));

describe('who can reach what', () => {
  it('is answered for every row of every role', async () => {
    const roles = await reachDraft(draft, '', catalog);
    expect(roles.map(({ id }) => id)).toEqual(['trainingRole', 'hostingRole']);
    expect(
      roles.flatMap(({ rows }) => rows.map(({ possibility }) => possibility.answer.state)),
    ).not.toContain('undecided');
  });

  it('is answered of what is sought, and of roles that nothing says it of', async () => {
    const found = await reachDraft(draft, 's3:PutObject ml-output', catalog);
    const states = found.map(({ id, rows, otherwise }) => [
      id,
      [...new Set(rows.map(({ possibility }) => possibility.answer.state))],
      otherwise?.state,
    ]);
    expect(states).toContainEqual(['trainingRole', ['possible'], undefined]);
    const [training] = await reachDraft(draft, 'dynamodb:GetItem', catalog);
    expect(training).toMatchObject({ rows: [], otherwise: { state: 'impossible' } });
  });

  it('is nothing of an empty draft, and of any text', async () => {
    expect(await reachDraft(createDraft({}), 'x', catalog)).toEqual([]);
    for (const text of ['*', '${', '<X>', 'arn:', '  ', '"\\\u202e'])
      expect((await reachDraft(draft, text, catalog)).length).toBe(2);
  });
});

const malformed: PolicyPair = { kind: 'identity', before: [], after: JSON.parse('[null, {"Statement": 1}]') };

describe('what is no policy', () => {
  it('is undecided in both directions, and no command asks AWS', async () => {
    const compared = await comparePair({ ...malformed, after: JSON.parse('[{"Statement":[{}]}]') }, catalog);
    const undecided = { state: 'undecided', because: { reason: 'malformed' } };
    expect(compared?.comparison).toEqual({ newAccess: undecided, removedAccess: undecided });
    expect(awsCommandsFor(malformed, compared!.comparison).commands).toEqual([]);
  });
});

it('guarantees of a draft are answered', async () => {
  const { results } = await proveDraft(draft, catalog);
  expect(results.length).toBeGreaterThan(5);
  expect(new Set(results.map(({ answer }) => answer.state))).toEqual(new Set(['proven']));
});
