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
  readonly byDocument: Readonly<Record<string, DocumentFindings>>;
}

export const useChecks = create<Checks>()(() => ({ state: 'idle', rules: 0, byDocument: {} }));
