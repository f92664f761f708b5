import type { Catalog } from '../../catalog/catalog.ts';
import type { PermissionChange } from '../../exact/change.ts';
import type { Scope } from '../../exact/scope.ts';
import type { ConditionClause } from '../../simulate/conditions/clause.ts';
import type { Decision, PlacedRef, Verdict } from '../../simulate/decision.ts';
import { isAllowed } from '../../simulate/otherReading.ts';
import type { PreparedPolicySet } from '../../simulate/preparedPolicySet.ts';
import type { AccessRequest } from '../../simulate/request.ts';
import {
  clausesOf,
  contextsNotMatching,
  contextSatisfying,
  variablesIn,
  variationsOf,
} from './exampleContext.ts';
import { type ExampleCaller, principalOf, requestFor, exampleArns } from './exampleRequests.ts';

/** A request that is allowed now and was not: both were simulated. */
export interface Witness {
  readonly request: AccessRequest;
  /** What the policies before said. Nothing where there was no policy to ask, as of a role that did not exist. */
  readonly before: Verdict | undefined;
}

/** The policies on both sides. Nothing: what they were attached to was not there, so that nothing was allowed. */
export interface ReviewedSides {
  readonly before: PreparedPolicySet | undefined;
  readonly after: PreparedPolicySet | undefined;
}

const MOST = { scopes: 3, actions: 2, contexts: 8, steps: 10, simulations: 400 } as const;

/**
 * A concrete request that a change lets through: allowed by the policies after it, all layers that are known together, and not by
 * those before it. Nothing where none was found, which says nothing of whether there is one.
 */
export function findWitness(
  change: PermissionChange,
  { before, after }: ReviewedSides,
  caller: ExampleCaller,
  catalog: Catalog,
): Witness | undefined {
  if (!after || change.kind === 'narrows' || change.kind === 'notCompared') return undefined;
  const search = new Search(before, after, catalog);
  for (const { request, required } of startsOf(change, caller, catalog)) {
    const found = search.from(request, required);
    if (found) return found;
    if (search.isSpent) return undefined;
  }
  return undefined;
}

interface Start {
  readonly request: AccessRequest;
  /** What must stay true of the context: the conditions of what came. */
  readonly required: readonly ConditionClause[];
}

function* startsOf(change: PermissionChange, caller: ExampleCaller, catalog: Catalog): Generator<Start> {
  const scopes = change.effect === 'Allow' ? change.to : change.from;
  const actions = change.actions.filter((action) => !action.includes('*')).slice(0, MOST.actions);
  for (const scope of scopes.slice(0, MOST.scopes))
    for (const action of actions)
      for (const arn of exampleArns(scope, action, caller, catalog)) {
        const required = clausesOf(scope.requirements, scope.variables !== false);
        for (const context of contextsOf(scope, required))
          yield {
            request: { ...requestFor(principalOf(scope, caller), action, arn, caller), context },
            required,
          };
      }
}

function contextsOf(scope: Scope, required: readonly ConditionClause[]): readonly AccessRequest['context'][] {
  const texts = [JSON.stringify(scope.resource), ...required.flatMap(({ values }) => values)];
  const first = contextSatisfying(required, scope.variables === false ? {} : variablesIn(texts));
  return first ? variationsOf(required, first).slice(0, MOST.contexts) : [];
}

class Search {
  private left: number = MOST.simulations;
  private readonly before: PreparedPolicySet | undefined;
  private readonly after: PreparedPolicySet;
  private readonly catalog: Catalog;

  constructor(before: PreparedPolicySet | undefined, after: PreparedPolicySet, catalog: Catalog) {
    this.before = before;
    this.after = after;
    this.catalog = catalog;
  }

  get isSpent(): boolean {
    return this.left <= 0;
  }

  private simulate(policies: PreparedPolicySet, request: AccessRequest): Decision {
    this.left -= 1;
    return policies.simulate(request, { catalog: this.catalog });
  }

  /** Changes the context until the request is allowed after and not before. */
  from(start: AccessRequest, required: readonly ConditionClause[]): Witness | undefined {
    const allowed = this.allowedAfter(start, required);
    if (!allowed) return undefined;
    return this.witness(allowed) ?? this.refusedBefore(allowed, required);
  }

  private witness(request: AccessRequest): Witness | undefined {
    if (!this.before) return { request, before: undefined };
    const decision = this.simulate(this.before, request);
    return isAllowed(decision) === false ? { request, before: decision.verdict } : undefined;
  }

  /** Away from each Deny, and into what another layer asks for. */
  private allowedAfter(
    start: AccessRequest,
    required: readonly ConditionClause[],
  ): AccessRequest | undefined {
    let request = start;
    for (let step = 0; step < MOST.steps && !this.isSpent; step += 1) {
      const decision = this.simulate(this.after, request);
      const answer = isAllowed(decision);
      if (answer === true) return request;
      const context = answer === false ? this.nextContext(decision, request, required) : undefined;
      if (!context) return undefined;
      request = { ...request, context };
    }
    return undefined;
  }

  private nextContext(
    { verdict, deciding, nearestMisses }: Decision,
    { context }: AccessRequest,
    required: readonly ConditionClause[],
  ): AccessRequest['context'] | undefined {
    const [denial] = deciding;
    if (verdict === 'explicitDeny' && denial)
      return contextsNotMatching(clausesAt(this.after, denial), required, context)[0];
    const near = nearestMisses.find(({ failures }) => failures.every(({ part }) => part === 'condition'));
    return near && contextSatisfying([...required, ...clausesAt(this.after, near)], context);
  }

  /** Where both sides allow a request: out of what allowed it before. */
  private refusedBefore(request: AccessRequest, required: readonly ConditionClause[]): Witness | undefined {
    if (!this.before) return undefined;
    const [allowing] = this.simulate(this.before, request).deciding;
    if (!allowing) return undefined;
    for (const context of contextsNotMatching(clausesAt(this.before, allowing), required, request.context)) {
      const allowed = this.allowedAfter({ ...request, context }, required);
      const found = allowed && this.witness(allowed);
      if (found || this.isSpent) return found;
    }
    return undefined;
  }
}

const clausesAt = (
  { layers }: PreparedPolicySet,
  { layer, statement }: PlacedRef,
): readonly ConditionClause[] => layers[layer].statements.find(({ ref }) => ref === statement)?.clauses ?? [];
