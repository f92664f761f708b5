import { expect, it } from 'vitest';
import { compose, generate } from '../../compose/compose.ts';
import { createDraft } from '../../draft/createDraft.ts';
import { personas } from '../../library/personas/index.ts';
import { minifyStatement } from '../../language/print.ts';
import { builtIn } from '../../library/builtIn.ts';
import { readDraft } from '../readDraft.ts';

const plain = createDraft({ personas: personas.map(({ id }) => id) }, builtIn);
const made = generate(plain, builtIn).flatMap(({ id, policy, provenance }) =>
  provenance.flatMap(({ key = '', former }, index) =>
    former === undefined ? [] : [{ id, key, former, statement: policy.Statement[index]! }],
  ),
);

it.each(made)('what was removed as $former stays removed: $id', ({ id, key, former, statement }) => {
  const { Sid: _, ...rest } = statement;
  const base = minifyStatement({ Sid: former, ...rest });
  const before = { ...plain, edits: { [id]: { entries: [], removed: [{ key: former, base }] } } };
  const reading = readDraft(JSON.parse(JSON.stringify(before)), builtIn);
  const draft = reading.ok ? reading.draft : undefined;
  expect(draft?.edits[id]?.removed.map((entry) => entry.key)).toEqual([key]);
  for (const read of [draft!, before]) {
    const document = compose(read, builtIn).find((one) => one.id === id);
    expect(document?.policy.Statement.map(({ Sid }) => Sid)).not.toContain(key);
  }
});

it.each(made)('what was edited as $former stays edited: $id', ({ id, key, former, statement }) => {
  const { Sid: _, ...rest } = statement;
  const base = minifyStatement({ Sid: former, ...rest });
  const text = minifyStatement({ Sid: 'Mine', ...rest });
  const before = { ...plain, edits: { [id]: { entries: [{ key: former, text, base }], removed: [] } } };
  const reading = readDraft(JSON.parse(JSON.stringify(before)), builtIn);
  const read = reading.ok ? reading.draft : undefined;
  expect(read?.edits[id]?.entries.map((entry) => entry.key)).toEqual([key]);
  const sids = compose(read!, builtIn)
    .find((one) => one.id === id)
    ?.policy.Statement.map(({ Sid }) => Sid);
  expect(sids).toContain('Mine');
  expect(sids).not.toContain(key);
});

/** A statement of the trust policies of SageMaker and CodeBuild in each of their forms, and one that begins with a former mark. */
it.each([
  ['trainingRoleTrust', {}, 'SageMakerTakesRole', 'AllowSageMakerAssumeRole'],
  [
    'trainingRoleTrust',
    { confusedDeputy: 'off' },
    'SageMakerTakesRoleForAnyAccount',
    'AllowSageMakerAssumeRoleNoSourceAccount',
  ],
  ['imageBuildRoleTrust', {}, 'CodeBuildTakesRole', 'AllowCodeBuildAssumeRole'],
  [
    'imageBuildRoleTrust',
    { confusedDeputy: 'off' },
    'CodeBuildTakesRoleForAnyAccount',
    'AllowCodeBuildAssumeRoleNoSourceAccount',
  ],
  ['trainingRole', {}, 'TrWriteLogs', 'WriteLogs'],
  ['hostingRole', {}, 'HoWriteLogs', 'WriteLogs'],
] as const)('an edit of %s with %j that was stored as %s is one of %s', (id, options, former, key) => {
  const trust = {
    trainingRole: { form: 'sageMakerService', options },
    imageBuildRole: { form: 'codeBuildService', options },
  };
  const draft = { ...plain, trust };
  const statement = generate(draft, builtIn)
    .find((one) => one.id === id)
    ?.policy.Statement.find(({ Sid }) => Sid === key);
  const text = minifyStatement({ ...statement!, Sid: 'Mine' });
  const edits = { [id]: { entries: [{ key: former, text }], removed: [] } };
  const reading = readDraft(JSON.parse(JSON.stringify({ ...draft, edits })), builtIn);
  expect(reading.ok && reading.draft.edits[id]?.entries.map((entry) => entry.key)).toEqual([key]);
});

it('leaves what is kept under a Sid of today', () => {
  const reading = readDraft(JSON.parse(JSON.stringify(plain)), builtIn);
  expect(reading.ok && reading.draft).toEqual(plain);
});
