import { create } from 'zustand';
import type { GuaranteeAnswers } from '../../policies/guarantees/guaranteeAnswers.ts';
import type { Draft } from '../../policies/model/draft.ts';

/** What the guarantees were when the link of this draft was made. */
export interface OpenedAnswers {
  readonly draft: Draft;
  readonly answers: GuaranteeAnswers;
}

export const useOpenedAnswers = create<{ readonly opened: OpenedAnswers | null }>()(() => ({ opened: null }));
