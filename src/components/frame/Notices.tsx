import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useShallow } from 'zustand/react/shallow';
import { useSaving } from '../../state/storage/saving.ts';
import { dismiss, type Notice, shownNotices, useStore } from '../../state/store.ts';
import { CharacterNote } from '../common/CharacterNote.tsx';
import { Disclosure } from '../common/Disclosure.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { Icon } from '../common/Icon.tsx';
import { Bar } from './NoticeBar.ts';
import { wordsOf } from './noticeWords.ts';
import { SavingBar } from './SavingBar.tsx';

/** What the user should know and can act on, one bar each, until it is dismissed. */
export function Notices() {
  const notices = useStore(useShallow(shownNotices));
  return (
    <div role="region" aria-label="Notices" aria-live="polite">
      <SavingBar />
      {notices.map((notice) => (
        <NoticeBar key={notice.id} notice={notice} />
      ))}
      <NameNote />
    </div>
  );
}

/** The field of the draft's name shows it as it looks. */
function NameNote() {
  const name = useStore((state) => state.draft.name);
  return <CharacterNote text={name} of="Policy set name" />;
}

/** The rules of the organization don't apply. */
const withoutRules: ReadonlySet<Notice['id']> = new Set([
  'presetUnreachable',
  'presetInUseUnreachable',
  'presetInvalid',
]);

function NoticeBar({ notice }: { readonly notice: Notice }) {
  const isSaved = useSaving(({ saving }) => saving.state === 'saved');
  const { text, details, moves } = notice.id === 'link' ? notice : wordsOf(notice, isSaved);
  return (
    <Bar data-problem={withoutRules.has(notice.id) || undefined}>
      <span>
        <ForeignText text={text} use="prose" />
      </span>
      {details && (
        <Disclosure label="Details">
          <ul>
            {details.map((line) => (
              <li key={line}>
                <ForeignText text={line} use="prose" />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {moves.map(({ label, run }) => (
        <Button key={label} onClick={run}>
          {label}
        </Button>
      ))}
      <IconButton size="small" aria-label="Dismiss" onClick={() => dismiss(notice.id)}>
        <Icon name="close" />
      </IconButton>
    </Bar>
  );
}
