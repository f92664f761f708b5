import { type Draft, testLimits, type UserTest } from '../../policies/model/draft.ts';
import { isStorableTest } from '../../policies/share/readDraft.ts';

/** Changes of the user's own tests, as pure functions on drafts. */

/** Adds or replaces a test. One that the stored draft could not hold, or one too many, leaves the draft as it was. */
export function putTest(draft: Draft, test: UserTest): Draft {
  if (!isStorableTest(test)) return draft;
  const isListed = draft.proofs.some(({ id }) => id === test.id);
  if (!isListed && draft.proofs.length >= testLimits.tests) return draft;
  const proofs = isListed
    ? draft.proofs.map((one) => (one.id === test.id ? test : one))
    : [...draft.proofs, test];
  return { ...draft, proofs };
}

export const removeTest = (draft: Draft, id: string): Draft => ({
  ...draft,
  proofs: draft.proofs.filter((test) => test.id !== id),
});

/** An id that no test of the draft has. */
export function nextTestId(draft: Draft): string {
  const numbers = draft.proofs.map(({ id }) => Number(/^proof-(\d+)$/.exec(id)?.[1] ?? 0));
  return `proof-${Math.max(0, ...numbers) + 1}`;
}
