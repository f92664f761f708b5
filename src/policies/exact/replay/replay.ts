import { listOf, type PolicyDocument, type Principal, type Statement } from '../../language/policy.ts';
import type { Reading } from '../texts/textPattern.ts';
import { holdsInReplay } from './replayCondition.ts';
import { matchesResource, matchesText, type ReplayContext, replacedVariables } from './replayText.ts';

/** A request as the comparison of policies understands it: no layers, and no rules of single services. */
export interface ExactRequest {
  /** Nothing where no policy asks who calls. */
  readonly principal?: string;
  readonly action: string;
  readonly resource: string;
  /** Account of the resource, where that counts and its ARN does not say it. */
  readonly resourceAccount?: string;
  /** Key → its values. A key that is not here is absent. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/**
 * Whether documents allow a request: some Allow matches and no Deny. Follows the rules of the question one by one; nothing where
 * an operator is not known.
 */
export function isAllowedInReplay(
  documents: readonly PolicyDocument[],
  request: ExactRequest,
  reading: Reading,
): boolean | undefined {
  const context = new Map(
    Object.entries(request.context).map(([key, values]) => [key.toLowerCase(), values]),
  );
  const matching = documents.flatMap(({ Version, Statement }) =>
    [Statement].flat().map((statement) => ({
      effect: statement.Effect,
      matches: matches(statement, Version === '2012-10-17', request, context, reading),
    })),
  );
  if (matching.some((one) => one.matches === undefined)) return undefined;
  const effects = matching.filter((one) => one.matches).map(({ effect }) => effect);
  return effects.includes('Allow') && !effects.includes('Deny');
}

function matches(
  statement: Statement,
  variables: boolean,
  request: ExactRequest,
  context: ReplayContext,
  reading: Reading,
): boolean | undefined {
  if (!matchesActionOf(statement, request.action)) return false;
  if (!matchesResourceOf(statement, request.resource, variables, context, reading)) return false;
  if (!matchesPrincipalOf(statement, request.principal)) return false;
  const results = Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) =>
      holdsInReplay(operator, key, [values].flat().map(String), context, variables),
    ),
  );
  if (results.includes(false)) return false;
  return results.includes(undefined) ? undefined : true;
}

function matchesActionOf({ Action, NotAction }: Statement, action: string): boolean {
  const named = listOf(Action ?? NotAction).some((pattern) =>
    matchesText([{ text: pattern.toLowerCase(), literal: false }], action.toLowerCase(), true),
  );
  return named === (Action !== undefined);
}

function matchesResourceOf(
  { Resource, NotResource }: Statement,
  resource: string,
  variables: boolean,
  context: ReplayContext,
  reading: Reading,
): boolean {
  if (Resource === undefined && NotResource === undefined) return true;
  const named = listOf(Resource ?? NotResource).some((pattern) => {
    const pieces = replacedVariables(pattern, context, variables);
    return pieces !== undefined && matchesResource(pieces, resource, reading);
  });
  return named === (Resource !== undefined);
}

const namesOf = (principal: Principal): readonly string[] =>
  principal === '*' ? ['*'] : Object.values(principal).flatMap((names) => listOf(names));

function matchesPrincipalOf({ Principal, NotPrincipal }: Statement, caller: string | undefined): boolean {
  const written = Principal ?? NotPrincipal;
  if (written === undefined) return true;
  const named = namesOf(written).some((name) => isNamed(name, caller ?? ''));
  return named === (Principal !== undefined);
}

function isNamed(name: string, caller: string): boolean {
  if (name === '*') return true;
  const account = /^(?:arn:[^:]*:iam::)?(\d{12}):root$|^(\d{12})$/.exec(name);
  if (!account) return name === caller;
  const fields = caller.split(':');
  return fields[0] === 'arn' && fields[4] === (account[1] ?? account[2]) && fields.slice(5).join(':') !== '';
}
