import { partitionPattern } from '../../language/partitions.ts';
import type { Ruleset } from '../../library/ruleset.ts';
import type { Stance } from '../../model/stance.ts';
import { type DocumentKind, POLICY_VERSION, type PolicyDocument } from '../../language/policy.ts';
import { type MatchingActivity, matchSource } from './matchingActivity.ts';
import { mostFrequent } from './guessVariableValues.ts';
import type { TargetDocument } from './templateCoverage.ts';
import {
  isAccessWithin,
  type StatementAccess,
  accessOfStatement,
  accessOverlaps,
} from './statementAccess.ts';
import { templateSources } from './templateSources.ts';

/** A choice that makes statements of a document, offered in their place. */
export interface ActivityOffer {
  /** An activity of a persona in a stance, or without one a trust form. */
  readonly kind: 'activity' | 'trust';
  readonly choice: string;
  readonly stance?: Stance;
  readonly options: Readonly<Record<string, string>>;
  /** Personas that it can be chosen for; the first has most of what is recognized. */
  readonly personas: readonly string[];
  /** Variable id → values that were read back. */
  readonly variables: Readonly<Record<string, readonly string[]>>;
  /** Statements of the document that it makes, alone or together with the other offers. */
  readonly statements: readonly number[];
  /** Whether it makes the same access. Otherwise `differences` says what it makes other, and why. */
  readonly exact: boolean;
  readonly differences: readonly string[];
}

export interface ActivityMatches {
  readonly offers: readonly ActivityOffer[];
  /** Statements that all offers together make. */
  readonly statements: readonly number[];
}

/** Far above any policy that AWS takes: larger policies are not matched. */
const MAX_STATEMENTS = 300;
const MAX_LENGTH = 100_000;

/**
 * The choices that make the statements of a document: the fewest that make the most of its statements whole. Values are read back
 * into the variables. Nothing is offered whose statements are not all in the document; differences that come from repairs of the guide are listed.
 */
export function matchActivities(
  policy: PolicyDocument,
  kind: DocumentKind,
  ruleset: Ruleset,
): ActivityMatches {
  const text = JSON.stringify(policy);
  if (
    policy.Statement.length > MAX_STATEMENTS ||
    text.length > MAX_LENGTH ||
    holdsDeadVariables(policy, text)
  )
    return { offers: [], statements: [] };
  const target = targetOf(policy, ruleset);
  const candidates = templateSources(kind, ruleset).flatMap((form) => matchSource(form, target) ?? []);
  const fewestNeeded = fewest(candidates, target);
  const statements = coveredBy(fewestNeeded, target);
  return {
    offers: inPersonas(fewestNeeded).map(({ candidate, personas }) =>
      offerOf(candidate, personas, statements, target),
    ),
    statements,
  };
}

/**
 * In an older version `${…}` is plain text, which a choice would bring to life.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
 */
const holdsDeadVariables = ({ Version }: PolicyDocument, text: string): boolean =>
  Version !== POLICY_VERSION && text.includes('${');

/** The statements that some of a document's offers make without the others. */
export function statementsOfOffers(
  policy: PolicyDocument,
  kind: DocumentKind,
  offers: readonly ActivityOffer[],
  ruleset: Ruleset,
): readonly number[] {
  const target = targetOf(policy, ruleset);
  const forms = templateSources(kind, ruleset);
  const candidates = offers.flatMap(({ choice, stance }) => {
    const form = forms.find((one) => one.id === choice && one.stance === stance);
    return (form && matchSource(form, target)) ?? [];
  });
  return coveredBy(candidates, target);
}

const ARN = new RegExp(String.raw`arn:${partitionPattern}:[\w-]{1,64}:([\w-]{0,32}):(\d{12})?`, 'g');

function targetOf(policy: PolicyDocument, ruleset: Ruleset): TargetDocument {
  const statements = policy.Statement.flatMap((statement, index) => {
    const parts = accessOfStatement(statement);
    return parts ? [{ index, statement, parts }] : [];
  });
  const arns = [...JSON.stringify(policy).matchAll(ARN)];
  const common = {
    region: mostFrequent(arns.flatMap(([, , region]) => region || [])).slice(0, 1),
    accountId: mostFrequent(arns.flatMap(([, , , account]) => account ?? [])).slice(0, 1),
  };
  const [partition = 'aws'] = mostFrequent(arns.flatMap(([, found]) => found ?? []));
  return { statements, parts: statements.map(({ parts }) => parts), common, partition, ruleset };
}

function coveredBy(
  candidates: readonly MatchingActivity[],
  { statements }: TargetDocument,
): readonly number[] {
  const made = candidates.flatMap(({ parts }) => parts);
  return statements.filter(({ parts }) => isAccessWithin(parts, made)).map(({ index }) => index);
}

/** Without those that the others can do without. Asked first: what changes something, what is of other personas, the smallest. */
function fewest(
  candidates: readonly MatchingActivity[],
  target: TargetDocument,
): readonly MatchingActivity[] {
  let fewestNeeded = oneStance(candidates, target);
  const wanted = coveredBy(fewestNeeded, target).length;
  const counts = countByPersona(fewestNeeded);
  const likely = ({ form }: MatchingActivity) =>
    Math.max(0, ...form.personas.map((persona) => counts.get(persona) ?? 0));
  const order = [...fewestNeeded].sort(
    (one, other) =>
      other.differences.length - one.differences.length ||
      likely(one) - likely(other) ||
      sizeOf(one) - sizeOf(other),
  );
  for (const candidate of order) {
    const without = fewestNeeded.filter((other) => other !== candidate);
    if (coveredBy(without, target).length === wanted) fewestNeeded = without;
  }
  return fewestNeeded;
}

/** An activity has one stance: the one that makes more. Of a trust policy there is one form. */
function oneStance(
  candidates: readonly MatchingActivity[],
  target: TargetDocument,
): readonly MatchingActivity[] {
  const best = new Map<string, MatchingActivity>();
  for (const candidate of candidates) {
    const key = candidate.form.stance ? candidate.form.id : 'trust';
    const better = best.get(key);
    if (!better || isBetter(candidate, better, target)) best.set(key, candidate);
  }
  return [...best.values()];
}

function isBetter(one: MatchingActivity, other: MatchingActivity, target: TargetDocument): boolean {
  const more = coveredBy([one], target).length - coveredBy([other], target).length;
  return more > 0 || (more === 0 && sizeOf(one) > sizeOf(other));
}

const sizeOf = ({ parts }: MatchingActivity): number =>
  parts.reduce((sum, { actions, resources }) => sum + actions.length * resources.length, 0);

interface Placed {
  readonly candidate: MatchingActivity;
  readonly personas: readonly string[];
}

function countByPersona(candidates: readonly MatchingActivity[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { form } of candidates)
    for (const persona of form.personas) counts.set(persona, (counts.get(persona) ?? 0) + 1);
  return counts;
}

/** The persona that most of the candidates can be chosen for comes first for each of them. */
function inPersonas(candidates: readonly MatchingActivity[]): readonly Placed[] {
  const counts = countByPersona(candidates);
  return candidates.map((candidate) => ({
    candidate,
    personas: [...candidate.form.personas].sort(
      (one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0),
    ),
  }));
}

function offerOf(
  { form, options, variables, parts, differences }: MatchingActivity,
  personas: readonly string[],
  covered: readonly number[],
  { statements }: TargetDocument,
): ActivityOffer {
  const isTouched = (ofStatement: StatementAccess) => parts.some((part) => accessOverlaps(part, ofStatement));
  return {
    kind: form.stance ? 'activity' : 'trust',
    choice: form.id,
    ...(form.stance ? { stance: form.stance } : {}),
    options,
    personas,
    variables,
    statements: statements
      .filter(({ index, parts: ofStatement }) => covered.includes(index) && isTouched(ofStatement))
      .map(({ index }) => index),
    exact: differences.length === 0,
    differences,
  };
}
