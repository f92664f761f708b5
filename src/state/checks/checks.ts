import { create } from 'zustand';
import type { DescribedFinding } from '../../policies/checks/described.ts';

/** Findings of one document: of the text they were made for, which may be older than the one on screen. */
export interface DocumentFindings {
  readonly text: string;
  readonly findings: readonly DescribedFinding[];
}

export interface Checks {
  readonly state: 'idle' | 'checking' | 'checked' | 'failed';
  readonly rules: number;
  /** The findings of the last change have been on their way for a while; what is shown is older. */
  readonly late: boolean;
  readonly byDocument: Readonly<Record<string, DocumentFindings>>;
}

export const useChecks = create<Checks>()(() => ({ state: 'idle', rules: 0, late: false, byDocument: {} }));
