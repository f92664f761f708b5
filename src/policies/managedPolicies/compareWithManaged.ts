import type { Catalog } from '../catalog/catalog.ts';
import { levelName, levelRank } from '../catalog/accessLevels.ts';
import { splitAction } from '../catalog/lookup.ts';
import type { Undecided } from '../exact/answer.ts';
import type { PolicyDocument } from '../language/policy.ts';
import type { AccessRequest } from '../simulate/request.ts';
import {
  type ComparedAction,
  comparedAction,
  type Found,
  isAllowedAtAll,
  keptRequest,
  lostRequest,
  newRequest,
  type ReplacingRole,
} from './accessOfActions.ts';
import { actionsOfPattern, allowedActions } from './allowedActions.ts';

/**
 * What becomes of an action. `kept`: every request that the managed policy allows, some role allows. `narrowed`: only some of them.
 * `lost`: none of them.
 */
export type ActionState = 'kept' | 'narrowed' | 'lost' | 'undecided';

export interface ActionOutcome {
  readonly action: string;
  readonly service: string;
  readonly accessLevel: string;
  readonly state: ActionState;
  /** The managed policy allows it, and no role. */
  readonly lost?: AccessRequest;
  /** The managed policy and this role allow it. */
  readonly kept?: { readonly role: string; readonly request: AccessRequest };
  readonly because?: Undecided;
}

/** A request that a role allows and the managed policy does not. */
export interface NewAccess {
  readonly action: string;
  readonly role: string;
  readonly request: AccessRequest;
}

export interface ManagedComparison {
  /** Of each published action that the managed policy allows; those that can do most harm first. */
  readonly actions: readonly ActionOutcome[];
  readonly added: readonly NewAccess[];
  /** Actions of which it is not decided whether a role allows more. */
  readonly addedUndecided: readonly string[];
}

/**
 * Compares a managed policy with the roles that replace it, action by action and over every request of each. What is said to be lost or
 * kept has its request, on which `simulate` agrees. Yields between two actions, the answer last.
 */
export function* compareWithManaged(
  managed: PolicyDocument,
  roles: readonly ReplacingRole[],
  catalog: Catalog,
): Generator<ManagedComparison | undefined> {
  const actions: ActionOutcome[] = [];
  for (const { name, accessLevel } of allowedActions(managed, catalog).actions) {
    const outcome = outcomeOf(comparedAction(name, [managed], roles, catalog), levelName(accessLevel));
    if (outcome) actions.push(outcome);
    yield undefined;
  }
  const added: NewAccess[] = [];
  const addedUndecided: string[] = [];
  for (const action of actionsOfRoles(roles, catalog)) {
    const found = newRequest(comparedAction(action, [managed], roles, catalog));
    if (found.state === 'some') added.push({ action, role: found.role ?? '', request: found.request });
    if (found.state === 'undecided') addedUndecided.push(action);
    yield undefined;
  }
  yield { actions: actions.toSorted(byHarm), added, addedUndecided };
}

const byHarm = (one: ActionOutcome, other: ActionOutcome): number =>
  levelRank(one.accessLevel) - levelRank(other.accessLevel) || (one.action < other.action ? -1 : 1);

function outcomeOf(asked: ComparedAction, accessLevel: string): ActionOutcome | undefined {
  const { action } = asked;
  const about = { action, service: splitAction(action)[0], accessLevel };
  const lost = lostRequest(asked);
  const kept = keptRequest(asked);
  if (lost.state === 'none' && kept.state !== 'some' && !isAllowedAtAll(asked)) return undefined;
  return {
    ...about,
    state: stateOf(lost, kept),
    ...(lost.state === 'some' && { lost: lost.request }),
    ...(kept.state === 'some' && { kept: { role: kept.role ?? '', request: kept.request } }),
    ...becauseOf(lost, kept),
  };
}

function stateOf(lost: Found, kept: Found): ActionState {
  if (lost.state === 'none') return kept.state === 'some' ? 'kept' : 'undecided';
  if (lost.state === 'undecided' || kept.state === 'undecided') return 'undecided';
  return kept.state === 'some' ? 'narrowed' : 'lost';
}

const becauseOf = (...found: readonly Found[]): Pick<ActionOutcome, 'because'> => {
  const open = found.find((one) => one.state === 'undecided');
  return open?.state === 'undecided' ? { because: open.because } : {};
};

const actionsOfRoles = (roles: readonly ReplacingRole[], catalog: Catalog): readonly string[] => [
  ...new Set(
    roles.flatMap(({ policies }) =>
      policies.flatMap(({ Statement }) =>
        Statement.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) =>
          [Action ?? []]
            .flat()
            .flatMap((pattern) => actionsOfPattern(pattern, catalog).map(({ name }) => name)),
        ),
      ),
    ),
  ),
];
