import type { Draft } from '../policies/draft.ts';
import { publishedFormOf } from './derived.ts';
import type { BaselineRef, Pin } from './store.ts';

export interface Baseline {
  readonly name: string;
  /** Absent when there is nothing to compare with yet. */
  readonly draft: Draft | undefined;
}

/** The draft that Changes compares with, and the name that it is shown under. */
export function resolveBaseline(
  ref: BaselineRef,
  draft: Draft,
  previous: Draft | undefined,
  pins: readonly Pin[],
): Baseline {
  switch (ref.kind) {
    case 'published':
      return { name: 'as published in the guide', draft: publishedFormOf(draft) };
    case 'previous':
      return { name: 'before the last change', draft: previous };
    case 'pin': {
      const pin = pins.find((candidate) => candidate.id === ref.id);
      return { name: pin ? `pinned: ${pin.name}` : 'pinned: no longer there', draft: pin?.draft };
    }
    default:
      return ref satisfies never;
  }
}
