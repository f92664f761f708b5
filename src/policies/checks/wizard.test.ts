import { beforeAll, expect, it } from 'vitest';
import { draftProblems } from '../compose/variablesInUse.ts';
import { builtIn } from '../library/builtIn.ts';
import { findActivity } from '../library/ruleset.ts';
import { everyNth, pairsOf } from '../testing/effort.ts';
import { testCatalog } from '../testing/testCatalog.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { compose } from '../compose/compose.ts';
import type { DocumentKind } from '../language/policy.ts';
import { createDraft } from '../draft/createDraft.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { guardrails } from '../library/guardrails/index.ts';
import { personas } from '../library/personas/index.ts';
import { printPolicy } from '../language/print.ts';
import type { Finding } from './check.ts';
import { policyTypeOf } from './described.ts';
import { checkPolicy } from './checkPolicy.ts';

/** What the page composes, filled with example values, has nothing that IAM refuses and nothing that is unsafe. */

let catalog: Catalog;

beforeAll(async () => {
  catalog = await testCatalog();
});

/** Sizes have their own meter and are split after composing. The ceiling of a boundary grants nothing by itself. */
const isElsewhere = (kind: DocumentKind, code: string) =>
  code.startsWith('POLICY_SIZE_') ||
  (kind === 'permissions-boundary' && /^(?:PASS_ROLE_|SPB_PRIVILEGE_)/.test(code));

const GRAVE = new Set(['ERROR', 'SECURITY_WARNING']);

function graveFindings(draft: ReturnType<typeof createDraft>) {
  return compose(draft, builtIn).flatMap(({ id, kind, policy }) =>
    findingsOf(kind, printPolicy(policy).text)
      .filter(({ type, code }) => GRAVE.has(type) && !isElsewhere(kind, code))
      .map(({ code, values }) => `${id}: ${code} ${JSON.stringify(values)}`),
  );
}

/** What is found in a text, once for all drafts that make it. */
const known = new Map<string, readonly Finding[]>();

function findingsOf(kind: DocumentKind, text: string, placeholders?: 'open'): readonly Finding[] {
  const key = `${kind} ${placeholders} ${text}`;
  const found =
    known.get(key) ??
    checkPolicy(text, policyTypeOf[kind], {
      catalog,
      ...(placeholders === undefined ? {} : { placeholders }),
    });
  known.set(key, found);
  return found;
}

const choice = (activity: string) => ({ activity, stance: 'hardened' as const, options: {} });

it.each(personas.flatMap(({ id, activities }) => activities.map(({ activity }) => [id, activity] as const)))(
  '%s with %s, hardened, raises nothing grave',
  (persona, activity) => {
    const draft = createDraft(
      { personas: [persona], activities: { [persona]: [choice(activity)] } },
      builtIn,
    );
    expect(graveFindings(fillExamples(draft, builtIn))).toEqual([]);
  },
);

it.each(['deny', 'conditions', 'boundary', 'serviceControl'] as const)(
  'everything with all limits, delivered as %s, raises nothing grave',
  (delivery) => {
    const everything = Object.fromEntries(
      personas.map(({ id, activities }) => [id, activities.map(({ activity }) => choice(activity))]),
    );
    const draft = createDraft({ personas: personas.map(({ id }) => id), activities: everything }, builtIn);
    const chosen = guardrails.map(({ id }) => ({ guardrail: id, options: {} }));
    expect(
      graveFindings(fillExamples({ ...draft, limits: { ...draft.limits, chosen, delivery } }, builtIn)),
    ).toEqual([]);
  },
);

const deliveries = ['deny', 'conditions', 'boundary', 'serviceControl'] as const;
const guardrailIds = guardrails.map(({ id }) => id);

const pairs = pairsOf(guardrailIds, deliveries, 4);

it.each(pairs)('%s for all personas, delivered as %s, raises nothing grave', (guardrail, delivery) => {
  const draft = createDraft({ personas: personas.map(({ id }) => id) }, builtIn);
  const limits = { ...draft.limits, chosen: [{ guardrail, options: {} }], delivery };
  expect(graveFindings(fillExamples({ ...draft, limits }, builtIn))).toEqual([]);
});

/** Kinds of findings by document, of a draft as it is on the page. */
function findingsOnPage(draft: ReturnType<typeof createDraft>): readonly string[] {
  const found = compose(draft, builtIn).flatMap(({ id, kind, policy }) =>
    findingsOf(kind, printPolicy(policy).text, 'open').map(({ code }) => `${id}: ${code}`),
  );
  return [...new Set(found)].sort();
}

const trusts = personas.flatMap(({ id, trust }) => trust.map(({ form }) => [id, form] as const));

it.each(trusts)('%s assumed as %s: a value that is missing is no finding', (persona, form) => {
  const draft = createDraft({ personas: [persona], trust: { [persona]: { form, options: {} } } }, builtIn);
  const filled = findingsOnPage(fillExamples(draft, builtIn));
  expect(findingsOnPage(draft).filter((finding) => !filled.includes(finding))).toEqual([]);
});

it.each(personas.flatMap(({ id, activities }) => activities.map(({ activity }) => [id, activity] as const)))(
  '%s with %s: a value that is missing is no finding',
  (persona, activity) => {
    const draft = createDraft(
      { personas: [persona], activities: { [persona]: [choice(activity)] } },
      builtIn,
    );
    const filled = findingsOnPage(fillExamples(draft, builtIn));
    expect(findingsOnPage(draft).filter((finding) => !filled.includes(finding))).toEqual([]);
  },
);

it.each(pairs)('%s, delivered as %s: a value that is missing is no finding', (guardrail, delivery) => {
  const draft = createDraft({ personas: ['dataScientist', 'trainingRole'] }, builtIn);
  const limited = {
    ...draft,
    limits: { ...draft.limits, chosen: [{ guardrail, options: {} }], exemption: true, delivery },
  };
  const filled = findingsOnPage(fillExamples(limited, builtIn));
  expect(findingsOnPage(limited).filter((finding) => !filled.includes(finding))).toEqual([]);
});

const optionValues = personas.flatMap(({ id, activities }) =>
  activities.flatMap(({ activity }) =>
    (findActivity(activity, builtIn)?.options ?? []).flatMap((option) =>
      option.choices.flatMap(({ value }) =>
        option.stances.map((stance) => [id, activity, stance, option.id, value] as const),
      ),
    ),
  ),
);

it.each(everyNth(optionValues, 3))(
  '%s with %s, %s, %s %s: a value that is missing is no finding, but one to fill in',
  (persona, activity, stance, option, value) => {
    const chosen = { activity, stance, options: { [option]: value } };
    const draft = createDraft({ personas: [persona], activities: { [persona]: [chosen] } }, builtIn);
    const filled = findingsOnPage(fillExamples(draft, builtIn));
    expect(findingsOnPage(draft).filter((finding) => !filled.includes(finding))).toEqual([]);
    const left = compose(draft, builtIn).flatMap(
      ({ policy }) => printPolicy(policy).text.match(/"<\w+>"/g) ?? [],
    );
    const asked = draftProblems(draft, builtIn).flatMap(({ variable: { placeholders } }) => placeholders);
    expect(asked.map((name) => `"<${name}>"`)).toEqual(expect.arrayContaining([...new Set(left)]));
  },
);

it.each([
  ['<CONSOLE_READ_ACTION>', 'open', []],
  ['<CONSOLE_READ_ACTION>', 'text', ['INVALID_ACTION']],
  ['<SOME_ACTION>', 'open', ['INVALID_ACTION']],
  ['sagemaker:<CONSOLE_READ_ACTION>', 'open', ['INVALID_ACTION']],
] as const)('%s as an action, placeholders %s: %j', (Action, placeholders, expected) => {
  const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] };
  const found = checkPolicy(JSON.stringify(policy), 'identity', { catalog, placeholders });
  expect(found.map(({ code }) => code)).toEqual(expected);
});
