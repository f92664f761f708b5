import { create } from 'zustand';
import type { PolicyPair } from '../../policies/access/everyRequest/accessDifference.ts';
import type { PolicySet } from '../../policies/simulate/policySet.ts';
import type { AccessRequest } from '../../policies/simulate/request.ts';
import { show } from '../store.ts';

/** A request that is simulated against what decides before and after a change: policies of one kind, or all of a role. */
export interface Simulation {
  readonly against: PolicyPair | RoleSets;
  readonly request: AccessRequest;
}

/** Nothing: the role was not there. */
export interface RoleSets {
  readonly kind: 'role';
  readonly before: PolicySet | undefined;
  readonly after: PolicySet | undefined;
}

export const useSimulation = create<{ readonly shown: Simulation | null }>()(() => ({ shown: null }));

/** Opens the simulator with a request filled in. */
export function openSimulation(shown: Simulation): void {
  useSimulation.setState({ shown });
  show({ dialog: 'simulation' });
}
