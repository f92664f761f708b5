import type { PermissionChange } from '../../exact/change.ts';
import { scopeKey, scopesOf, type Scope } from '../../exact/scope.ts';
import { actionsOf } from '../../exact/actionUniverse.ts';
import { globMatcher } from '../../language/glob.ts';
import type { PolicyDocument, Statement } from '../../language/policy.ts';
import { statementsIn } from '../../simulate/statementProblems.ts';

/** A statement that a difference comes from, by its place: which side, which policy of it, which statement. */
export interface ChangeOrigin {
  readonly side: 'before' | 'after';
  readonly document: number;
  readonly statement: number;
}

const MOST_ORIGINS = 8;

/** The statements that make a difference: those that came, or those that went where only something went. */
export function originsOf(
  change: PermissionChange,
  before: readonly PolicyDocument[],
  after: readonly PolicyDocument[],
): readonly ChangeOrigin[] {
  const isGone = (change.kind === 'narrows') === (change.effect === 'Allow') && change.kind !== 'conditions';
  const side = isGone ? 'before' : 'after';
  const scopes = isGone ? change.from : change.to;
  const keys = new Set(scopes.map(scopeKey));
  return (isGone ? before : after)
    .flatMap((policy, document) =>
      (statementsIn(policy) ?? []).flatMap((statement, place) =>
        isBehind(statement, policy, change, keys) ? [{ side, document, statement: place } as const] : [],
      ),
    )
    .slice(0, MOST_ORIGINS);
}

function isBehind(
  statement: unknown,
  { Version }: PolicyDocument,
  { effect, actions }: PermissionChange,
  keys: ReadonlySet<string>,
): boolean {
  if (!isStatement(statement) || statement.Effect !== effect) return false;
  const scopes: readonly Scope[] = scopesOf(statement, Version === '2012-10-17');
  if (!scopes.some((scope) => keys.has(scopeKey(scope)))) return false;
  const { patterns, isExcept } = actionsOf(statement);
  const names = patterns.map((pattern) => globMatcher(pattern.toLowerCase()));
  return actions.some((action) => names.some((matches) => matches(action.toLowerCase())) !== isExcept);
}

const isStatement = (value: unknown): value is Statement =>
  typeof value === 'object' &&
  value !== null &&
  'Effect' in value &&
  ('Action' in value || 'NotAction' in value);
