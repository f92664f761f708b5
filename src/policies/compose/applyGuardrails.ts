import type { StatementTemplate } from '../library/activities/activity.ts';
import { canonicalValue } from '../language/canonical.ts';
import { activeRules, type SelectedGuardrail, selectedGuardrails } from '../draft/selection.ts';
import type { GuardrailSource } from '../model/composedDocument.ts';
import { coversAction } from '../language/subsumes.ts';
import { type ConditionBlock, listOf } from '../language/policy.ts';
import type { Draft } from '../model/draft.ts';
import { expandTemplate } from './expandTemplate.ts';
import type { ConditionedAllow, Denial } from '../library/guardrails/guardrail.ts';
import type { AttributedStatement } from './merge/mergeStatements.ts';
import type { Ruleset } from '../library/ruleset.ts';
import { attribute } from './attribute.ts';
import type { Readings } from './variableReadings.ts';

/** Principals with this tag are exempt. A tag that is absent does not exempt: the negated operator holds then. */
const notExempt = {
  StringNotEqualsIfExists: { 'aws:PrincipalTag/<EXEMPTION_TAG_KEY>': ['<EXEMPTION_TAG_VALUE>'] },
} as const;

const exempt = {
  StringEquals: { 'aws:PrincipalTag/<EXEMPTION_TAG_KEY>': ['<EXEMPTION_TAG_VALUE>'] },
} as const;

/** Template behind `exemptionCondition`, for those who need to know which variables it uses. */
export const exemptionTemplate: StatementTemplate = {
  Sid: 'Exemption',
  Effect: 'Allow',
  Action: [],
  Condition: exempt,
};

/** Adds the selected guardrails to each identity policy's statements, unless they go into a document apart. */
export function applyGuardrails<Plan extends { readonly statements: readonly AttributedStatement[] }>(
  plans: readonly Plan[],
  draft: Draft,
  readings: Readings,
): readonly Plan[] {
  const guardrails = selectedGuardrails(draft);
  const { delivery, exemption } = draft.limits;
  if (delivery === 'deny') {
    const denied = denials(guardrails, exemption, readings);
    return plans.map((plan) => ({ ...plan, statements: [...plan.statements, ...denied] }));
  }
  if (delivery !== 'conditions') return plans;
  return plans.map((plan) => ({
    ...plan,
    statements: conditioned(
      plan.statements,
      guardrails,
      exemption,
      readings,
      alwaysDenied(draft, readings.ruleset),
    ),
  }));
}

/**
 * Guardrails to enforce with Deny statements in any case. Conditions limit only generated statements: if a person adds others,
 * the guardrails that an organization requires need a Deny, which limits every Allow of the role.
 */
function alwaysDenied({ edits }: Draft, { preset }: Ruleset): Set<string> {
  const isWritten = Object.values(edits).some(
    ({ own: imported, entries }) => !imported && entries.some(({ text }) => text !== undefined),
  );
  const required = preset?.requiredGuardrails ?? [];
  return new Set(isWritten ? required.map(({ guardrail }) => guardrail) : []);
}

/** The denials of guardrails; with `exemption` they leave tagged principals alone. */
export function denials(
  guardrails: readonly SelectedGuardrail[],
  exemption: boolean,
  readings: Readings,
  without: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
): readonly AttributedStatement[] {
  return guardrails.flatMap((entry) =>
    activeRules(entry.guardrail.deny, entry).flatMap((rule) => {
      const done = without.get(entry.guardrail.id);
      const Action = done ? rule.Action.filter((action) => !done.has(action)) : rule.Action;
      if (Action.length === 0) return [];
      return attributedRule(entry, asDenial({ ...rule, Action }, exemption), readings);
    }),
  );
}

const denialTemplates = new WeakMap<Denial['Action'], Map<string, StatementTemplate>>();

/** The same object for the same rule, so that caches keyed by the template keep working. */
function asDenial(rule: Denial, exemption: boolean): StatementTemplate {
  const templates = denialTemplates.get(rule.Action) ?? new Map<string, StatementTemplate>();
  denialTemplates.set(rule.Action, templates);
  const key = `${exemption} ${rule.Sid}`;
  const ready = templates.get(key);
  if (ready) return ready;
  const Condition = exemption ? (conjoin(rule.Condition, notExempt) ?? rule.Condition) : rule.Condition;
  const template: StatementTemplate = { ...rule, Effect: 'Deny', Resource: ['*'], Condition };
  templates.set(key, template);
  return template;
}

function attributedRule(
  { guardrail }: SelectedGuardrail,
  template: StatementTemplate,
  readings: Readings,
): readonly AttributedStatement[] {
  const source: GuardrailSource = { kind: 'guardrail', guardrail: guardrail.id, template: template.Sid };
  return attribute(expandTemplate(template, readings), source, { template: template.Sid });
}

/** A condition on an Allow, ready to be added. */
interface Condition {
  readonly guardrail: string;
  readonly source: GuardrailSource;
  readonly actions: ReadonlySet<string>;
  readonly condition: ConditionBlock;
}

/**
 * Adds the conditions of guardrails to what is allowed. What cannot be said so is denied instead: actions for which a
 * guardrail has no condition, actions allowed by a wildcard, and conditions that a statement already has with other
 * values. `needDenial`: ids of guardrails that need a Deny in any case; ids of those that turn out to need one are added.
 */
function conditioned(
  statements: readonly AttributedStatement[],
  guardrails: readonly SelectedGuardrail[],
  exemption: boolean,
  readings: Readings,
  needDenial: Set<string>,
): readonly AttributedStatement[] {
  const conditions = guardrails.flatMap((entry) => conditionsOf(entry, readings));
  const guarded = statements.flatMap((entry) => addConditions(entry, conditions, needDenial));
  const exempted = exemption ? exemptTwins(statements, guarded, readings) : [];
  const done = new Map(
    guardrails
      .filter(({ guardrail }) => !needDenial.has(guardrail.id))
      .map(({ guardrail }) => [guardrail.id, actionsIn(conditions, guardrail.id)]),
  );
  return [...guarded, ...exempted, ...denials(guardrails, exemption, readings, done)];
}

/** An action is done with only where every denial of it has its condition, which the tests hold for each guardrail. */
const actionsIn = (conditions: readonly Condition[], guardrail: string): ReadonlySet<string> =>
  new Set(conditions.filter((one) => one.guardrail === guardrail).flatMap(({ actions }) => [...actions]));

function conditionsOf(entry: SelectedGuardrail, readings: Readings): readonly Condition[] {
  return activeRules(entry.guardrail.allow, entry).flatMap((rule: ConditionedAllow) =>
    attributedRule(entry, { ...rule, Effect: 'Allow', Resource: ['*'] }, readings).map(({ statement }) => ({
      guardrail: entry.guardrail.id,
      source: { kind: 'guardrail', guardrail: entry.guardrail.id, template: rule.Sid },
      actions: new Set(rule.Action),
      condition: statement.Condition ?? {},
    })),
  );
}

function addConditions(
  entry: AttributedStatement,
  conditions: readonly Condition[],
  needDenial: Set<string>,
): readonly AttributedStatement[] {
  const { statement } = entry;
  if (statement.Effect !== 'Allow') return [entry];
  const groups = new Map<string, { readonly actions: string[]; readonly conditions: readonly Condition[] }>();
  for (const action of listOf(statement.Action)) {
    const applying = conditions.filter(({ actions }) => actions.has(action));
    markWildcard(action, conditions, needDenial);
    const key = applying.map(({ source }) => `${source.guardrail} ${source.template}`).join('\n');
    const group = groups.get(key) ?? { actions: [], conditions: applying };
    group.actions.push(action);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) =>
    withConditions(entry, group.actions, group.conditions, needDenial),
  );
}

function markWildcard(action: string, conditions: readonly Condition[], needDenial: Set<string>): void {
  if (!/[*?]/.test(action)) return;
  for (const { guardrail, actions } of conditions)
    if ([...actions].some((named) => coversAction(action, named))) needDenial.add(guardrail);
}

function withConditions(
  { statement, name, sources = [] }: AttributedStatement,
  actions: readonly string[],
  conditions: readonly Condition[],
  needDenial: Set<string>,
): AttributedStatement {
  let block: ConditionBlock | undefined = statement.Condition;
  const added: GuardrailSource[] = [];
  for (const { guardrail, condition, source } of conditions) {
    const joined = conjoin(block ?? {}, condition);
    if (joined) {
      block = joined;
      added.push(source);
    } else needDenial.add(guardrail);
  }
  const template = added.length > 0 ? `${name.template}Guarded` : name.template;
  return {
    statement: { ...statement, Action: actions, ...(block ? { Condition: block } : {}) },
    name: { ...name, template },
    sources: [...sources, ...added],
  };
}

/** What the guardrails took from exempt principals, given back to them alone. */
function exemptTwins(
  before: readonly AttributedStatement[],
  after: readonly AttributedStatement[],
  readings: Readings,
): readonly AttributedStatement[] {
  const guardedNames = new Set(
    after.filter(({ name }) => name.template.endsWith('Guarded')).map(({ name }) => name.template),
  );
  const [only] = expandTemplate(exemptionTemplate, readings);
  return before
    .filter(({ name }) => guardedNames.has(`${name.template}Guarded`))
    .flatMap((entry): readonly AttributedStatement[] => {
      const Condition = conjoin(entry.statement.Condition ?? {}, only?.statement.Condition ?? {});
      const name = { ...entry.name, template: `${entry.name.template}Exempt` };
      return Condition ? [{ ...entry, name, statement: { ...entry.statement, Condition } }] : [];
    });
}

type ConditionLists = NonNullable<StatementTemplate['Condition']>;

/** Both conditions in one block; nothing where both ask the same operator and key for different values. */
export function conjoin(one: ConditionBlock, other: ConditionBlock): ConditionLists | undefined {
  const joined: Record<string, Record<string, readonly string[]>> = {};
  for (const [operator, keys] of [...Object.entries(one), ...Object.entries(other)]) {
    const valuesByKey = joined[operator] ?? {};
    for (const [key, values] of Object.entries(keys)) {
      const list = listOf(values);
      const before = valuesByKey[key];
      if (before && JSON.stringify(canonicalValue(before)) !== JSON.stringify(canonicalValue(list)))
        return undefined;
      valuesByKey[key] = list;
    }
    joined[operator] = valuesByKey;
  }
  return joined;
}
