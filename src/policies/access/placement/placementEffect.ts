import { identityPolicies, withResourceControl } from '../../compose/appliedPolicies.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { withRoleInstances } from '../../draft/roleInstances.ts';
import { rolesOf } from '../../draft/roles.ts';
import type { Ruleset } from '../../library/ruleset.ts';
import type { ComposedDocument } from '../../model/composedDocument.ts';
import type { Draft } from '../../model/draft.ts';
import { isAllowed } from '../../simulate/otherReading.ts';
import { prepare } from '../../simulate/prepare.ts';
import type { PreparedPolicySet } from '../../simulate/preparedPolicySet.ts';
import type { AccessRequest } from '../../simulate/request.ts';
import { isSameAccess } from './layeredSide.ts';
import { requestsFor, namedActions } from './placementRequests.ts';

/** An action whose requests are decided in another way, with one of them. */
export interface PlacementChange {
  readonly role: string;
  readonly action: string;
  readonly now: 'allowed' | 'denied';
  readonly resource: string;
  readonly context: AccessRequest['context'];
}

/**
 * What it means for the roles that guardrails are enforced in another way. `same`: shown for every request. `differs`: requests
 * were found that are decided in another way. `notFound`: none was found among those that were compared, and it is not shown that
 * there is none. `noRoles`: the set has no role. `unreadable`: a policy cannot be read.
 */
export type PlacementEffect =
  | { readonly state: 'same' | 'noRoles' | 'unreadable' }
  | { readonly state: 'notFound'; readonly requests: number }
  | { readonly state: 'differs'; readonly requests: number; readonly changes: readonly PlacementChange[] };

/** A draft with its documents. */
export interface Placed {
  readonly draft: Draft;
  readonly documents: readonly ComposedDocument[];
}

/**
 * Compares the effective access of each role over all layers, before and after. The last piece is the answer; those before it are
 * where others can have their turn.
 */
export function* placementEffect(
  before: Placed,
  after: Placed,
  catalog: Catalog,
  ruleset: Ruleset,
): Generator<PlacementEffect | undefined> {
  const roles = rolesOf(after.draft, withRoleInstances(ruleset, after.draft));
  const changes: PlacementChange[] = [];
  let [requests, isShown] = [0, true];
  for (const { id, title, personas } of roles) {
    const persona = personas[0]?.id ?? id;
    const [old, now] = [before, after].map(({ documents }) =>
      prepare(withResourceControl(identityPolicies(documents, persona), documents).set),
    );
    if (!old || !now || old.errors.length > 0 || now.errors.length > 0) {
      yield { state: 'unreadable' };
      return;
    }
    yield undefined;
    if (isSameAccess(old, now)) continue;
    isShown = false;
    for (const found of changesOf(title, old, now, catalog)) {
      requests += found.requests;
      changes.push(...found.changes);
      yield undefined;
    }
  }
  if (roles.length === 0) yield { state: 'noRoles' };
  else if (isShown) yield { state: 'same' };
  else yield changes.length > 0 ? { state: 'differs', requests, changes } : { state: 'notFound', requests };
}

const PRINCIPAL = 'arn:aws:iam::111122223333:role/role';

/** Action by action: how many requests were compared, and the first that is allowed now, and that is denied now. */
function* changesOf(
  role: string,
  old: PreparedPolicySet,
  now: PreparedPolicySet,
  catalog: Catalog,
): Generator<{ readonly requests: number; readonly changes: readonly PlacementChange[] }> {
  for (const [action, statements] of namedActions([old, now], catalog)) {
    const found = new Map<PlacementChange['now'], PlacementChange>();
    let requests = 0;
    for (const request of requestsFor(PRINCIPAL, action, statements)) {
      requests += 1;
      const [was, is] = [old, now].map((set) => isAllowed(set.verdict(request, { catalog })));
      if (was === is || was === undefined || is === undefined) continue;
      const outcome = is ? 'allowed' : 'denied';
      const { resource, context } = request;
      if (!found.has(outcome))
        found.set(outcome, { role, action, now: outcome, resource: resource.arn, context });
    }
    yield { requests, changes: [...found.values()] };
  }
}
