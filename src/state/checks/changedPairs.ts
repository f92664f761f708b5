import type { PolicyPair } from '../../policies/access/everyRequest/accessDifference.ts';
import type { ComposedDocument } from '../../policies/model/composedDocument.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { documentsOf } from '../derived/derived.ts';

/** The policies that differ between two drafts, to be compared. The parts of a policy that is split apply together. */
export function changedPairs(before: Draft, after: Draft): readonly PolicyPair[] {
  const [old, now] = [byWhole(documentsOf(before)), byWhole(documentsOf(after))];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const [was, is] = [old.get(id) ?? [], now.get(id) ?? []];
    const kind = (is[0] ?? was[0])?.kind;
    const pair = { before: was.map(({ policy }) => policy), after: is.map(({ policy }) => policy) };
    const isSame = JSON.stringify(pair.before) === JSON.stringify(pair.after);
    return kind === undefined || isSame ? [] : [{ kind, ...pair }];
  });
}

function byWhole(documents: readonly ComposedDocument[]): ReadonlyMap<string, readonly ComposedDocument[]> {
  const byId = new Map<string, readonly ComposedDocument[]>();
  for (const document of documents) {
    const id = document.partOf ?? document.id;
    byId.set(id, [...(byId.get(id) ?? []), document]);
  }
  return byId;
}
