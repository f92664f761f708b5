import { createContext, useContext, useMemo } from 'react';
import type { AskedRow, Possibility, RowPossibility } from '../../policies/access/reach/reachable.ts';
import type { ReachQuestion } from '../../state/evidence/evidenceProtocol.ts';
import { useEvidence } from '../common/useEvidence.ts';

/** The draft that the rows on the page are of. */
export const ReachedDraft = createContext<Pick<ReachQuestion, 'drafted' | 'preset'> | null>(null);

function useReachedDraft(): Pick<ReachQuestion, 'drafted' | 'preset'> {
  const draft = useContext(ReachedDraft);
  if (!draft) throw new Error('rows of reach without their draft');
  return draft;
}

/** An answer; nothing while it is computed. `failed`: it could not be. */
export type AnswerSoFar<Value> = Value | 'failed' | undefined;

interface Reachable {
  rows(at: number): AnswerSoFar<RowPossibility>;
  roles(at: number): AnswerSoFar<Possibility>;
}

const NOTHING: readonly never[] = [];

/** Whether rows are possible, and for further roles what a text is about, computed for every request. */
export function useReachable(
  rows: readonly AskedRow[],
  roles: readonly string[] = NOTHING,
  text = '',
): Reachable {
  const { drafted, preset } = useReachedDraft();
  const question = useMemo(
    () =>
      ({
        place: 'reachable',
        kind: 'reachable',
        drafted,
        preset,
        rows,
        roles,
        text,
      }) as const,
    [drafted, preset, rows, roles, text],
  );
  const evidence = useEvidence(question, null);
  const answer =
    evidence.state === 'answered' && evidence.answer.kind === 'reachable' ? evidence.answer : undefined;
  const failed = evidence.state === 'failed' ? ('failed' as const) : undefined;
  return { rows: (at) => failed ?? answer?.rows[at], roles: (at) => failed ?? answer?.roles[at] };
}
