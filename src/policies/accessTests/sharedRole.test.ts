import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { deliver } from '../compose/deliver.ts';
import { builtIn } from '../library/builtIn.ts';
import type { Draft } from '../model/draft.ts';
import { createDraft } from '../draft/createDraft.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { personas } from '../library/personas/index.ts';
import { prepare } from '../simulate/prepare.ts';
import { shownVerdict } from '../simulate/otherReading.ts';
import { runs } from '../testing/effort.ts';
import { identityPolicies } from '../compose/appliedPolicies.ts';
import type { AnsweredTest, TestResult } from './testResult.ts';
import { runTests, runScenarios } from './runTests.ts';
import { causeInWords } from './testWords.ts';

/** Personas whose role can be entered as one that exists. */
const roles = personas
  .filter(({ kind, trust }) => kind === 'identity' && trust.length > 0)
  .map(({ id }) => id);

const arn = (name: string): string => `arn:aws:iam::111122223333:role/${name}`;

/** A role for each persona; some have one that exists together. */
const draftWith = (chosen: readonly string[], names: Readonly<Record<string, string>>): Draft =>
  fillExamples(
    createDraft(
      {
        personas: chosen,
        layout: 'perPersona',
        variables: { accountId: ['111122223333'] },
        roles: Object.fromEntries(Object.entries(names).map(([id, name]) => [id, { name }])),
      },
      builtIn,
    ),
    builtIn,
  );

const together = (ids: readonly string[]): Draft =>
  draftWith(ids, Object.fromEntries(ids.map((id) => [id, arn('team/shared')])));

const apart = (ids: readonly string[]): Draft =>
  draftWith(ids, Object.fromEntries(ids.map((id) => [id, arn(`team/${id}`)])));

const answered = (results: readonly TestResult[]): readonly AnsweredTest[] =>
  results.flatMap((result) => (result.state === 'notAsked' ? [] : [result]));

/** What IAM decides of the call of a test for a role that has all permissions and all trust of these personas. */
function decided({ request, policies, proof }: AnsweredTest, draft: Draft, ids: readonly string[]) {
  const documents = compose(draft, builtIn).filter((document) =>
    document.personas.some((id) => ids.includes(id)),
  );
  const of = (kind: string) => documents.filter((document) => document.kind === kind);
  const trust = {
    Version: '2012-10-17',
    Statement: of('trust').flatMap(({ policy }) => policy.Statement),
  } as const;
  const set = proof.trust
    ? { ...policies.set, resource: trust }
    : { ...policies.set, identity: of('identity').map(({ policy }) => policy) };
  const verdict = shownVerdict(prepare(set).simulate(request));
  return verdict === 'error' || verdict === 'unknown'
    ? verdict
    : verdict === 'allowed'
      ? 'allowed'
      : 'denied';
}

const sharing = fc.subarray(roles, { minLength: 2, maxLength: 3 });

describe('tests of personas that have one role', () => {
  it('pass only if the union of the policies gives the decision that is expected', () => {
    fc.assert(
      fc.property(sharing, (ids) => {
        const draft = together(ids);
        for (const result of answered(runTests(draft, compose(draft, builtIn), builtIn)))
          if (result.owner.kind === 'persona' && result.state === 'holds')
            expect(decided(result, draft, ids), result.proof.id).toBe(result.proof.expect);
      }),
      { numRuns: runs(12) },
    );
  });

  it('are as many as with a role for each', () => {
    fc.assert(
      fc.property(sharing, (ids) => {
        const asked = [together(ids), apart(ids)].map(
          (draft) => answered(runTests(draft, compose(draft, builtIn), builtIn)).length,
        );
        expect(asked[0]).toBeGreaterThanOrEqual(asked[1] ?? 0);
      }),
      { numRuns: runs(6) },
    );
  });

  const pairs = [
    ['notebookRole', 'trainingRole'],
    ['notebookRole', 'hostingRole'],
    ['trainingRole', 'hostingRole', 'imageBuildRole'],
  ];

  it.each(pairs)('fail where only the other’s permissions allow the call, and say so: %s, %s', (...ids) => {
    const chosen = ids.filter((id) => id !== undefined);
    const results = runTests(together(chosen), compose(together(chosen), builtIn), builtIn);
    const failing = answered(results).filter(
      ({ state, proof }) => state === 'fails' && proof.expect === 'denied',
    );
    expect(failing.length).toBeGreaterThan(0);
    for (const result of failing) {
      expect(result.cause).toBe('sharedRole');
      expect(causeInWords(result, builtIn)).toMatch(/personas use the same role/);
      expect(result.policies.documents[result.proof.trust ? 'resource' : 'identity']?.length).toBeGreaterThan(
        1,
      );
    }
    expect(
      answered(runTests(apart(chosen), compose(apart(chosen), builtIn), builtIn)).every(
        ({ state }) => state === 'holds',
      ),
    ).toBe(true);
  });

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ['created under the name of the other', { notebookRole: arn('one'), trainingRole: 'ONE' }],
    ['two paths, one name', { notebookRole: arn('a/one'), trainingRole: arn('b/one') }],
    ['two cases of one name', { notebookRole: arn('one'), trainingRole: arn('One') }],
  ])('pass only if each reading gives the decision: %s', (_, names) => {
    const ids = ['notebookRole', 'trainingRole'];
    const draft = draftWith(ids, names);
    const results = answered(runTests(draft, compose(draft, builtIn), builtIn));
    expect(results.some(({ state, cause }) => state === 'fails' && cause === 'sharedRole')).toBe(true);
    for (const result of results)
      if (result.owner.kind === 'persona' && result.state === 'holds')
        for (const holders of [ids, [result.owner.persona]])
          expect(decided(result, draft, holders), result.proof.id).toBe(result.proof.expect);
  });

  it('are those of the persona alone where the roles differ, also in accounts', () => {
    const ids = ['notebookRole', 'trainingRole'];
    const elsewhere = { notebookRole: arn('one'), trainingRole: 'arn:aws:iam::444455556666:role/one' };
    const draft = draftWith(ids, elsewhere);
    for (const { state, proof, policies } of answered(runTests(draft, compose(draft, builtIn), builtIn))) {
      if (!proof.trust) expect(policies.documents.identity).toHaveLength(1);
      if (proof.expect === 'denied') expect(state, proof.id).toBe('holds');
    }
  });

  it('ask a role that is divided over several policies as a whole', () => {
    const draft = together(['notebookRole', 'mlopsEngineer']);
    const { documents } = deliver(draft, builtIn);
    const whole = runTests(draft, compose(draft, builtIn), builtIn).map(({ state }) => state);
    expect(runTests(draft, documents, builtIn).map(({ state }) => state)).toEqual(whole);
  });

  it('run every step of a scenario with the permissions of the one role', () => {
    const draft = together(['notebookRole', 'trainingRole']);
    const steps = runScenarios(draft, compose(draft, builtIn), builtIn).flatMap((scenario) =>
      answered(scenario.steps),
    );
    for (const step of steps) if (!step.proof.trust) expect(step.policies.documents.identity).toHaveLength(2);
  });
});

describe('what else is said of a persona whose role others have', () => {
  it('is said of all its permissions', () => {
    const draft = together(['notebookRole', 'trainingRole']);
    const documents = compose(draft, builtIn);
    const of = (persona: string) => identityPolicies(documents, persona).set.identity;
    expect(of('notebookRole')).toHaveLength(2);
    expect(of('trainingRole')).toEqual(of('notebookRole'));
  });
});
