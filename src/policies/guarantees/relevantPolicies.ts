import { isAbout, withStatements } from '../exact/layers/aboutActions.ts';
import { listOf, type PolicyDocument, type Statement } from '../language/policy.ts';
import type { PolicySet } from '../simulate/policySet.ts';
import type { PlacedSubject } from './widestPolicy.ts';

/** What of policies can have a say in whether a statement is true: the smaller, the faster the answer. */
export interface RelevantPolicies {
  /** Without statements about other actions. */
  readonly all: PolicySet;
  /** Of the Denies only those that test a condition key of the statement, or none. They deny less, so that what is proven with them holds. */
  readonly nearest: PolicySet;
  /** The statement without actions that nothing grants. */
  readonly subject: PlacedSubject;
}

/** Nothing where no policy grants an action of the statement: it is true. */
export function relevantPolicies(set: PolicySet, subject: PlacedSubject): RelevantPolicies | undefined {
  const granted = grantingOf(set).flatMap(({ Statement: statements }) =>
    statements.filter((one) => isAllow(one) && isAbout(one, subject.actions)),
  );
  const actions = subject.actions.filter((action) => granted.some((one) => isAbout(one, [action])));
  if (actions.length === 0) return undefined;
  const patterns = granted.flatMap(({ Action }) => (Action === undefined ? ['*'] : listOf(Action)));
  const keys = new Set([subject.under, ...(subject.unless ?? [])].flatMap(keysOf));
  const isWanted = (one: Statement) => isAbout(one, actions) && isAbout(one, patterns);
  const isNear = (one: Statement) => isAllow(one) || keysOf(one.Condition).every((key) => keys.has(key));
  return {
    all: withStatements(set, isWanted),
    nearest: withStatements(set, (one) => isWanted(one) && isNear(one)),
    subject: { ...subject, actions },
  };
}

/** The policies without which nothing is allowed: those of who calls, of an endpoint, or of a role that is assumed. */
const grantingOf = ({ identity, vpcEndpoint, resource }: PolicySet): readonly PolicyDocument[] => [
  ...(vpcEndpoint ?? identity),
  ...(resource ? [resource] : []),
];

const isAllow = ({ Effect }: Statement): boolean => Effect === 'Allow';

const keysOf = (condition: Statement['Condition'] = {}): readonly string[] =>
  Object.values(condition).flatMap((keys) => Object.keys(keys).map((key) => key.toLowerCase()));
