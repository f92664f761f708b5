import { describe, expect, it } from 'vitest';
import { runTests } from '../../accessTests/runTests.ts';
import { checkPolicy } from '../../checks/checkPolicy.ts';
import { compose } from '../../compose/compose.ts';
import { deliver } from '../../compose/deliver.ts';
import { fillValues } from '../../compose/exampleValues.ts';
import { variablesInUse } from '../../compose/variablesInUse.ts';
import { createDraft } from '../../draft/createDraft.ts';
import { runGuarantees } from '../../guarantees/runGuarantees.ts';
import { listOf, type Statement } from '../../language/policy.ts';
import { printPolicy } from '../../language/print.ts';
import type { ComposedDocument } from '../../model/composedDocument.ts';
import { type Draft, type GuardrailPlacement, noLimits } from '../../model/draft.ts';
import { testCatalog } from '../../testing/testCatalog.ts';
import { guaranteesOfGuardrail } from '../guarantees/index.ts';
import { builtIn } from '../builtIn.ts';
import { findGuardrail, guardrails } from './index.ts';
import { placements } from './placements.ts';

/** Guardrails of resources, one way in which all of them are selected a row. */
const choices: readonly (readonly [name: string, options: Readonly<Record<string, string>>])[] = [
  ['for the organization', {}],
  ['without roles', { roles: 'off' }],
  ['for trusted accounts', { others: 'trusted' }],
  ['for trusted accounts, without roles', { others: 'trusted', roles: 'off' }],
];

const catalog = await testCatalog();

const ofResources = guardrails.filter(({ resourceControl }) => resourceControl);

function draftWith(
  options: Readonly<Record<string, string>> = {},
  limits: Partial<Draft['limits']> = {},
  personas: readonly string[] = [],
): Draft {
  const chosen = ofResources.map(({ id }) => ({
    guardrail: id,
    options: findGuardrail(id)!.options.length > 0 ? options : {},
  }));
  return fillValues(createDraft({ personas, limits: { ...noLimits, chosen, ...limits } }, builtIn), builtIn);
}

const policyOf = (documents: readonly ComposedDocument[]) =>
  documents.find(({ kind }) => kind === 'resource-control')!;

describe.each(choices)('a resource control policy %s', (_, options) => {
  const draft = draftWith(options);
  const documents = compose(draft, builtIn);
  const document = policyOf(documents);

  it('is the only document of a set without roles, denies for everyone, and within its quota', () => {
    expect(documents.map(({ kind }) => kind)).toEqual(['resource-control']);
    for (const statement of document.policy.Statement)
      expect(statement).toMatchObject({ Effect: 'Deny', Principal: '*' });
    expect(deliver(draft, builtIn)).toMatchObject({ tooLarge: [], documents: [{ id: 'resourceControl' }] });
  });

  it('raises no finding as what it is', () => {
    const { text } = printPolicy(document.policy);
    expect(checkPolicy(text, 'rcp', { catalog })).toEqual([]);
  });

  it('passes every test, and proves every guarantee', () => {
    const results = runTests(draft, documents, builtIn);
    expect(results.filter(({ state }) => state !== 'holds' && state !== 'notAsked')).toEqual([]);
    expect(results.filter(({ state }) => state === 'holds').length).toBeGreaterThanOrEqual(8);
    const guarantees = runGuarantees({ draft, documents, ruleset: builtIn, catalog });
    expect(guarantees.length).toBeGreaterThanOrEqual(3);
    for (const { id, answer } of guarantees) expect(answer.state, id).toBe('proven');
  });
});

/** Statements that deny less: nothing, one action of a list less, or only under one more condition. */
const weaker = (statement: Statement): readonly (readonly Statement[])[] => [
  [],
  ...listOf(statement.Action).map((left) => [
    { ...statement, Action: listOf(statement.Action).filter((action) => action !== left) },
  ]),
  [{ ...statement, Condition: { ...statement.Condition, StringEquals: { 'aws:RequestedRegion': 'zz' } } }],
];

const withStatements = (document: ComposedDocument, at: number, changed: readonly Statement[]) => ({
  ...document,
  policy: { ...document.policy, Statement: document.policy.Statement.toSpliced(at, 1, ...changed) },
});

function failing(draft: Draft, document: ComposedDocument): readonly string[] {
  return runTests(draft, [document], builtIn)
    .filter(({ state }) => state === 'fails')
    .map(({ proof }) => `${proof.expect} ${proof.id}`);
}

describe.each(ofResources.map(({ id }) => id))('%s', (id) => {
  const draft = draftWith({}, { chosen: [{ guardrail: id, options: {} }] });
  const document = policyOf(compose(draft, builtIn));
  const places = document.policy.Statement.map((statement, at) => ({ statement, at }));

  it('has three denials that fail when a statement denies less', () => {
    const failed = places.flatMap(({ statement, at }) =>
      weaker(statement).flatMap((changed) => failing(draft, withStatements(document, at, changed))),
    );
    const denials = new Set(failed.filter((name) => name.startsWith('denied')));
    expect(denials.size).toBeGreaterThanOrEqual(3);
  });

  it.each(places)(
    'has a test that fails without statement $at, and one when it denies always',
    ({ statement, at }) => {
      expect(failing(draft, withStatements(document, at, []))).not.toEqual([]);
      const { Condition: _, ...always } = statement;
      expect(
        failing(draft, withStatements(document, at, [always])).some((name) => name.startsWith('allowed')),
      ).toBe(true);
    },
  );

  it('violates a guarantee when a statement is missing', () => {
    for (const { at } of places) {
      const documents = [withStatements(document, at, [])];
      const states = runGuarantees({ draft, documents, ruleset: builtIn, catalog }).map(
        ({ answer }) => answer.state,
      );
      expect(
        states.some((state) => state !== 'proven'),
        String(at),
      ).toBe(true);
    }
    expect(guaranteesOfGuardrail(id).length).toBeGreaterThan(0);
  });
});

it.each(placements.map(({ value }) => value))(
  'stays the same, and out of every other policy: %s',
  (delivery) => {
    const documents = compose(draftWith({}, { delivery, exemption: true }, ['dataScientist']), builtIn);
    expect(policyOf(documents).policy).toEqual(policyOf(compose(draftWith(), builtIn)).policy);
    const others = documents.filter(({ kind }) => kind !== 'resource-control');
    expect(new Set(others.map(({ kind }) => kind))).toEqual(new Set(['identity', 'trust']));
    expect(JSON.stringify(others)).not.toContain('DenyStores');
    expect(JSON.stringify(policyOf(documents).policy)).not.toContain('PrincipalTag');
  },
);

it('asks for the organization once, and for accounts only where some are trusted', () => {
  const asked = (options: Readonly<Record<string, string>>, delivery: GuardrailPlacement = 'deny') =>
    variablesInUse(draftWith(options, { delivery }), builtIn).map(({ id }) => id);
  expect(asked({})).toEqual(['organizationId']);
  expect(asked({ others: 'trusted' }, 'serviceControl')).toEqual(['organizationId', 'partnerAccountIds']);
});
