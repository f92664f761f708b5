import type { Decision, OtherReading, Verdict } from './decision.ts';
import { isExemptFromLayer } from './exemptions.ts';
import type { PreparedPolicySet } from './preparedPolicySet.ts';
import type { ReadRequest } from './request.ts';
import { statementApplies, type PreparedStatement } from './preparedStatement.ts';

/**
 * The verdict in the other reading of resource patterns with fewer than six fields; nothing where it is the same. Asked only of
 * policies that have such patterns.
 */
export function otherReadingOf(
  policies: PreparedPolicySet,
  request: ReadRequest,
  verdict: Verdict,
  verdictOf: (request: ReadRequest) => Verdict,
): OtherReading | undefined {
  const patterns = patternsReadTwoWays(policies, request);
  if (patterns.length === 0) return undefined;
  const other = verdictOf({ ...request, reading: 'plain' });
  return other === verdict ? undefined : { verdict: other, patterns };
}

/** Patterns that decide whether their statement applies to the request. */
function patternsReadTwoWays(
  { layers, readTwoWays }: PreparedPolicySet,
  request: ReadRequest,
): OtherReading['patterns'] {
  return readTwoWays.flatMap((layer) => {
    if (isExemptFromLayer(layer, request)) return [];
    return layers[layer].statementsFor(request.lowerAction).flatMap((statement) => {
      const patterns = statement.readTwoWays?.(request) ?? [];
      if (patterns.length === 0 || !appliesInOneReading(statement, request)) return [];
      return patterns.map((pattern) => ({ layer, statement: statement.ref, pattern }));
    });
  });
}

const appliesInOneReading = (statement: PreparedStatement, request: ReadRequest): boolean =>
  statementApplies(statement, request) !== statementApplies(statement, { ...request, reading: 'plain' });

/**
 * Whether a request is allowed; nothing where that is undecided: keys were not given, the policies cannot be read, or AWS may
 * read a resource pattern in two ways of which one allows and the other does not.
 */
export function isAllowed({
  verdict,
  otherReading,
}: Pick<Decision, 'verdict' | 'otherReading'>): boolean | undefined {
  const answer = allowedBy(verdict);
  return otherReading === undefined || allowedBy(otherReading.verdict) === answer ? answer : undefined;
}

/** The verdict to show: `unknown` where the two readings do not agree whether the request is allowed. */
export const shownVerdict = (decision: Pick<Decision, 'verdict' | 'otherReading'>): Verdict =>
  decision.otherReading !== undefined && isAllowed(decision) === undefined ? 'unknown' : decision.verdict;

function allowedBy(verdict: Verdict): boolean | undefined {
  return verdict === 'unknown' || verdict === 'error' ? undefined : verdict === 'allowed';
}
