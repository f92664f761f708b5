import { expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { chooseActivity, createDraft } from '../draft/createDraft.ts';
import type { Statement } from '../language/policy.ts';
import { builtIn } from '../library/builtIn.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import { testsOfPersona } from '../library/accessTests/index.ts';
import { runTests } from './runTests.ts';

/** Tests that can't fail test nothing: denials of each persona fail when one of its statements says more than it should. */

/** The statement on every resource, with every action of its services, without its condition, or for everyone. */
function wider(statement: Statement): readonly Statement[] {
  const { Condition, ...unconditional } = statement;
  const services = [statement.Action ?? []].flat().map((action) => `${action.split(':')[0]}:*`);
  return [
    ...(Condition ? [unconditional] : []),
    ...(statement.Principal ? [{ ...statement, Principal: '*' as const }] : []),
    ...(statement.Resource === undefined
      ? []
      : [
          { ...unconditional, Resource: '*' },
          { ...unconditional, Action: services },
        ]),
  ];
}

const mutants = (documents: readonly ComposedDocument[]): readonly (readonly ComposedDocument[])[] =>
  documents.flatMap((document, index) =>
    document.policy.Statement.flatMap((statement, at) =>
      (statement.Effect === 'Allow' ? wider(statement) : []).map((changed) => {
        const Statement = document.policy.Statement.with(at, changed);
        return documents.with(index, { ...document, policy: { ...document.policy, Statement } });
      }),
    ),
  );

/** Denials that fail once a statement of the draft is widened. */
const failedBy = (draft: Draft): readonly string[] => [
  ...new Set(
    mutants(compose(draft, builtIn)).flatMap((documents) =>
      runTests(draft, documents, builtIn).flatMap(({ state, proof }) =>
        state === 'fails' && proof.expect === 'denied' ? [proof.id] : [],
      ),
    ),
  ),
];

it.each(builtIn.personas.map(({ id }) => id))('%s: three denials fail when a statement is widened', (id) => {
  const failed = failedBy(fillExamples(createDraft({ personas: [id] }, builtIn), builtIn));
  expect(failed.length, failed.join(' ')).toBeGreaterThanOrEqual(3);
});

/** Activities that are selected by themselves, and whose tests are enough without those of the rest of the persona. */
const byThemselves: readonly (readonly [persona: string, activity: string])[] = [
  ['platformAdmin', 'manageNotebooks'],
  ['mlopsEngineer', 'optimizeInference'],
  ['mlopsEngineer', 'manageModelCards'],
  ['platformAdmin', 'reserveCapacity'],
  ['hyperPodAdmin', 'reserveCapacity'],
  ['mlopsEngineer', 'packageAlgorithms'],
  ['platformAdmin', 'managePartnerApps'],
  ['studioUser', 'usePartnerApps'],
  ['labelingManager', 'manageReviews'],
  ['endpointCaller', 'startReviews'],
  ['dataScientist', 's3TeamAccess'],
  ['dataScientist', 'queryAthena'],
  ['dataScientist', 'useHub'],
  ['dataScientist', 'manageJobs'],
  ['dataScientist', 'scheduleNotebooks'],
];

it.each(byThemselves)('%s, %s alone: eight tests, and three of its denials fail', (id, activity) => {
  const tests = testsOfPersona(id, builtIn).filter((test) => test.activity === activity);
  expect(tests.length).toBeGreaterThanOrEqual(8);
  const alone = { [id]: [chooseActivity(activity, builtIn)] };
  const failed = failedBy(fillExamples(createDraft({ personas: [id], activities: alone }, builtIn), builtIn));
  const own = failed.filter((name) => tests.some((test) => test.id === name));
  expect(own.length, own.join(' ')).toBeGreaterThanOrEqual(3);
});
