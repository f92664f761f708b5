import type { RefusedCall } from '../accessTests/refusals/refusedCall.ts';
import { documentsWithOpen } from '../accessTests/refusals/refusalTrial.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';
import type { Verdict } from '../simulate/decision.ts';
import { type Caller, callDecider } from './callDecider.ts';
import type { UsedCall } from '../simulate/usedCall.ts';

/** Calls with one action that would fail for the same reason, as often as they were made. */
export interface FailingCalls {
  readonly call: RefusedCall;
  readonly verdict: Verdict;
  /** Each once, in the order of their names. */
  readonly resources: readonly string[];
  /** How many resources there are: of thousands only the first are listed. */
  readonly resourceCount: number;
  readonly count: number;
}

/** What a draft says of calls that were made. Plain data. */
export interface Replay {
  readonly calls: number;
  readonly allowed: number;
  /** Depends on condition keys that the events don’t have. */
  readonly conditional: number;
  readonly conditionalActions: readonly string[];
  readonly failing: number;
  /** The most frequent first. */
  readonly groups: readonly FailingCalls[];
}

/** Resources of one group that are listed. */
const MAX_LISTED = 20;

interface Replayed extends Caller {
  readonly calls: readonly UsedCall[];
  readonly ruleset: Ruleset;
}

/** Asks the policies of a role every call, and the resource control policies of the set. Values that are missing stay placeholders: no example allows or denies a call. */
export function replayCalls(draft: Draft, { calls, ruleset, ...caller }: Replayed): Replay {
  const everyVariable = new Set(ruleset.variables.map(({ id }) => id));
  const documents = documentsWithOpen(draft, ruleset, everyVariable);
  const decide = callDecider(documents, caller, { withResourceControl: true });
  const tally = new ReplayTally(caller.principal);
  for (const call of calls) tally.add(call, decide(call));
  return tally.replay();
}

interface OpenGroup {
  readonly call: UsedCall;
  readonly verdict: Verdict;
  readonly resources: Set<string>;
  count: number;
}

class ReplayTally {
  private readonly principal: string;
  private readonly sums = { calls: 0, allowed: 0, conditional: 0, failing: 0 };
  private readonly conditional = new Set<string>();
  private readonly groups = new Map<string, OpenGroup>();

  constructor(principal: string) {
    this.principal = principal;
  }

  add(call: UsedCall, verdict: Verdict): void {
    const { sums } = this;
    sums.calls += call.count;
    if (verdict === 'allowed') sums.allowed += call.count;
    else if (verdict === 'unknown') {
      sums.conditional += call.count;
      this.conditional.add(call.action);
    } else {
      sums.failing += call.count;
      this.addFailing(call, verdict);
    }
  }

  private addFailing(call: UsedCall, verdict: Verdict): void {
    const key = JSON.stringify([call.action, call.operation, verdict, call.resource === undefined]);
    const group = this.groups.get(key) ?? { call, verdict, resources: new Set<string>(), count: 0 };
    if (call.resource !== undefined) group.resources.add(call.resource);
    group.count += call.count;
    this.groups.set(key, group);
  }

  replay(): Replay {
    const groups = [...this.groups.values()].map((group) => failingCalls(group, this.principal));
    return {
      ...this.sums,
      conditionalActions: [...this.conditional].toSorted(),
      groups: groups.toSorted(
        (one, other) => other.count - one.count || (one.call.action < other.call.action ? -1 : 1),
      ),
    };
  }
}

function failingCalls({ call, verdict, resources, count }: OpenGroup, principal: string): FailingCalls {
  const sorted = [...resources].toSorted();
  return {
    call: {
      principal,
      action: call.action,
      resource: sorted[0],
      operation: call.operation,
      layer: undefined,
      explicit: undefined,
      policy: undefined,
    },
    verdict,
    resources: sorted.slice(0, MAX_LISTED),
    resourceCount: sorted.length,
    count,
  };
}
