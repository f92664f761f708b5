import { type Draft, proofLimits, type UserProof } from '../../policies/model/draft.ts';
import { isStorableProof } from '../../policies/share/readDraft.ts';

/** Changes of somebody's own proofs, as pure functions on drafts. */

/** Adds or replaces a proof. One that the stored draft could not hold, or one too many, leaves the draft as it was. */
export function putProof(draft: Draft, proof: UserProof): Draft {
  if (!isStorableProof(proof)) return draft;
  const isListed = draft.proofs.some(({ id }) => id === proof.id);
  if (!isListed && draft.proofs.length >= proofLimits.proofs) return draft;
  const proofs = isListed
    ? draft.proofs.map((one) => (one.id === proof.id ? proof : one))
    : [...draft.proofs, proof];
  return { ...draft, proofs };
}

export const removeProof = (draft: Draft, id: string): Draft => ({
  ...draft,
  proofs: draft.proofs.filter((proof) => proof.id !== id),
});

/** An id that no proof of the draft has. */
export function nextProofId(draft: Draft): string {
  const numbers = draft.proofs.map(({ id }) => Number(/^proof-(\d+)$/.exec(id)?.[1] ?? 0));
  return `proof-${Math.max(0, ...numbers) + 1}`;
}
