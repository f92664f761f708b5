import { globsMeet } from '../../language/globsMeet.ts';
import { replacePlaceholders } from '../../language/placeholder.ts';
import { listOf, type PolicyDocument, type Statement } from '../../language/policy.ts';
import type { PolicySet } from '../../simulate/policySet.ts';

/** A set without statements that are about none of these actions: of requests for them it says the same. */
export function aboutActions(set: PolicySet, actions: readonly string[]): PolicySet {
  const about = withStatements(set, (statement) => isAbout(statement, actions));
  const identity = about.identity.filter(({ Statement: statements }) =>
    statements.some((statement) => isAbout(statement, actions)),
  );
  return identity.length > 0 ? { ...about, identity } : about;
}

/** A set with the statements that are wanted. A policy that is there and allows nothing is not one that is missing: it keeps all. */
export function withStatements(set: PolicySet, isWanted: (statement: Statement) => boolean): PolicySet {
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

/** Whether a statement can be about one of the actions. A placeholder can stand for any. */
export function isAbout(statement: Statement, actions: readonly string[]): boolean {
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
