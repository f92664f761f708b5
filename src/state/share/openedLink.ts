import { create } from 'zustand';
import type { Draft } from '../../policies/model/draft.ts';
import type { Shared } from '../../policies/share/shared.ts';

/** What a link said of the draft that was opened from it. */
export interface OpenedLink extends Pick<Shared, 'dataDate' | 'pageVersion' | 'policies'> {
  readonly draft: Draft;
}

export const useOpenedLink = create<{ readonly opened: OpenedLink | null }>()(() => ({ opened: null }));
