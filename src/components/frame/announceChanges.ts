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

/** Tells what each change of the draft did, at most once a second and once the draft rests; gives what ends it. */
export function announceChanges(tell: (message: string) => void): () => void {
  let last = useStore.getState().draft;
  let changes: readonly DraftChange[] = [];
  let foundBefore = findingsInWords();
  let moved = '';
  let opened = '';
  const speak = onceRested(() => {
    const changed = changesInWords(changes);
    changes = [];
    const found = findingsInWords();
    const findings = found === foundBefore ? '' : found;
    foundBefore = found;
    tell(inOneText([changed, moved, opened, findings]));
    moved = '';
    opened = '';
  });
  // A change that came before this part had loaded is announced as well.
  const { lastChange: label } = useStore.getState();
  const earlier = useStore.temporal.getState().pastStates.at(-1)?.draft;
  if (label !== null && earlier) {
    changes = [{ label, before: earlier, after: last }];
    speak.changed();
  }
  let shown = shownTitle();
  const stop = useStore.subscribe(({ draft, lastChange }) => {
    const before = shown;
    shown = shownTitle();
    if (draft !== last) {
      noteMove(last, draft);
      changes = [...changes, { label: lastChange, before: last, after: draft }];
      last = draft;
      speak.changed();
      return;
    }
    if (shown !== before && shown !== undefined && !isInList()) {
      opened = speak.isWaiting() ? `Policy shown: ${shown}` : '';
      if (!speak.isWaiting()) tell(`Policy shown: ${shown}`);
    }
    // Undo and redo name themselves once the draft has changed.
    const latest = changes.at(-1);
    if (latest && latest.label !== lastChange)
      changes = [...changes.slice(0, -1), { ...latest, label: lastChange }];
  });
  // What comes before the change itself is announced goes with it: of two messages at once one is lost.
  const stopMoves = useGuardrailMove.subscribe(({ move }) => {
    moved = move?.sentence ?? '';
    if (moved === '' || speak.isWaiting()) return;
    tell(moved);
    moved = '';
  });
  return () => {
    speak.stop();
    stopMoves();
    stop();
  };
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
