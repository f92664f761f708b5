import { commands } from '../../state/commands.ts';
import { reloadKept } from '../../state/storage/autosave.ts';
import { saveFile } from '../../state/storage/saveFile.ts';
import { dismiss, type LinkNotice, type PlainNotice } from '../../state/store.ts';

/** What each notice says and offers. */

interface NoticeWords {
  text(notice: PlainNotice): string;
  readonly action?: { readonly label: string; readonly reloads?: true; run(notice: PlainNotice): void };
}

const reload = { label: 'Reload', reloads: true, run: reloadKept } as const;
const download = { label: 'Download what was saved', run: downloadSaved };

const words: Record<PlainNotice['id'], NoticeWords> = {
  restored: {
    text: ({ time }) => `Restored from this browser, ${time}.`,
    action: { label: 'Start fresh', run: () => commands.startFresh.run() },
  },
  restoredInPart: {
    text: ({ time, isUnderPreset }) =>
      `Restored from this browser, ${time}${isUnderPreset ? ', under the rules of your organisation' : ''}.`,
    action: download,
  },
  setAside: {
    text: () => 'The draft saved in this browser could not be read. The page starts empty.',
    action: download,
  },
  newerDraft: {
    text: () =>
      'The draft saved in this browser was made by a newer version of this page. The page starts empty.',
    action: download,
  },
  olderPage: {
    text: () => 'A draft that an older version of this page saved in this browser is kept aside.',
    action: { label: 'Stored data', run: () => commands.stored.run() },
  },
  otherTab: {
    text: ({ time }) =>
      `Changed in another tab, ${time}. That change is shown here now; Undo brings back yours.`,
    action: { label: 'Undo', run: () => commands.undo.run() },
  },
  tookOther: {
    text: () => 'This is the other tab’s version. Undo brings back yours.',
    action: { label: 'Undo', run: () => commands.undo.run() },
  },
  otherTabUnread: {
    text: () => 'The other tab runs a newer version of this page. Reload to open its draft.',
    action: { label: 'Reload', run: () => location.reload() },
  },
  redeployed: {
    text: () => 'A new version of this page has been put online, and a part of the old one is gone.',
    action: reload,
  },
  partMissing: {
    text: () => 'A part of the page did not load. Check the connection, then try again or reload.',
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
    action: { label: 'Try again', reloads: true, run: reloadKept },
  },
  presetChanged: { text: said },
  updateReady: {
    text: () => 'A new version of this page is ready.',
    action: { label: 'Reload now', reloads: true, run: takeUpdate },
  },
  offline: {
    text: () =>
      'No network. The page works from this browser; data that it has not loaded before needs the network once, and what needs that data is shown as not checked.',
  },
};

/** Said only while it is so. */
const promises: readonly PlainNotice['id'][] = ['redeployed', 'partMissing', 'updateReady'];

function said({ text = '' }: PlainNotice): string {
  return text;
}

/** Whoever is told of a new version has this part already. */
function takeUpdate(): void {
  import('../../state/offline/offline.ts').then((offline) => offline.takeUpdate(), reloadKept);
}

/** As a file that the page opens again, if it can. */
function downloadSaved({ stored = '' }: PlainNotice): void {
  import('../../state/storage/storedFile.ts').then(
    ({ saveStoredFile }) => saveStoredFile(stored, 'saved-draft'),
    () => saveFile('saved-draft.json', stored, 'application/json'),
  );
}

/**
 * The words of a notice and its moves. A move also dismisses it, except one that reloads the page: that is refused while the draft
 * cannot be stored, and is offered until the page is another. `isSaved`: whether the draft is kept.
 */
export function wordsOf(
  notice: PlainNotice,
  isSaved: boolean,
): Pick<LinkNotice, 'text' | 'details' | 'moves'> {
  const { text, action } = words[notice.id];
  const run = () => {
    action?.run(notice);
    if (!action?.reloads) dismiss(notice.id);
  };
  const moves = action ? [{ label: action.label, run }] : [];
  const promise = isSaved && promises.includes(notice.id) ? 'The draft is kept.' : '';
  const sentences = [text(notice), notice.note, promise].filter(Boolean).join(' ');
  return { text: sentences, moves, ...(notice.details ? { details: notice.details } : {}) };
}
