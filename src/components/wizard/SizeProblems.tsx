import { countWithNoun } from '../../policies/language/counts.ts';
import type { Attachments } from '../../policies/size/split.ts';
import { deliveredOf, documentsOf, sizeOf } from '../../state/derived/derived.ts';
import { useStore } from '../../state/store.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { List } from '../common/List.tsx';
import { Note } from '../common/Note.tsx';
import { Warning } from '../common/Warning.tsx';

/** What does not fit, what a split costs in attachments, and what patterns widen. */
export function SizeProblems() {
  const draft = useStore((state) => state.draft);
  const { attachments, widenings, patternsPending, unguarded } = deliveredOf(draft);
  const titleOf = (id: string) =>
    documentsOf(draft)
      .find((document) => (document.partOf ?? document.id) === id)
      ?.title.replace(/ \d+$/, '') ?? id;
  const over = documentsOf(draft).filter((document) => sizeOf(document, draft).state === 'over');
  const wanted = draft.sizing.shorten === 'wildcards';
  return (
    <>
      {over.map((document) => (
        <Warning mb={2} key={document.id}>
          {document.title} exceeds its size quota, and AWS rejects it.{' '}
          {remedyFor(document.kind, draft.sizing.split)}
        </Warning>
      ))}
      {attachments
        .filter(({ count: number }) => number > 1)
        .map((split) => (
          <SplitNote
            key={split.document}
            split={split}
            title={titleOf(split.document)}
            isUnguarded={unguarded.includes(split.document)}
          />
        ))}
      {wanted && patternsPending && (
        <Note mb={2}>The data of some services isn’t loaded, so their actions are listed individually.</Note>
      )}
      {wanted && widenings.length > 0 && <Widenings />}
    </>
  );
}

interface SplitNoteProps {
  readonly split: Attachments;
  /** Of the policy that was split. */
  readonly title: string;
  readonly isUnguarded: boolean;
}

const SplitNote = ({ split: { count: number, limit, state }, title, isUnguarded }: SplitNoteProps) =>
  state === 'fits' ? (
    <Note mb={2}>
      {title} is split into {number} policies that grant the same access together. Attach all of them. A role
      can have {limit} policies.
    </Note>
  ) : (
    <Warning mb={2}>
      {title} is split into {number} policies, but a role can have only {limit}.{' '}
      {isUnguarded
        ? 'The Deny statements don’t fit in the same policies as the permissions that they restrict. Don’t attach these policies. Select fewer activities.'
        : 'Each has the Deny statements for what it allows. Select fewer activities, or request a quota increase.'}
    </Warning>
  );

function Widenings() {
  const widenings = useStore((state) => deliveredOf(state.draft).widenings);
  const added = new Set(widenings.flatMap(({ adds }) => adds));
  return (
    <Warning mb={2}>
      Patterns allow {countWithNoun(added.size, 'action', 'actions')} beyond your selection, and any action
      that AWS adds under these names:
      <List look="bullets" mt={1}>
        {widenings.map(({ document, pattern, replaces, adds }) => (
          <li key={`${document} ${pattern} ${replaces.join(' ')}`}>
            <code>{pattern}</code> for {replaces.length} actions:{' '}
            {adds.length === 0 ? (
              'no other actions yet'
            ) : (
              <Disclosure label={`${adds.length} more`}>
                <code>{adds.join(', ')}</code>
              </Disclosure>
            )}
          </li>
        ))}
      </List>
    </Warning>
  );
}

function remedyFor(kind: string, split: boolean): string {
  if ((kind === 'identity' || kind === 'service-control') && !split)
    return 'Split it in Size, or select fewer activities.';
  if (kind === 'identity') return 'Use managed policies in Size, or select fewer activities.';
  if (kind === 'permissions-boundary')
    return 'A role has only one boundary. Shorten it in Size, enforce the guardrails in another way, or select fewer.';
  return 'Shorten it in Size, or select fewer activities.';
}
