import { create } from 'zustand';
import type { GuaranteeResult } from '../../policies/guarantees/guaranteeResult.ts';

/** The guarantees of one draft, which may be older than the one on screen. */
export interface Guarantees {
  readonly state: 'idle' | 'current' | 'stale' | 'failed';
  readonly results: readonly GuaranteeResult[];
}

export const useGuarantees = create<Guarantees>()(() => ({ state: 'idle', results: [] }));
