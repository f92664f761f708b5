import { recognize } from '../../policies/recognize/recognize.ts';
import type { Destination, Recognized } from '../../policies/recognize/recognition.ts';
import { readDraft } from '../../policies/share/readDraft.ts';
import { readWorkspace } from '../../policies/share/workspace.ts';
import { openEvents } from '../activity/activityStore.ts';
import { keepImport } from '../import/intake.ts';
import { openLink } from '../share/openLink.ts';
import { refuse } from '../share/replaceDraft.ts';
import { openWorkspace } from '../share/workspaceFile.ts';
import { notify, rulesetInForce, show } from '../store.ts';
import { useUnfinished } from '../typing/unfinished.ts';

/** Brings any text to the part of the page that reads it. What replaces the draft keeps it as a snapshot, one undo away. */

/**
 * Opens a text where it belongs: what it most likely is first; what else it can be is offered there. Where nothing reads it, a
 * notice says what it is and what to do. `name` is the name of its file.
 */
export function routeText(text: string, name = ''): void {
  const { kinds } = recognize(text, name);
  const first = kinds.find(({ destination }) => destination !== 'none') ?? kinds[0];
  if (first) openRecognized(first, name);
}

/** Whether a part of the page reads the text. */
export const isRead = (text: string): boolean =>
  recognize(text).kinds.some(({ destination }) => destination !== 'none');

/** Opens a text as one of the things that it can be. */
export function openRecognized(recognized: Recognized, name = ''): void {
  openers[recognized.destination](recognized, name);
}

/** What is said of a text that nothing on the page reads. */
export function unreadText({ kind, title, what }: Recognized): string {
  if (kind === 'empty') return what;
  return `${kind === 'unknown' ? 'This page can’t read this text' : `This looks like ${title}`}. ${what}`;
}

const openers: Readonly<Record<Destination, (recognized: Recognized, name: string) => void>> = {
  import: ({ text }, name) => {
    keepImport(text, name);
    show({ dialog: 'import' });
  },
  validate: ({ text }, name) => {
    keepImport(text, name);
    show({ dialog: 'import' });
  },
  accessDenied: ({ text }) => {
    useUnfinished.setState({ refusal: { message: text } });
    show({ dialog: 'troubleshoot' });
  },
  activity: ({ text }, name) => openEvents([{ name: name === '' ? 'Pasted text' : name, content: text }]),
  link: ({ text }) => {
    show({ dialog: null });
    openLink(`#${text}`);
  },
  workspace: ({ text }) => openRead(() => openWorkspace(readWorkspace(text, rulesetInForce()))),
  draft: ({ text }) => openRead(() => openDraft(text)),
  preset: ({ text }, name) => {
    show({ dialog: null });
    import('../preset/previewText.ts')
      .then(({ previewText }) => previewText(text, name))
      .catch(() => notify({ id: 'partMissing' }));
  },
  resources: ({ text }) => {
    useUnfinished.setState({ block: text });
    show({ step: 'where', half: 'build', dialog: 'values', preview: null });
  },
  none: (recognized) => {
    show({ dialog: null });
    say(recognized);
  },
};

const say = (recognized: Recognized): void => notify({ id: 'link', text: unreadText(recognized), moves: [] });

function openRead(read: () => string | undefined): void {
  show({ dialog: null });
  const refusal = read();
  if (refusal !== undefined) notify({ id: 'link', text: refusal, moves: [] });
}

function openDraft(text: string): string | undefined {
  const value: unknown = JSON.parse(text);
  const reading = readDraft(value, rulesetInForce());
  if (reading.ok)
    return openWorkspace({ ok: true, draft: reading.draft, pins: [], leftOut: 0, savedAt: '', dataDate: '' });
  refuse('This draft can’t be read.');
  return undefined;
}
