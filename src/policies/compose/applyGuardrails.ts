import type { StatementTemplate } from '../library/activities/activity.ts';
import { canonicalValue } from '../language/canonical.ts';
import { activeRules, type ChosenGuardrail, chosenGuardrails } from '../draft/selection.ts';
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

/** An identity policy's statements with the chosen guardrails, as far as they are delivered inside the policy. */
export function guardIdentity(
  statements: readonly AttributedStatement[],
  draft: Draft,
  readings: Readings,
): readonly AttributedStatement[] {
  const chosen = chosenGuardrails(draft);
  const { delivery, exemption } = draft.limits;
  if (delivery === 'deny') return [...statements, ...denials(chosen, exemption, readings)];
  return delivery === 'conditions'
    ? conditioned(statements, chosen, exemption, readings, beyondConditions(draft, readings.ruleset))
    : statements;
}

/**
 * Conditions hold only what the choices make. Where a person writes statements as well, guardrails that an organisation requires
 * are denied besides: a denial holds whatever stands beside it.
 */
function beyondConditions({ edits }: Draft, { preset }: Ruleset): Set<string> {
  const isWritten = Object.values(edits).some(
    ({ own, entries }) => !own && entries.some(({ text }) => text !== undefined),
  );
  const required = preset?.requiredGuardrails ?? [];
  return new Set(isWritten ? required.map(({ guardrail }) => guardrail) : []);
}

/** The denials of guardrails; with `exemption` they leave tagged principals alone. */
export function denials(
  chosen: readonly ChosenGuardrail[],
  exemption: boolean,
  readings: Readings,
  without: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
): readonly AttributedStatement[] {
  return chosen.flatMap((entry) =>
    activeRules(entry.guardrail.deny, entry).flatMap((rule) => {
      const done = without.get(entry.guardrail.id);
      const Action = done ? rule.Action.filter((action) => !done.has(action)) : rule.Action;
      if (Action.length === 0) return [];
      return sourcedRule(entry, asDenial({ ...rule, Action }, exemption), readings);
    }),
  );
}

const denialTemplates = new WeakMap<Denial['Action'], Map<string, StatementTemplate>>();

/** The same object for the same rule, so that what is known about a template stays known. */
function asDenial(rule: Denial, exemption: boolean): StatementTemplate {
  const known = denialTemplates.get(rule.Action) ?? new Map<string, StatementTemplate>();
  denialTemplates.set(rule.Action, known);
  const key = `${exemption} ${rule.Sid}`;
  const ready = known.get(key);
  if (ready) return ready;
  const Condition = exemption ? (conjoin(rule.Condition, notExempt) ?? rule.Condition) : rule.Condition;
  const template: StatementTemplate = { ...rule, Effect: 'Deny', Resource: ['*'], Condition };
  known.set(key, template);
  return template;
}

function sourcedRule(
  { guardrail }: ChosenGuardrail,
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
 * values. `failed`: guardrails that are denied in any case; those that turn out to be are added.
 */
function conditioned(
  statements: readonly AttributedStatement[],
  chosen: readonly ChosenGuardrail[],
  exemption: boolean,
  readings: Readings,
  failed: Set<string>,
): readonly AttributedStatement[] {
  const conditions = chosen.flatMap((entry) => conditionsOf(entry, readings));
  const guarded = statements.flatMap((entry) => addConditions(entry, conditions, failed));
  const exempted = exemption ? exemptTwins(statements, guarded, readings) : [];
  const done = new Map(
    chosen
      .filter(({ guardrail }) => !failed.has(guardrail.id))
      .map(({ guardrail }) => [guardrail.id, actionsIn(conditions, guardrail.id)]),
  );
  return [...guarded, ...exempted, ...denials(chosen, exemption, readings, done)];
}

/** An action is done with only where every denial of it has its condition, which the tests hold for each guardrail. */
const actionsIn = (conditions: readonly Condition[], guardrail: string): ReadonlySet<string> =>
  new Set(conditions.filter((one) => one.guardrail === guardrail).flatMap(({ actions }) => [...actions]));

function conditionsOf(entry: ChosenGuardrail, readings: Readings): readonly Condition[] {
  return activeRules(entry.guardrail.allow, entry).flatMap((rule: ConditionedAllow) =>
    sourcedRule(entry, { ...rule, Effect: 'Allow', Resource: ['*'] }, readings).map(({ statement }) => ({
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
  failed: Set<string>,
): readonly AttributedStatement[] {
  const { statement } = entry;
  if (statement.Effect !== 'Allow') return [entry];
  const groups = new Map<string, { readonly actions: string[]; readonly conditions: readonly Condition[] }>();
  for (const action of listOf(statement.Action)) {
    const applying = conditions.filter(({ actions }) => actions.has(action));
    markWildcard(action, conditions, failed);
    const key = applying.map(({ source }) => `${source.guardrail} ${source.template}`).join('\n');
    const group = groups.get(key) ?? { actions: [], conditions: applying };
    group.actions.push(action);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => withConditions(entry, group.actions, group.conditions, failed));
}

function markWildcard(action: string, conditions: readonly Condition[], failed: Set<string>): void {
  if (!/[*?]/.test(action)) return;
  for (const { guardrail, actions } of conditions)
    if ([...actions].some((named) => coversAction(action, named))) failed.add(guardrail);
}

function withConditions(
  { statement, name, sources = [] }: AttributedStatement,
  actions: readonly string[],
  conditions: readonly Condition[],
  failed: Set<string>,
): AttributedStatement {
  let block: ConditionBlock | undefined = statement.Condition;
  const added: GuardrailSource[] = [];
  for (const { guardrail, condition, source } of conditions) {
    const joined = conjoin(block ?? {}, condition);
    if (joined) {
      block = joined;
      added.push(source);
    } else failed.add(guardrail);
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
    const known = joined[operator] ?? {};
    for (const [key, values] of Object.entries(keys)) {
      const list = listOf(values);
      const before = known[key];
      if (before && JSON.stringify(canonicalValue(before)) !== JSON.stringify(canonicalValue(list)))
        return undefined;
      known[key] = list;
    }
    joined[operator] = known;
  }
  return joined;
}
