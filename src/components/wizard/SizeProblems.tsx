import { deliveredOf, documentsOf, sizeOf } from '../../state/derived/derived.ts';
import { count } from '../../state/derived/progress.ts';
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
          {document.title} is over its limit. AWS refuses it. {remedyFor(document.kind, draft.sizing.split)}
        </Warning>
      ))}
      {attachments
        .filter(({ count: number }) => number > 1)
        .map(({ document, count: number, limit, state }) =>
          state === 'fits' ? (
            <Note mb={2} key={document}>
              {titleOf(document)} is split into {number}, with the same access together: attach all of them.{' '}
              {limit} may be attached.
            </Note>
          ) : (
            <Warning mb={2} key={document}>
              {titleOf(document)} is split into {number}, but only {limit} may be attached.{' '}
              {unguarded.includes(document)
                ? 'Its denials do not fit beside what they guard: attach none of them, and choose less.'
                : 'Each has the denials that guard what it allows. Choose fewer activities, or ask AWS for more attachments.'}
            </Warning>
          ),
        )}
      {wanted && patternsPending && (
        <Note mb={2}>The data of some services is not loaded; their actions stay named one by one.</Note>
      )}
      {wanted && widenings.length > 0 && <Widenings />}
    </>
  );
}

function Widenings() {
  const widenings = useStore((state) => deliveredOf(state.draft).widenings);
  const added = new Set(widenings.flatMap(({ adds }) => adds));
  return (
    <Warning mb={2}>
      Patterns allow {count(added.size, 'action', 'actions')} beyond what you chose, and whatever AWS adds
      under these names:
      <List look="bullets" mt={1}>
        {widenings.map(({ document, pattern, replaces, adds }) => (
          <li key={`${document} ${pattern} ${replaces.join(' ')}`}>
            <code>{pattern}</code> for {replaces.length} actions:{' '}
            {adds.length === 0 ? (
              'nothing more today'
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
    return 'Let it be split, under Size above.';
  if (kind === 'identity') return 'Save it as managed policies, under Size above, or choose less.';
  if (kind === 'permissions-boundary')
    return 'There is one boundary to a role: shorten it, deliver the limits otherwise, or choose fewer.';
  return 'Shorten it, under Size above, or choose less.';
}
