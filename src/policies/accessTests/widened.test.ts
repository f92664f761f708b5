import { expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { createDraft } from '../draft/createDraft.ts';
import type { Statement } from '../language/policy.ts';
import { builtIn } from '../library/builtIn.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
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

it.each(builtIn.personas.map(({ id }) => id))('%s: three denials fail when a statement is widened', (id) => {
  const draft = fillExamples(createDraft({ personas: [id] }, builtIn), builtIn);
  const failed = new Set(
    mutants(compose(draft, builtIn)).flatMap((documents) =>
      runTests(draft, documents, builtIn).flatMap(({ state, proof }) =>
        state === 'fails' && proof.expect === 'denied' ? [proof.id] : [],
      ),
    ),
  );
  expect([...failed].length, [...failed].join(' ')).toBeGreaterThanOrEqual(3);
});
