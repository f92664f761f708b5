import type { Documents } from '../../exact/answer.ts';
import type { ExactRequest } from '../../exact/replay/replay.ts';
import type { Verdict } from '../../simulate/decision.ts';
import { simulate } from '../../simulate/simulate.ts';
import { withExampleAccount } from '../withExampleAccount.ts';
import type { PolicyPair, SimulatedWitness } from './accessDifference.ts';
import { decidingAlone, simulatedRequest } from './decidingAlone.ts';

/** What the simulator says of a request on both sides. */
export function simulatedWitness(
  { kind, before, after }: PolicyPair,
  witness: ExactRequest,
): SimulatedWitness {
  const request = withExampleAccount(simulatedRequest(kind, witness));
  const verdict = (policies: Documents): Verdict | undefined => {
    const set = decidingAlone(kind, withExampleAccount(policies), request);
    return set && simulate(request, set).verdict;
  };
  return { request, before: verdict(before), after: verdict(after) };
}
