import { styled } from '@mui/material/styles';
import { deliveredOf, documentsOf, sizeOf } from '../../state/derived/derived.ts';
import { count } from '../../state/derived/progress.ts';
import { useStore } from '../../state/store.ts';
import { fontMono } from '../../theme.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { Icon } from '../common/Icon.tsx';

const Note = styled('div')({
  display: 'flex',
  gap: 8,
  margin: '0 0 8px',
  padding: '6px 8px',
  border: '1px solid var(--caution)',
  borderRadius: 4,
  fontSize: 13,
  color: 'var(--caution)',
  '& code': { fontFamily: fontMono, fontSize: 12, overflowWrap: 'anywhere', color: 'var(--ink)' },
  '& ul': { margin: '4px 0 0', padding: '0 0 0 16px' },
});
const Lead = styled('p')({ margin: '0 0 8px', fontSize: 13, color: 'var(--ink-2)' });

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
        <Problem key={document.id}>
          {document.title} is over its limit. AWS refuses it. {remedyFor(document.kind, draft.sizing.split)}
        </Problem>
      ))}
      {attachments
        .filter(({ count: number }) => number > 1)
        .map(({ document, count: number, limit, state }) =>
          state === 'fits' ? (
            <Lead key={document}>
              {titleOf(document)} is split into {number}, with the same access together: attach all of them.{' '}
              {limit} may be attached.
            </Lead>
          ) : (
            <Problem key={document}>
              {titleOf(document)} is split into {number}, but only {limit} may be attached.{' '}
              {unguarded.includes(document)
                ? 'Its denials do not fit beside what they guard: attach none of them, and choose less.'
                : 'Each has the denials that guard what it allows. Choose fewer activities, or ask AWS for more attachments.'}
            </Problem>
          ),
        )}
      {wanted && patternsPending && (
        <Lead>The data of some services is not loaded; their actions stay named one by one.</Lead>
      )}
      {wanted && widenings.length > 0 && <Widenings />}
    </>
  );
}

function Widenings() {
  const widenings = useStore((state) => deliveredOf(state.draft).widenings);
  const added = new Set(widenings.flatMap(({ adds }) => adds));
  return (
    <Problem>
      Patterns allow {count(added.size, 'action', 'actions')} beyond what you chose, and whatever AWS adds
      under these names:
      <ul>
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
      </ul>
    </Problem>
  );
}

function Problem({ children }: { readonly children: React.ReactNode }) {
  return (
    <Note role="note">
      <Icon name="warning" />
      <div>{children}</div>
    </Note>
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
