import { create } from 'zustand';
import type { PolicyPair, RequestKind } from '../../policies/access/everyRequest/accessDifference.ts';
import { show } from '../store.ts';

/** A request that is simulated against the policies before and after a change. */
export interface Simulation {
  readonly pair: PolicyPair;
  readonly request: RequestKind['simulated']['request'];
}

export const useSimulation = create<{ readonly shown: Simulation | null }>()(() => ({ shown: null }));

/** Opens the simulator with a request filled in. */
export function openSimulation(shown: Simulation): void {
  useSimulation.setState({ shown });
  show({ dialog: 'simulation' });
}
