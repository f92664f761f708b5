import { policiesMark } from '../../policies/share/policiesMark.ts';
import { representativeDraft, wholeDocumentsOf } from '../../state/derived/derived.ts';
import { type OpenedLink, useOpenedLink } from '../../state/share/openedLink.ts';
import { useStore } from '../../state/store.ts';
import { PAGE_VERSION } from '../../state/version.ts';
import { Note } from '../common/Note.tsx';

/** Whether the policies are those of when the link was made; nothing once the draft is another, or where the link doesn't say. */
export function SinceLink() {
  const { opened } = useOpenedLink();
  const draft = useStore((state) => state.draft);
  if (!opened?.policies || representativeDraft(opened.draft) !== representativeDraft(draft)) return null;
  const isSame = policiesMark(wholeDocumentsOf(draft)) === opened.policies;
  return <Note mt={1}>{isSame ? SAME : changedWords(opened)}</Note>;
}

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
