import type { Draft } from '../model/draft.ts';

/** The draft under another name. */
export const rename = (draft: Draft, name: string): Draft => ({ ...draft, name });
