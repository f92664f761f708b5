import type { Draft } from '../../policies/model/draft.ts';
import type { StepId } from '../screen.ts';
import { useComposing } from './composing.ts';
import type { NextMove, Progress } from './progress.ts';

/** What the steps say while nothing is selected, which needs no composing. */
export const startingProgress: Readonly<Record<StepId, Progress>> = {
  who: { summary: 'No personas selected', missing: 'Select at least one persona to continue.' },
  what: { summary: 'Select a persona first', missing: 'Select a persona first.' },
  where: { summary: 'No values needed' },
  limits: { summary: 'No guardrails' },
  trust: { summary: 'No role to assume' },
  review: { summary: 'No policies to export' },
};

/** How far a step of a draft is. */
export function useProgress(step: StepId, draft: Draft): Progress {
  const composing = useComposing(({ part }) => part);
  return composing?.progressOf(step, draft) ?? startingProgress[step];
}

/** What comes next in a draft; until anything can be composed, to select something. */
export function useNextMove(draft: Draft): NextMove {
  const composing = useComposing(({ part }) => part);
  return composing?.nextMove(draft) ?? 'select';
}
