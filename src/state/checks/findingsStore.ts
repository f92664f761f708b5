import { create } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import type { suppressionOf } from '../../policies/checks/suppression.ts';
import type { WorkerFailure } from '../workers/messages.ts';

/** Findings of one document: of the text they were made for, which may be older than the one on screen. */
export interface DocumentFindings {
  readonly text: string;
  /** The roles that it could pass then, as text. */
  readonly roles: string;
  readonly findings: readonly DescribedFinding[];
  /** Comes with the findings: the page has no need of it before there are any. */
  readonly suppressionOf: typeof suppressionOf;
}

export interface Checks {
  /** `failed`: the part that asks for checks did not load. */
  readonly state: 'idle' | 'checking' | 'checked' | 'failed';
  readonly rules: number;
  /** The findings of the last change have been on their way for a while; what is shown is older. */
  readonly late: boolean;
  readonly byDocument: Readonly<Record<string, DocumentFindings>>;
  /** Documents that were not checked, and why. */
  readonly failures: Readonly<Record<string, WorkerFailure>>;
}

export const useChecks = create<Checks>()(() => ({
  state: 'idle',
  rules: 0,
  late: false,
  byDocument: {},
  failures: {},
}));

/** What the checks found. That they are made again changes nothing of it, and draws nothing. */
export const useCheckResults = (): Checks =>
  useChecks(
    useShallow((checks) => (checks.state === 'checking' ? { ...checks, state: 'checked' as const } : checks)),
  );

/** Why a document was not checked; nothing when it was, or is on its way. */
export const failureOf = ({ state, failures }: Checks, documentId: string): WorkerFailure | undefined =>
  state === 'failed' ? 'notStarted' : failures[documentId];
