import { create } from 'zustand';
import type { PlacementEffect } from '../../policies/access/placement/placementEffect.ts';
import { movedTo, placementInWords } from '../../policies/access/placement/placementWords.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { isSame } from '../../policies/model/sameJson.ts';
import { useStore } from '../store.ts';
import { askEvidence } from './evidenceClient.ts';
import { postedDraft } from './postedDraft.ts';
import type { WorkerFailure } from '../workers/messages.ts';

/** Guardrails that were enforced in another way, and what that means for the roles. */
export interface GuardrailMove {
  readonly after: Draft;
  /** Nothing while it is computed. */
  readonly outcome: PlacementEffect | WorkerFailure | undefined;
  /** In a sentence, once it is known. */
  readonly sentence: string | undefined;
}

export const useGuardrailMove = create<{ readonly move: GuardrailMove | null }>()(() => ({ move: null }));

/** Whether a change enforces the same guardrails for the same roles in another way. Another draft, such as an example, moves nothing. */
export const isGuardrailMove = (before: Draft, after: Draft): boolean =>
  before.limits.delivery !== after.limits.delivery &&
  after.limits.chosen.length > 0 &&
  isSame(before.limits.chosen, after.limits.chosen) &&
  isSame(before.personas, after.personas);

/** Compares effective access before and after a change that moves guardrails; any other change ends what was said of the last one. */
export function noteMove(before: Draft, after: Draft): void {
  const { delivery } = after.limits;
  const isMove = isGuardrailMove(before, after);
  useGuardrailMove.setState({ move: isMove ? { after, outcome: undefined, sentence: undefined } : null });
  if (!isMove) return;
  const tell = (outcome: PlacementEffect | WorkerFailure) => {
    if (useGuardrailMove.getState().move?.after !== after) return;
    useGuardrailMove.setState({
      move: { after, outcome, sentence: `${movedTo(delivery)}. ${outcomeInWords(outcome)}` },
    });
  };
  const question = {
    kind: 'placement',
    place: 'guardrail move',
    before: postedDraft(before),
    after: postedDraft(after),
  } as const;
  askEvidence(
    { ...question, preset: useStore.getState().ruleset.preset },
    (answer) => answer.kind === 'placement' && tell(answer.effect),
    tell,
  );
}

const outcomeInWords = (outcome: PlacementEffect | WorkerFailure): string =>
  typeof outcome === 'string' ? 'Couldn’t compare effective access.' : placementInWords(outcome);
