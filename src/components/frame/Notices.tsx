import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { commands } from '../../commands.ts';
import { reloadKept, SET_ASIDE_KEY } from '../../state/autosave.ts';
import { saveFile } from '../../state/files.ts';
import { dismiss, type LinkNotice, type Notice, type PlainNotice, useStore } from '../../state/store.ts';
import { CharacterNote } from '../common/CharacterNote.tsx';
import { Disclosure } from '../common/Disclosure.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { Icon } from '../common/Icon.tsx';
import { Bar } from './NoticeBar.ts';

interface NoticeWords {
  text(notice: PlainNotice): string;
  readonly action?: { readonly label: string; run(): void };
}

const reload = { label: 'Reload', run: reloadKept };

const words: Record<PlainNotice['id'], NoticeWords> = {
  restored: {
    text: ({ time }) => `Restored from this browser, ${time}.`,
    action: { label: 'Start fresh', run: () => commands.startFresh.run() },
  },
  setAside: {
    text: () => 'The draft saved in this browser could not be read. It is kept aside; the page starts empty.',
    action: { label: 'Download what was saved', run: downloadSetAside },
  },
  newerDraft: {
    text: () =>
      'The draft saved in this browser was made by a newer version of this page. It is kept aside; the page starts empty.',
    action: { label: 'Download what was saved', run: downloadSetAside },
  },
  otherTab: {
    text: ({ time }) =>
      `Changed in another tab, ${time}. That change is shown here now; Undo brings back yours.`,
    action: { label: 'Undo', run: () => commands.undo.run() },
  },
  noAutosave: {
    text: () => 'This browser does not let the page keep the draft. Export before you close it.',
  },
  redeployed: {
    text: () =>
      'A new version of this page has been put online, and a part of the old one is gone. The draft is kept.',
    action: reload,
  },
  partMissing: {
    text: () =>
      'A part of the page did not load. Check the connection, then try again or reload; the draft is kept.',
    action: reload,
  },
  presetUnreachable: {
    text: ({ text = 'presets/index.json' }) =>
      `The preset of your organisation did not load (${text}). The page goes on without its rules.`,
    action: reload,
  },
  presetInvalid: { text: said },
  presetKept: {
    text: ({ text = '' }) =>
      `The server’s answer for the preset can’t be used (${text}). The last preset that loaded is in force.`,
    action: { label: 'Try again', run: reloadKept },
  },
  presetChanged: { text: said },
  restoredUnderPreset: {
    text: ({ time }) =>
      `Restored from this browser, ${time}, under the rules of your organisation. What was saved is kept aside.`,
    action: { label: 'Download what was saved', run: downloadSetAside },
  },
  updateReady: {
    text: () => 'A new version of this page is ready. The draft is kept.',
    action: { label: 'Reload now', run: takeUpdate },
  },
  offline: {
    text: () =>
      'No network. The page works from this browser; data that it has not loaded before needs the network once, and what needs that data is shown as not checked.',
  },
};

function said({ text = '' }: PlainNotice): string {
  return text;
}

/** Whoever is told of a new version has this part already. */
function takeUpdate(): void {
  import('../../state/offline.ts').then((offline) => offline.takeUpdate(), reloadKept);
}

function downloadSetAside(): void {
  saveFile('set-aside-draft.json', localStorage.getItem(SET_ASIDE_KEY) ?? '', 'application/json');
}

/** What the user should know and can act on, one bar each, until it is dismissed. */
export function Notices() {
  const notices = useStore((state) => state.notices);
  return (
    <div role="region" aria-label="Notices" aria-live="polite">
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
  return <CharacterNote text={name} of="Name of this draft" />;
}

function NoticeBar({ notice }: { readonly notice: Notice }) {
  const { text, details, moves } = notice.id === 'link' ? notice : wordsOf(notice);
  return (
    <Bar>
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

/** Whoever acts on one of these is done with it. */
function wordsOf(notice: PlainNotice): Pick<LinkNotice, 'text' | 'details' | 'moves'> {
  const { text, action } = words[notice.id];
  const run = () => {
    action?.run();
    dismiss(notice.id);
  };
  const moves = action ? [{ label: action.label, run }] : [];
  return { text: text(notice), moves, ...(notice.details ? { details: notice.details } : {}) };
}
