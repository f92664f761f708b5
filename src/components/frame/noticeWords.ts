import { commands } from '../../state/commands.ts';
import { saveAndReload } from '../../state/storage/autosave.ts';
import { saveFile } from '../../state/storage/saveFile.ts';
import { dismiss, type LinkNotice, type PlainNotice, show } from '../../state/store.ts';

/** What each notice says and offers. */

interface NoticeWords {
  text(notice: PlainNotice): string;
  readonly action?: { readonly label: string; readonly reloads?: true; run(notice: PlainNotice): void };
}

const reload = { label: 'Reload page', reloads: true, run: saveAndReload } as const;
const showPreset = { label: 'Show preset', run: () => show({ dialog: 'preset' }) };
const previewAgain = { label: 'Preview a preset', run: () => commands.previewPreset.run() };
const download = { label: 'Download saved draft', run: downloadSaved };

const words: Record<PlainNotice['id'], NoticeWords> = {
  restored: {
    text: ({ time }) => `Draft restored (last saved ${time}).`,
    action: { label: 'New draft', run: () => commands.startFresh.run() },
  },
  restoredInPart: {
    text: ({ time, isUnderPreset }) =>
      `Draft restored (last saved ${time})${isUnderPreset ? ', and changed to follow the rules of your organization' : ''}.`,
    action: download,
  },
  setAside: {
    text: () => 'Couldn’t read the draft saved in this browser, so a new draft was started.',
    action: download,
  },
  newerDraft: {
    text: () =>
      'The draft saved in this browser was created by a newer version of this page, so a new draft was started.',
    action: download,
  },
  olderPage: {
    text: () =>
      'A draft that an older version of this page saved in this browser is kept in the stored data.',
    action: { label: 'Show stored data', run: () => commands.stored.run() },
  },
  otherTab: {
    text: ({ time }) =>
      `This draft was changed in another tab, ${time}. That version is shown here now. To restore yours, undo.`,
    action: { label: 'Undo', run: () => commands.undo.run() },
  },
  tookOther: {
    text: () => 'The other tab’s version is shown. To restore yours, undo.',
    action: { label: 'Undo', run: () => commands.undo.run() },
  },
  otherTabUnread: {
    text: () => 'The other tab runs a newer version of this page. Reload the page to open its draft.',
    action: { label: 'Reload page', run: () => location.reload() },
  },
  redeployed: {
    text: () =>
      'A new version of this page was published, and a part of this version is no longer available. Reload the page.',
    action: reload,
  },
  partMissing: {
    text: () => 'A part of the page didn’t load. Check your connection, then reload the page.',
    action: reload,
  },
  presetUnreachable: {
    text: ({ text = 'presets/index.json' }) =>
      `Couldn’t load the preset of your organization (${text}). Its rules don’t apply until you reload the page.`,
    action: reload,
  },
  presetInUseUnreachable: {
    text: ({ text = 'presets/index.json' }) =>
      `Couldn’t load the preset that is used in this tab (${text}). The copy of your set that you made with it is open without its rules. Reload the page to try again, or stop using the preset.`,
    action: showPreset,
  },
  presetInvalid: { text: said },
  presetKept: {
    text: ({ text = '' }) =>
      `Couldn’t load the preset from the server (${text}). The last preset that loaded is used.`,
    action: { label: 'Try again', reloads: true, run: saveAndReload },
  },
  previewUnreachable: {
    text: ({ text = '' }) =>
      `Couldn’t load ${text}, so the preset isn’t previewed. Check the name of the file and your connection, then preview it again.`,
    action: previewAgain,
  },
  previewKept: {
    text: ({ text = '' }) =>
      `Couldn’t load the newest version from the server (${text}). The preview uses the version that loaded last.`,
  },
  otherPresetInForce: { text: said, action: showPreset },
  presetChanged: { text: said },
  updateReady: {
    text: () => 'A new version of this page is ready.',
    action: { label: 'Reload page', reloads: true, run: takeUpdate },
  },
  offline: {
    text: () =>
      'You’re offline. The page keeps working. Checks that need data that isn’t loaded yet are shown as not checked until you’re online.',
  },
};

/** Said only while it is so. */
const promises: readonly PlainNotice['id'][] = ['redeployed', 'partMissing', 'updateReady'];

function said({ text = '' }: PlainNotice): string {
  return text;
}

/** Anyone who reads of a new version has this part already. */
function takeUpdate(): void {
  import('../../state/offline/offline.ts').then((offline) => offline.takeUpdate(), saveAndReload);
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
  const promise = isSaved && promises.includes(notice.id) ? 'Your draft is saved.' : '';
  const sentences = [text(notice), notice.note, promise].filter(Boolean).join(' ');
  return { text: sentences, moves, ...(notice.details ? { details: notice.details } : {}) };
}
