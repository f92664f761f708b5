import { type Draft, guaranteeLimits, type UserGuarantee } from '../../policies/model/draft.ts';
import { isStorableGuarantee } from '../../policies/share/readGuarantees.ts';

/** Changes of the user's own guarantees, as pure functions on drafts. */

/** Adds or replaces a guarantee. One that the stored draft could not hold, or one too many, leaves the draft as it was. */
export function putGuarantee(draft: Draft, guarantee: UserGuarantee): Draft {
  if (!isStorableGuarantee(guarantee)) return draft;
  const before = draft.guarantees ?? [];
  const isKnown = before.some(({ id }) => id === guarantee.id);
  if (!isKnown && before.length >= guaranteeLimits.guarantees) return draft;
  const guarantees = isKnown
    ? before.map((one) => (one.id === guarantee.id ? guarantee : one))
    : [...before, guarantee];
  return { ...draft, guarantees };
}

/** A draft without guarantees has no list of them. */
export function removeGuarantee({ guarantees = [], ...draft }: Draft, id: string): Draft {
  const left = guarantees.filter((one) => one.id !== id);
  return left.length === 0 ? draft : { ...draft, guarantees: left };
}

/** An id that no guarantee of the draft has. */
export function nextGuaranteeId({ guarantees = [] }: Draft): string {
  const numbers = guarantees.map(({ id }) => Number(/^guarantee-(\d+)$/.exec(id)?.[1] ?? 0));
  return `guarantee-${Math.max(0, ...numbers) + 1}`;
}
