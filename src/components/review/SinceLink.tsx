import type { Draft } from '../../policies/model/draft.ts';
import { policiesMark } from '../../policies/share/policiesMark.ts';
import { wholeDocumentsOf } from '../../state/derived/derived.ts';
import { representativeDraft } from '../../state/derived/oncePerDraft.ts';
import { type OpenedLink, useOpenedLink } from '../../state/share/openedLink.ts';
import { useStore } from '../../state/store.ts';
import { PAGE_VERSION } from '../../state/version.ts';
import { Note } from '../common/Note.tsx';
import { AnswersSinceLink } from './AnswersSinceLink.tsx';

/** What is another than when the link was made; nothing once the draft is another. */
export function SinceLink() {
  const { opened } = useOpenedLink();
  const draft = useStore((state) => state.draft);
  if (!opened || representativeDraft(opened.draft) !== representativeDraft(draft)) return null;
  return (
    <section aria-label="Since the link was created">
      <Note mt={1}>{policiesSince(opened, draft)}</Note>
      <AnswersSinceLink />
    </section>
  );
}

function policiesSince(opened: OpenedLink, draft: Draft): string {
  if (opened.policies === undefined) return UNKNOWN;
  return policiesMark(wholeDocumentsOf(draft)) === opened.policies ? SAME : changedWords(opened);
}

const UNKNOWN = 'The link doesn’t say which policies it was created with, so they can’t be compared.';
const SAME = 'The policies are the same as when the link was created.';

function changedWords({ pageVersion, dataDate }: OpenedLink): string {
  const made = [
    pageVersion !== '' && `version ${pageVersion} of this page`,
    dataDate !== '' && `IAM data ${dataDate}`,
  ].filter(Boolean);
  const by =
    made.length > 0 ? ` It was created with ${made.join(' and ')}; this is version ${PAGE_VERSION}.` : '';
  return `The policies aren’t the same as when the link was created: this page generates other policies from the same selections, or a preset changes them.${by} The link doesn’t contain the earlier policies, so they can’t be compared.`;
}
