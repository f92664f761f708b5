import { layersOf } from '../../policies/access/review/layersOf.ts';
import type { ReviewedPair } from '../../policies/access/review/reviewPolicies.ts';
import { arnsOfRole } from '../../policies/model/composedDocument.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { wholeDocumentsOf } from '../derived/derived.ts';
import type { Pair } from '../derived/reportInput.ts';
import type { ReviewQuestion } from '../evidence/evidenceProtocol.ts';

/** An account for the calls of a set that has none yet. */
const EXAMPLE_ACCOUNT = '111122223333';

/** What the evidence worker is asked of a set: each policy with all that decides beside it, before and after. */
export function reviewQuestion(
  pairs: readonly Pair[],
  draft: Draft,
  baseline: Draft,
): ReviewQuestion & { readonly place: string } {
  const [before, after] = [wholeDocumentsOf(baseline), wholeDocumentsOf(draft)];
  return {
    place: 'review',
    kind: 'review',
    pairs: pairs.map((pair): ReviewedPair => {
      const shown = pair.document ? [pair.document] : [];
      return {
        kind: pair.kind,
        before: { policies: pair.before, set: layersOf(pair.kind, pair.documentsBefore, before) },
        after: { policies: pair.after, set: layersOf(pair.kind, shown, after) },
        caller: callerOf(pair, draft),
      };
    }),
  };
}

function callerOf({ document, documentsBefore }: Pair, { variables }: Draft): ReviewedPair['caller'] {
  const given = variables['accountId']?.[0] ?? '';
  const accountId = /^\d{12}$/.test(given) ? given : EXAMPLE_ACCOUNT;
  const [arn] = arnsOfRole((document ?? documentsBefore[0])?.role);
  const role = arn ?? `arn:aws:iam::${accountId}:role/example`;
  return { principal: role, accountId, attachedTo: role };
}
