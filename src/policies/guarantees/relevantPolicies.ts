import { globsMeet } from '../language/globsMeet.ts';
import { replacePlaceholders } from '../language/placeholder.ts';
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

/** A set with the statements that are wanted. A policy that is there and allows nothing is not one that is missing: it keeps all. */
function withStatements(set: PolicySet, isWanted: (statement: Statement) => boolean): PolicySet {
  const withRelevantStatements = (document: PolicyDocument): PolicyDocument => {
    const Statement = document.Statement.filter(isWanted);
    return Statement.length === 0 ? document : { ...document, Statement };
  };
  const { permissionsBoundary, serviceControl, vpcEndpoint, resource } = set;
  return {
    ...set,
    identity: set.identity.map(withRelevantStatements),
    ...(permissionsBoundary ? { permissionsBoundary: permissionsBoundary.map(withRelevantStatements) } : {}),
    ...(serviceControl
      ? { serviceControl: serviceControl.map((level) => level.map(withRelevantStatements)) }
      : {}),
    ...(vpcEndpoint ? { vpcEndpoint: vpcEndpoint.map(withRelevantStatements) } : {}),
    ...(resource ? { resource: withRelevantStatements(resource) } : {}),
  };
}

/** A set without statements that are about none of these actions: of requests for them it says the same. */
export function aboutActions(set: PolicySet, actions: readonly string[]): PolicySet {
  const about = withStatements(set, (statement) => isAbout(statement, actions));
  const identity = about.identity.filter(({ Statement: statements }) =>
    statements.some((statement) => isAbout(statement, actions)),
  );
  return identity.length > 0 ? { ...about, identity } : about;
}

const isAllow = ({ Effect }: Statement): boolean => Effect === 'Allow';

const keysOf = (condition: Statement['Condition'] = {}): readonly string[] =>
  Object.values(condition).flatMap((keys) => Object.keys(keys).map((key) => key.toLowerCase()));

/** Whether a statement can be about one of the actions. A placeholder can stand for any. */
function isAbout(statement: Statement, actions: readonly string[]): boolean {
  if (statement.Action === undefined) return true;
  const asked = actions.map(anyText);
  return patternsOf(statement).some((pattern) => asked.some((action) => globsMeet(pattern, action)));
}

/** Read once for all guarantees that a statement matters to. */
const readPatterns = new WeakMap<Statement, readonly string[]>();

function patternsOf(statement: Statement): readonly string[] {
  const read = readPatterns.get(statement) ?? listOf(statement.Action).map(anyText);
  readPatterns.set(statement, read);
  return read;
}

const anyText = (pattern: string): string => replacePlaceholders(pattern, () => '*').toLowerCase();
