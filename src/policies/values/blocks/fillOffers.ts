import { setValues } from '../../draft/editDraft.ts';
import { variablesInUse } from '../../compose/variablesInUse.ts';
import { readArn } from '../../language/arn.ts';
import { entryOf } from '../../library/preset.ts';
import type { Ruleset } from '../../library/ruleset.ts';
import { kindOf } from '../../library/variables/kinds.ts';
import type { Variable, VariableKindId } from '../../library/variables/variable.ts';
import type { Draft } from '../../model/draft.ts';
import type { EntryChange, EntryPlace } from '../entry.ts';
import { entryPlace } from '../entryPlace.ts';
import { readEntry } from '../readEntry.ts';
import type { Fact } from './fact.ts';
import { namesKind, purposeScore, wordsOf } from './namedVariables.ts';

/** What of a block can be the values of a variable. */
export interface FillCandidate {
  /** The name in the block, or the text. */
  readonly from: string;
  readonly values: readonly string[];
  readonly changes: readonly EntryChange[];
}

export interface FillOffer {
  readonly variable: Variable;
  readonly before: readonly string[];
  /** Best first, never empty. */
  readonly candidates: readonly [FillCandidate, ...FillCandidate[]];
  /** The first candidate is the only one that is likely. */
  readonly isClear: boolean;
}

/** Kinds whose values are recognized by their format, without a name. */
const FORMS: Readonly<Partial<Record<VariableKindId, RegExp>>> = {
  region: /^[a-z]{2,4}(?:-[a-z]+){1,2}-[1-9]$/,
  accountId: /^\d{12}$|^\d{4}-\d{4}-\d{4}$/,
  organizationId: /^o-[a-z0-9]{10,32}$/,
  roleArn: /^arn:[\w-]+:(?:iam::\d{12}:role|sts::\d{12}:assumed-role)\//,
  samlProviderArn: /^arn:[\w-]+:iam::\d{12}:saml-provider\//,
  kmsKeyArn: /^arn:[\w-]+:kms:|^mrk-|^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/,
  s3Location: /^s3:\/\/|^arn:[\w-]+:s3:::/,
  s3Bucket: /^s3:\/\/|^arn:[\w-]+:s3:::/,
  subnetId: /^subnet-|^arn:[\w-]+:ec2:[^:]*:[^:]*:subnet\//,
  securityGroupId: /^sg-|^arn:[\w-]+:ec2:[^:]*:[^:]*:security-group\//,
  studioDomainId: /^d-[a-z0-9]{8,}$|^arn:[\w-]+:sagemaker:[^:]*:[^:]*:domain\//,
  vpcEndpointId: /^vpce-/,
  vpcId: /^vpc-/,
  ecrRepositoryPrefix: /^arn:[\w-]+:ecr:/,
};

/** Several IDs of these kinds belong together; buckets, keys, and roles do not. */
const together: ReadonlySet<VariableKindId> = new Set(['subnetId', 'securityGroupId']);

interface Scored extends FillCandidate {
  readonly score: number;
  readonly fact: Fact;
}

/**
 * The fields that a block fills, of those that the draft uses, with the values for each. A value goes where its form fits and, where
 * several fields take that form, where its name says. What a preset locks is not offered, and neither is what a field has already.
 */
export function fillOffers(facts: readonly Fact[], draft: Draft, ruleset: Ruleset): readonly FillOffer[] {
  const all = [...facts, ...placesOf(facts)];
  const place = completedPlace(entryPlace(draft), all);
  const used = variablesInUse(draft, ruleset).filter(
    ({ id, kind }) => kind !== 'readAction' && !entryOf(ruleset.preset?.lockedValues, id),
  );
  const scored = new Map(
    used.map((variable) => [variable, scoredCandidates(all, variable, place, ruleset)] as const),
  );
  return used.flatMap((variable) => {
    const offer = offerOf(variable, scored, draft);
    return offer ? [offer] : [];
  });
}

/** The draft with the values of these offers. */
export const fillIn = (
  draft: Draft,
  filled: readonly { readonly variable: Variable; readonly values: readonly string[] }[],
): Draft => filled.reduce((result, { variable, values }) => setValues(result, variable.id, values), draft);

/** The account, Region and partition that all ARNs of a block are in. */
function placesOf(facts: readonly Fact[]): readonly Fact[] {
  const arns = facts
    .flatMap(({ values }) => values)
    .flatMap((value) => (/^arn:/.test(value) ? (readArn(value) ?? []) : []));
  return (['partition', 'account', 'region'] as const).flatMap((part): readonly Fact[] => {
    const found = new Set(arns.map((arn) => arn[part]).filter(Boolean));
    return found.size === 1 ? [{ name: `${part} of the ARNs`, values: [...found] }] : [];
  });
}

/** What the draft does not say, the block may. */
function completedPlace(place: EntryPlace, facts: readonly Fact[]): EntryPlace {
  const only = (kind: 'region' | 'accountId'): { readonly [Key in typeof kind]?: string } => {
    const form = FORMS[kind];
    const found = new Set(
      facts
        .flatMap(({ values }) => values.filter((value) => form?.test(value)))
        .map((value) => value.replaceAll('-', kind === 'accountId' ? '' : '-')),
    );
    const [one] = found;
    return found.size === 1 && one !== undefined && kindOf(kind).read(one, place).ok ? { [kind]: one } : {};
  };
  return { ...only('region'), ...only('accountId'), ...place };
}

function scoredCandidates(
  facts: readonly Fact[],
  variable: Variable,
  place: EntryPlace,
  ruleset: Ruleset,
): readonly Scored[] {
  return facts.flatMap((fact): readonly Scored[] => {
    const score = scoreOf(fact, variable, place);
    if (score === undefined) return [];
    const pieces = fact.values.flatMap((value) => readEntry(value, variable, place, ruleset.preset).pieces);
    const read = pieces.flatMap((piece) => (piece.state === 'read' ? [piece] : []));
    if (read.length === 0 || read.length < pieces.length || (!variable.many && read.length > 1)) return [];
    const values = [...new Set(read.map(({ value }) => value))];
    const from = fact.name || fact.values.join(', ');
    return [{ from, values, changes: read.flatMap(({ changes }) => changes), score, fact }];
  });
}

/** How well a fact fits; nothing where it does not. */
function scoreOf(fact: Fact, variable: Variable, place: EntryPlace): number | undefined {
  if (variable.id === 'partition')
    return fact.name === 'partition of the ARNs' && fact.values[0] !== place.partition ? 1 : undefined;
  const name = wordsOf(fact.name);
  const purpose = purposeScore(name, variable);
  const form = FORMS[variable.kind];
  if (form && fact.values.every((value) => form.test(value))) {
    // The last part of an ARN is a name as well, which counts for less.
    const inValue = purposeScore(wordsOf(fact.values.join(' ').replace(/^.*[:/]/, '')), variable);
    return 2 * purpose + Math.min(1, Math.max(0, inValue));
  }
  return purpose > 0 && namesKind(name, variable) ? 2 * purpose : undefined;
}

function offerOf(
  variable: Variable,
  scored: ReadonlyMap<Variable, readonly Scored[]>,
  draft: Draft,
): FillOffer | undefined {
  const found = distinct((scored.get(variable) ?? []).toSorted((one, other) => other.score - one.score));
  const rivals = [...scored.keys()].filter((other) => other !== variable && other.kind === variable.kind);
  // A fact that says that it is for another field is for that one.
  const factsOfVariable = found.filter(({ fact, score }) =>
    rivals.every(
      (rival) => scored.get(rival)?.every((one) => one.fact !== fact || one.score <= score) ?? true,
    ),
  );
  const [best] = factsOfVariable;
  if (!best) return undefined;
  const tied = factsOfVariable.filter(({ score }) => score === best.score);
  const isOnly = tied.length === 1 && (rivals.length === 0 || best.score > 0);
  const isTogether = tied.length > 1 && variable.many && together.has(variable.kind);
  const union = tied.length > 1 && variable.many ? [unionOf(tied)] : [];
  const [first, ...others] = isTogether ? [...union, ...factsOfVariable] : [...factsOfVariable, ...union];
  const before = draft.variables[variable.id] ?? [];
  if (!first || (isOnly && first.values.join() === before.join())) return undefined;
  return { variable, before, candidates: [first, ...others], isClear: isOnly || isTogether };
}

const unionOf = (candidates: readonly FillCandidate[]): FillCandidate => ({
  from: candidates.map(({ from }) => from).join(', '),
  values: [...new Set(candidates.flatMap(({ values }) => values))],
  changes: candidates.flatMap(({ changes }) => changes),
});

const distinct = (found: readonly Scored[]): readonly Scored[] => {
  const seen = new Set<string>();
  return found.filter(({ values }) => !seen.has(values.join()) && seen.add(values.join()));
};
