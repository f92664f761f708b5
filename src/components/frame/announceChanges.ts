import { useChecks } from '../../state/checks/findingsStore.ts';
import { findingsTotal } from '../../state/checks/findingsTotal.ts';
import { documentsOf, shownDocument, viewsOf } from '../../state/derived/derived.ts';
import { shownValues } from '../../state/derived/shownValues.ts';
import { changesInWords, type DraftChange } from '../../state/derived/draftEffect.ts';
import { noteMove, useGuardrailMove } from '../../state/evidence/guardrailMove.ts';
import { useStore } from '../../state/store.ts';

const EVERY_MS = 1000;

/** How long the draft must rest before a change is announced: comparing all policies after each letter would hold typing up. */
const REST_MS = 500;

/** Runs a second after the first of several changes, and no sooner than they rest. */
function onceRested(run: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastAt = Number.NEGATIVE_INFINITY;
  const due = () => {
    const rested = performance.now() - lastAt;
    timer = rested < REST_MS ? setTimeout(due, REST_MS - rested) : undefined;
    if (timer === undefined) run();
  };
  return {
    changed(): void {
      lastAt = performance.now();
      timer ??= setTimeout(due, EVERY_MS);
    },
    isWaiting: (): boolean => timer !== undefined,
    stop: (): void => clearTimeout(timer),
  };
}

/** Announces what each change of the draft did, at most once a second and once the draft rests; gives what ends it. */
export function announceChanges(announce: (message: string) => void): () => void {
  const news = collectNews(announce);
  addEarlierChange(news);
  const stopDraft = followDraft(news);
  // What comes before the change itself is announced goes with it: of two messages at once one is lost.
  const stopMoves = useGuardrailMove.subscribe(({ move }) => news.say('moved', move?.sentence ?? ''));
  return () => {
    news.stop();
    stopMoves();
    stopDraft();
  };
}

interface Waiting {
  readonly changes: readonly DraftChange[];
  readonly moved: string;
  readonly opened: string;
}

const nothing: Waiting = { changes: [], moved: '', opened: '' };

type News = ReturnType<typeof collectNews>;

/** What is announced together: the changes, and what happens while they wait. */
function collectNews(announce: (message: string) => void) {
  let waiting = nothing;
  let foundBefore = findingsInWords();
  const speak = onceRested(() => {
    const { changes, moved, opened } = waiting;
    waiting = nothing;
    const found = findingsInWords();
    const findings = found === foundBefore ? '' : found;
    foundBefore = found;
    announce(inOneText([changesInWords(changes), moved, opened, findings]));
  });
  return {
    stop: speak.stop,
    add(change: DraftChange): void {
      waiting = { ...waiting, changes: [...waiting.changes, change] };
      speak.changed();
    },
    /** Undo and redo name themselves once the draft has changed. */
    nameLatest(label: string | null): void {
      const latest = waiting.changes.at(-1);
      if (latest && latest.label !== label)
        waiting = { ...waiting, changes: [...waiting.changes.slice(0, -1), { ...latest, label }] };
    },
    /** With the change that waits, or at once. */
    say(what: 'moved' | 'opened', sentence: string): void {
      const isWaiting = speak.isWaiting();
      waiting = { ...waiting, [what]: isWaiting ? sentence : '' };
      if (!isWaiting && sentence !== '') announce(sentence);
    },
  };
}

/** A change that came before this part had loaded is announced as well. */
function addEarlierChange(news: News): void {
  const { lastChange: label, draft: after } = useStore.getState();
  const before = useStore.temporal.getState().pastStates.at(-1)?.draft;
  if (label !== null && before) news.add({ label, before, after });
}

/** Each change of the draft, and each policy that is shown without being selected in the list. */
function followDraft(news: News): () => void {
  let last = useStore.getState().draft;
  let shown = shownTitle();
  return useStore.subscribe(({ draft, lastChange }) => {
    const before = shown;
    shown = shownTitle();
    if (draft !== last) {
      noteMove(last, draft);
      news.add({ label: lastChange, before: last, after: draft });
      last = draft;
      return;
    }
    if (shown !== before && shown !== undefined && !isInList()) news.say('opened', `Policy shown: ${shown}`);
    news.nameLatest(lastChange);
  });
}

/** Parts as sentences; some end with their own period. */
const inOneText = (parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .reduce((text, part) => (text === '' ? part : `${text}${text.endsWith('.') ? '' : '.'} ${part}`), '');

/** The findings of all policies, as they are shown; nothing while the checks have not been made, also of a single one. */
function findingsInWords(): string {
  const checks = useChecks.getState();
  if (checks.state !== 'checked') return '';
  const draft = shownValues(useStore.getState());
  const { state, text } = findingsTotal(documentsOf(draft), checks, draft.accepted);
  return state === 'checked' ? text : '';
}

/** What is selected in the list of policies is read there. */
const isInList = (): boolean => document.activeElement?.getAttribute('role') === 'listbox';

function shownTitle(): string | undefined {
  const state = useStore.getState();
  return shownDocument(viewsOf(shownValues(state)), state.screen.documentId)?.title;
}
