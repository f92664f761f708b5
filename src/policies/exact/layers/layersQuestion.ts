import type { Caller } from '../../simulate/caller.ts';
import type { PolicySet } from '../../simulate/policySet.ts';
import type { ExactOptions } from '../answer.ts';
import type { AccessQuestion } from '../isAccessPossible.ts';

/** Who makes requests. A role that AWS made for a service is of its own kind: no organization's policy limits it. */
export type CallerKind = Caller['kind'] | 'serviceLinked';

export interface LayersOptions extends ExactOptions {
  /** Only these callers, each by its ARN, the name of a service, or `*` for an anonymous one. */
  readonly principals?: readonly string[];
  /**
   * Callers of these kinds, where no `principals` are given. By default everyone but root users and service-linked roles: what a
   * set has as identity policies cannot be theirs, and much is allowed to them without any.
   */
  readonly callers?: readonly CallerKind[];
  /** Of `compareLayers`: only requests that are as each of these. */
  readonly among?: readonly AccessQuestion[];
}

/** What is asked of the layers: what `after` allows, and `before` does not where it is given. */
export interface LayersQuestion {
  readonly after: PolicySet;
  readonly before?: PolicySet;
  /** A request must be as each of them. */
  readonly questions?: readonly AccessQuestion[];
  readonly options: LayersOptions;
}
