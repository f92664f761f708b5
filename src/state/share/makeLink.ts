import { withoutClaims, withoutMarks } from '../../policies/access/review/reviewMarks.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { encodeShared } from '../../policies/share/share.ts';
import type { Shared } from '../../policies/share/shared.ts';
import { rulesetInForce } from '../store.ts';
import { PAGE_VERSION } from '../version.ts';

/**
 * How far a link of a length gets. `everywhere`: through any program; `mostly`: browsers take it, some chat and mail programs cut
 * it; `file`: better sent as a file.
 */
export type LinkSupport = 'everywhere' | 'mostly' | 'file';

export const longestLinks = { everywhere: 2_000, mostly: 8_000 } as const;

export const supportOfLength = (length: number): LinkSupport => {
  if (length <= longestLinks.everywhere) return 'everywhere';
  return length <= longestLinks.mostly ? 'mostly' : 'file';
};

export type MadeLink =
  | { readonly ok: true; readonly link: string; readonly fragment: string; readonly reach: LinkSupport }
  | { readonly ok: false; readonly reason: 'tooLarge' | 'invalid'; readonly detail: string };

/** The address of this page with the draft in it, what the user has reviewed, what to compare it with, what its guarantees
 * and its policies are, where that is given. `dataDate` is empty while the data has not loaded. */
export function makeLink(
  given: Draft,
  dataDate: string,
  { baseline, answers, policies }: Pick<Shared, 'baseline' | 'answers' | 'policies'> = {},
): MadeLink {
  const draft = withoutClaims(given);
  const more = {
    ...(baseline ? { baseline: { ...baseline, draft: withoutMarks(baseline.draft) } } : {}),
    ...(answers ? { answers } : {}),
    ...(policies === undefined ? {} : { policies }),
  };
  const encoding = encodeShared({ draft, dataDate, pageVersion: PAGE_VERSION, ...more }, rulesetInForce());
  if (!encoding.ok) return encoding;
  const { fragment } = encoding;
  const link = `${location.origin}${location.pathname}${location.search}#${fragment}`;
  return { ok: true, link, fragment, reach: supportOfLength(link.length) };
}

/** The address for the head of a file or a report; nothing where it is longer than `most`, or cannot be made. */
export function shortLink(draft: Draft, dataDate: string, most: number): string | undefined {
  const made = makeLink(withoutMarks(draft), dataDate);
  return made.ok && made.link.length <= most ? made.link : undefined;
}
