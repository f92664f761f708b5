import { expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { readVariables } from '../compose/variableReadings.ts';
import { createDraft } from '../draft/createDraft.ts';
import { builtIn } from '../library/builtIn.ts';
import type { Draft } from '../model/draft.ts';
import { runTests } from './runTests.ts';

/** No value that is an account makes a test fail without a reason. */

const personas = builtIn.personas.map(({ id }) => id);
const accounts = builtIn.variables.filter(({ kind }) => kind === 'accountId').map(({ id }) => id);
const OWN = '111122223333';

const draftWith = (variables: Draft['variables']) =>
  fillExamples(createDraft({ personas, layout: 'perPersona', variables }, builtIn), builtIn);
/** As entered, also what is refused. */
const withValues = (variables: Draft['variables']): Draft => {
  const draft = draftWith({});
  return { ...draft, variables: { ...draft.variables, ...variables } };
};
const failing = (draft: Draft) =>
  runTests(draft, compose(draft, builtIn), builtIn).flatMap(({ state, owner, proof }) =>
    state === 'fails' ? [`${JSON.stringify(owner)} ${proof.id}`] : [],
  );

it.each(accounts)('%s: the account of someone else in the tests', (id) => {
  expect(failing(draftWith({ [id]: ['999999999999'] }))).toEqual([]);
});

it.each(['consumerAccountIds', 'registryAccountId'])(
  '%s: the own account is no other one, which the field says',
  (id) => {
    const draft = withValues({ accountId: [OWN], [id]: [OWN] });
    const [invalid, ...others] = readVariables(draft, builtIn).byVariable.get(id)?.invalid ?? [];
    expect([invalid?.index, others]).toEqual([0, []]);
    expect(invalid?.rule).toMatch(/other than your account/);
    expect(failing(draft)).toEqual([]);
  },
);

it('an account beside the own one is as good as without it', () => {
  const draft = withValues({ accountId: [OWN], consumerAccountIds: ['444455556666', OWN] });
  expect(readVariables(draft, builtIn).byVariable.get('consumerAccountIds')?.invalid).toHaveLength(1);
  expect(failing(draft)).toEqual([]);
});

it('a test of the user’s own names the account that the user wrote', () => {
  const proof = {
    id: 'own',
    persona: 'trainingRole',
    title: 'x',
    expect: 'denied' as const,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::x/y',
    context: { 'aws:ResourceAccount': ['999999999999'] },
  };
  const draft = fillExamples(
    createDraft(
      { personas: ['trainingRole'], variables: { accountId: ['999999999999'] }, proofs: [proof] },
      builtIn,
    ),
    builtIn,
  );
  const found = runTests(draft, compose(draft, builtIn), builtIn).find(({ owner }) => owner.kind === 'user');
  expect(found?.proof.context).toEqual(proof.context);
});
