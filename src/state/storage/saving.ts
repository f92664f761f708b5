import { create } from 'zustand';
import type { SaveState } from './keeper.ts';

/** Whether the draft is kept in this browser: the one value that every part of the page reads. */
export const useSaving = create<{ readonly saving: SaveState }>()(() => ({
  saving: { state: 'saved', at: '' },
}));
