import type { Catalog } from '../../catalog/catalog.ts';
import type { PermissionChange } from '../../exact/change.ts';
import { defaultKeyPolicy } from '../../compose/appliedPolicies.ts';
import { comparePermissions } from '../../exact/compare.ts';
import { computeOnce } from '../../language/computeOnce.ts';
import type { DocumentKind, PolicyDocument } from '../../language/policy.ts';
import type { PolicySet } from '../../simulate/policySet.ts';
import { prepare } from '../../simulate/prepare.ts';
import { withExampleAccount } from '../withExampleAccount.ts';
import { type ChangeOrigin, originsOf } from './changeOrigin.ts';
import type { ExampleCaller } from './exampleRequests.ts';
import { findWitness, type ReviewedSides, type Witness } from './newAccessExample.ts';

/** A policy before and after a change, each side with all that decides beside it. Plain data, which can be posted. */
export interface ReviewedPair {
  readonly kind: DocumentKind;
  readonly before: ReviewedSide;
  readonly after: ReviewedSide;
  readonly caller: ExampleCaller;
}

export interface ReviewedSide {
  /** Those that are compared. */
  readonly policies: readonly PolicyDocument[];
  /** What a request meets; nothing where what they are attached to is not there. */
  readonly set: PolicySet | undefined;
}

/** A difference with where it comes from and, where it is new access, a request that shows it. */
export interface ReviewedChange {
  readonly change: PermissionChange;
  readonly origins: readonly ChangeOrigin[];
  readonly witness: Witness | undefined;
}

/** Compares pair after pair, so that others can have their turn between two. Services must be loaded. */
export function* reviewPolicies(
  pairs: readonly ReviewedPair[],
  catalog: Catalog,
): Generator<readonly ReviewedChange[]> {
  for (const pair of pairs) {
    const changes = comparePermissions(pair.before.policies, pair.after.policies, catalog);
    yield changes.length === 0 ? [] : changes.map(reviewer(pair, catalog));
  }
}

function reviewer(
  { before, after, caller }: ReviewedPair,
  catalog: Catalog,
): (change: PermissionChange) => ReviewedChange {
  const fill = <Value>(value: Value): Value => withExampleAccount(value, caller.accountId);
  const asked = fill(caller);
  const plain = sidesOf(fill(before.set), fill(after.set));
  const withKeyPolicy = computeOnce(() =>
    sidesOf(keyed(fill(before.set), caller), keyed(fill(after.set), caller)),
  );
  return (change) => ({
    change,
    origins: originsOf(change, before.policies, after.policies),
    witness: findWitness(fill(change), change.service === 'kms' ? withKeyPolicy() : plain, asked, catalog),
  });
}

const sidesOf = (before: PolicySet | undefined, after: PolicySet | undefined): ReviewedSides => ({
  before: before && prepare(before),
  after: after && prepare(after),
});

/** A key decides with its own policy: with AWS's default one, as in the tests. */
const keyed = (set: PolicySet | undefined, { accountId }: ExampleCaller): PolicySet | undefined =>
  set && !set.resource ? { ...set, resource: defaultKeyPolicy('aws', accountId) } : set;
