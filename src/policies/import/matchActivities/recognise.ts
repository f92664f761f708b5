import type { Ruleset } from '../../library/ruleset.ts';
import type { Stance } from '../../model/stance.ts';
import { type DocumentKind, POLICY_VERSION, type PolicyDocument } from '../../language/policy.ts';
import { type Candidate, candidateOf } from './candidate.ts';
import { mostFrequent } from './guesses.ts';
import type { Asked } from './coverage.ts';
import { isWithin, type Parts, partsOf, touches } from './accessParts.ts';
import { formsOf } from './sourceForms.ts';

/** A choice that makes what stands in a document, offered in its place. */
export interface ActivityOffer {
  /** An activity of a persona in a stance, or without one a trust form. */
  readonly kind: 'activity' | 'trust';
  readonly choice: string;
  readonly stance?: Stance;
  readonly options: Readonly<Record<string, string>>;
  /** Personas that it can be chosen for; the first has most of what is recognised. */
  readonly personas: readonly string[];
  /** Variable id → values that were read back. */
  readonly variables: Readonly<Record<string, readonly string[]>>;
  /** Statements of the document that it makes, alone or together with the other offers. */
  readonly statements: readonly number[];
  /** Whether it makes the same access. Otherwise `differences` says what it makes other, and why. */
  readonly exact: boolean;
  readonly differences: readonly string[];
}

export interface Recognition {
  readonly offers: readonly ActivityOffer[];
  /** Statements that all offers together make. */
  readonly statements: readonly number[];
}

/** Far above any policy that AWS takes: beyond it nothing is asked. */
const MAX_STATEMENTS = 300;
const MAX_LENGTH = 100_000;

/**
 * The choices that make what stands in a document: the fewest that make the most of its statements whole. Values are read back
 * into the variables. Nothing is offered whose statements are not all in the document; what the guide's repairs change is said.
 */
export function recognise(policy: PolicyDocument, kind: DocumentKind, ruleset: Ruleset): Recognition {
  const text = JSON.stringify(policy);
  if (
    policy.Statement.length > MAX_STATEMENTS ||
    text.length > MAX_LENGTH ||
    holdsDeadVariables(policy, text)
  )
    return { offers: [], statements: [] };
  const asked = askedOf(policy, ruleset);
  const candidates = formsOf(kind, ruleset).flatMap((form) => candidateOf(form, asked) ?? []);
  const kept = fewest(candidates, asked);
  const statements = coveredBy(kept, asked);
  return {
    offers: inPersonas(kept).map(({ candidate, personas }) =>
      offerOf(candidate, personas, statements, asked),
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
  chosen: readonly ActivityOffer[],
  ruleset: Ruleset,
): readonly number[] {
  const asked = askedOf(policy, ruleset);
  const forms = formsOf(kind, ruleset);
  const candidates = chosen.flatMap(({ choice, stance }) => {
    const form = forms.find((one) => one.id === choice && one.stance === stance);
    return (form && candidateOf(form, asked)) ?? [];
  });
  return coveredBy(candidates, asked);
}

function askedOf(policy: PolicyDocument, ruleset: Ruleset): Asked {
  const statements = policy.Statement.flatMap((statement, index) => {
    const parts = partsOf(statement);
    return parts ? [{ index, statement, parts }] : [];
  });
  const arns = [
    ...JSON.stringify(policy).matchAll(/arn:(aws(?:-cn|-us-gov)?):[\w-]{1,64}:([\w-]{0,32}):(\d{12})?/g),
  ];
  const common = {
    region: mostFrequent(arns.flatMap(([, , region]) => region || [])).slice(0, 1),
    accountId: mostFrequent(arns.flatMap(([, , , account]) => account ?? [])).slice(0, 1),
  };
  const [partition = 'aws'] = mostFrequent(arns.flatMap(([, found]) => found ?? []));
  return { statements, parts: statements.map(({ parts }) => parts), common, partition, ruleset };
}

function coveredBy(candidates: readonly Candidate[], { statements }: Asked): readonly number[] {
  const made = candidates.flatMap(({ parts }) => parts);
  return statements.filter(({ parts }) => isWithin(parts, made)).map(({ index }) => index);
}

/** Without those that the others can do without. Asked first: what changes something, what is of other personas, the smallest. */
function fewest(candidates: readonly Candidate[], asked: Asked): readonly Candidate[] {
  let kept = oneStance(candidates, asked);
  const wanted = coveredBy(kept, asked).length;
  const counts = countByPersona(kept);
  const likely = ({ form }: Candidate) =>
    Math.max(0, ...form.personas.map((persona) => counts.get(persona) ?? 0));
  const order = [...kept].sort(
    (one, other) =>
      other.differences.length - one.differences.length ||
      likely(one) - likely(other) ||
      sizeOf(one) - sizeOf(other),
  );
  for (const candidate of order) {
    const without = kept.filter((other) => other !== candidate);
    if (coveredBy(without, asked).length === wanted) kept = without;
  }
  return kept;
}

/** An activity has one stance: the one that makes more. Of a trust policy there is one form. */
function oneStance(candidates: readonly Candidate[], asked: Asked): readonly Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const key = candidate.form.stance ? candidate.form.id : 'trust';
    const known = best.get(key);
    if (!known || isBetter(candidate, known, asked)) best.set(key, candidate);
  }
  return [...best.values()];
}

function isBetter(one: Candidate, other: Candidate, asked: Asked): boolean {
  const more = coveredBy([one], asked).length - coveredBy([other], asked).length;
  return more > 0 || (more === 0 && sizeOf(one) > sizeOf(other));
}

const sizeOf = ({ parts }: Candidate): number =>
  parts.reduce((sum, { actions, resources }) => sum + actions.length * resources.length, 0);

interface Placed {
  readonly candidate: Candidate;
  readonly personas: readonly string[];
}

function countByPersona(candidates: readonly Candidate[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { form } of candidates)
    for (const persona of form.personas) counts.set(persona, (counts.get(persona) ?? 0) + 1);
  return counts;
}

/** The persona that most of the candidates can be chosen for comes first for each of them. */
function inPersonas(candidates: readonly Candidate[]): readonly Placed[] {
  const counts = countByPersona(candidates);
  return candidates.map((candidate) => ({
    candidate,
    personas: [...candidate.form.personas].sort(
      (one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0),
    ),
  }));
}

function offerOf(
  { form, options, variables, parts, differences }: Candidate,
  personas: readonly string[],
  covered: readonly number[],
  { statements }: Asked,
): ActivityOffer {
  const isTouched = (own: Parts) => parts.some((part) => touches(part, own));
  return {
    kind: form.stance ? 'activity' : 'trust',
    choice: form.id,
    ...(form.stance ? { stance: form.stance } : {}),
    options,
    personas,
    variables,
    statements: statements
      .filter(({ index, parts: own }) => covered.includes(index) && isTouched(own))
      .map(({ index }) => index),
    exact: differences.length === 0,
    differences,
  };
}
