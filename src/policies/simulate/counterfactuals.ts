import type { PolicyDocument, Statement } from '../language/policy.ts';
import type { ConditionClause } from './conditions/clause.ts';
import type { PlacedRef } from './decision.ts';
import { isAllowed } from './otherReading.ts';
import type { PolicySet } from './policySet.ts';
import { prepare } from './prepare.ts';
import type { PreparedPolicySet } from './preparedPolicySet.ts';
import { type AccessRequest, contextOfRequest } from './request.ts';
import { valueUnlikeAll, OTHER_VALUES, sampleValues, valueForVariable } from './sampleValues.ts';
import type { PreparedStatement } from './preparedStatement.ts';
import { variableKeys } from './policyVariables.ts';

/** One change of the request or of the policies. */
export type FlipChange =
  | {
      readonly kind: 'setKey';
      readonly key: string;
      readonly value: string;
      /** The value represents all values that the policies do not name. */
      readonly isOther: boolean;
    }
  | { readonly kind: 'removeKey'; readonly key: string }
  | ({ readonly kind: 'dropStatement' } & PlacedRef)
  | { readonly kind: 'addStatement'; readonly statement: Statement };

/** Changes that together turn the verdict; each was tried. */
export type Flip = readonly FlipChange[];

const MAX_FLIPS = 6;

type Subject = {
  readonly request: AccessRequest;
  readonly policies: PolicySet;
  readonly prepared: PreparedPolicySet;
  readonly allowed: boolean;
};

/**
 * The smallest changes that turn allowed into not allowed, or the other way round: a key set, changed or removed, a statement
 * dropped; else the keys of one statement together; else a statement added to the identity policies. Every one that comes back
 * has been simulated. Empty if it is undecided whether the request is allowed (see `isAllowed`).
 */
export function findFlips(request: AccessRequest, policies: PolicySet): readonly Flip[] {
  const prepared = prepare(policies);
  const decision = prepared.simulate(request);
  const allowed = isAllowed(decision);
  if (allowed === undefined) return [];
  const subject: Subject = { request, policies, prepared, allowed };
  const deciding = decision.deciding;
  const statements = [...deciding, ...decision.nearestMisses].flatMap(
    (ref) => statementAt(prepared, ref) ?? [],
  );
  const byKey = statements.flatMap((statement) => keyFlips(statement, subject));
  const dropped = deciding
    .map((ref): Flip => [{ kind: 'dropStatement', layer: ref.layer, statement: ref.statement }])
    .filter((flip) => turns(flip, subject));
  const single = unique([...byKey, ...dropped]);
  if (single.length > 0) return single.slice(0, MAX_FLIPS);
  const together = unique(statements.flatMap((statement) => togetherFlips(statement, subject)));
  if (together.length > 0) return together.slice(0, MAX_FLIPS);
  return subject.allowed ? [] : addingFlips(subject);
}

function statementAt(
  prepared: PreparedPolicySet,
  { layer, statement }: PlacedRef,
): PreparedStatement | undefined {
  return prepared.layers[layer].statements.find(({ ref }) => ref === statement);
}

/** Per key of a statement the first value that turns the verdict. */
function keyFlips({ clauses }: PreparedStatement, subject: Subject): readonly Flip[] {
  return clauses.flatMap((clause) => {
    const keys = [clause.key, ...(clause.withVariables ? clause.values.flatMap(variableKeys) : [])];
    const [first] = keys.flatMap((key) =>
      candidates(key, clause, subject)
        .filter((change) => turns([change], subject))
        .slice(0, 1),
    );
    return first ? [[first]] : [];
  });
}

/** Keys of one statement set so that it applies. */
function togetherFlips({ clauses }: PreparedStatement, subject: Subject): readonly Flip[] {
  const changes = clauses.flatMap((clause) => {
    const holding = candidates(clause.key, clause, subject).find((change) => holds(clause, change, subject));
    const already = clause.test(contextOfRequest(subject.request.context)) !== 0;
    return already || !holding ? [] : [holding];
  });
  return changes.length > 1 && turns(changes, subject) ? [changes] : [];
}

function holds(clause: ConditionClause, change: FlipChange, subject: Subject): boolean {
  return clause.test(contextOfRequest(changed(subject.request, [change]).context)) !== 0;
}

/** Changes of one key that a clause tests, directly or through a policy variable. */
function candidates(key: string, clause: ConditionClause, { request }: Subject): readonly FlipChange[] {
  const given = contextOfRequest(request.context);
  const lowerKey = key.toLowerCase();
  const requestValues = given.values(clause.lowerKey) ?? [];
  const values =
    key === clause.key
      ? sampleValues(clause, given)
      : clause.values.flatMap((text) =>
          requestValues.flatMap((value) => valueForVariable(text, lowerKey, value) ?? []),
        );
  const withValue = (value: string) => contextOfRequest({ ...request.context, [key]: value });
  const other = key === clause.key ? valueUnlikeAll([clause], withValue) : OTHER_VALUES[0];
  const setTo = (value: string, isOther: boolean): FlipChange => ({ kind: 'setKey', key, value, isOther });
  const set = [
    ...[...new Set(values)].map((value) => setTo(value, false)),
    ...(other === undefined ? [] : [setTo(other, true)]),
  ];
  return given.values(lowerKey) ? [...set, { kind: 'removeKey', key }] : set;
}

function addingFlips(subject: Subject): readonly Flip[] {
  const { action, resource } = subject.request;
  const statement: Statement = { Effect: 'Allow', Action: action, Resource: resource.arn };
  const flip: Flip = [{ kind: 'addStatement', statement }];
  return turns(flip, subject) ? [flip] : [];
}

function turns(flip: Flip, subject: Subject): boolean {
  const { prepared, policies, allowed } = subject;
  const request = changed(subject.request, flip);
  const ofPolicies = flip.some(({ kind }) => kind === 'dropStatement' || kind === 'addStatement');
  const set = ofPolicies ? prepare(changedPolicies(policies, flip)) : prepared;
  return isAllowed(set.verdict(request)) === !allowed;
}

function changed(request: AccessRequest, flip: Flip): AccessRequest {
  let context = Object.entries(request.context);
  for (const change of flip) {
    if (change.kind !== 'setKey' && change.kind !== 'removeKey') continue;
    context = context.filter(([key]) => key.toLowerCase() !== change.key.toLowerCase());
    if (change.kind === 'setKey') context.push([change.key, change.value]);
  }
  return { ...request, context: Object.fromEntries(context) };
}

function changedPolicies(policies: PolicySet, flip: Flip): PolicySet {
  return flip.reduce((set, change): PolicySet => {
    if (change.kind === 'addStatement')
      return {
        ...set,
        identity: [...set.identity, { Version: '2012-10-17', Statement: [change.statement] }],
      };
    return change.kind === 'dropStatement' ? without(set, change) : set;
  }, policies);
}

function without(set: PolicySet, { layer, statement }: PlacedRef): PolicySet {
  const [index = 0, document = 0, level = 0] = statement.split('/').map(Number).toReversed();
  const drop = (documents: readonly PolicyDocument[]) =>
    documents.map((policy, at) =>
      at === document
        ? { ...policy, Statement: policy.Statement.filter((_, place) => place !== index) }
        : policy,
    );
  if (layer === 'resource')
    return set.resource ? { ...set, resource: drop([set.resource])[0] ?? set.resource } : set;
  if (layer === 'serviceControl' || layer === 'resourceControl')
    return {
      ...set,
      [layer]: (set[layer] ?? []).map((documents, at) => (at === level ? drop(documents) : documents)),
    };
  return { ...set, [layer]: drop(set[layer] ?? []) };
}

function unique(flips: readonly Flip[]): readonly Flip[] {
  return [...new Map(flips.map((flip) => [JSON.stringify(flip), flip])).values()];
}
