import { type TemporalState, temporal } from 'zundo';
import { create, type StoreApi } from 'zustand';
import type { Draft } from '../policies/model/draft.ts';
import { createDraft } from '../policies/draft/createDraft.ts';
import { withRoleInstances } from '../policies/draft/roleInstances.ts';
import type { Ruleset } from '../policies/library/ruleset.ts';
import { startingRuleset } from '../policies/library/startingRuleset.ts';
import { freeSnapshotId, snapshotLimits, uniqueSnapshotName } from '../policies/share/snapshotNames.ts';
import type { Snapshot } from '../policies/share/snapshots.ts';
import { firstScreen, type ScreenState } from './screen.ts';

/** Something that the user should know and can act on; shown as a bar until it is dismissed. */
export type Notice = PlainNotice | LinkNotice;

export interface PlainNotice {
  readonly id:
    | 'restored'
    | 'setAside'
    | 'newerDraft'
    | 'otherTab'
    | 'redeployed'
    | 'partMissing'
    | 'presetUnreachable'
    | 'presetInvalid'
    | 'presetInUseUnreachable'
    | 'presetKept'
    | 'previewUnreachable'
    | 'previewKept'
    | 'otherPresetInForce'
    | 'presetChanged'
    | 'restoredInPart'
    | 'olderPage'
    | 'tookOther'
    | 'otherTabUnread'
    | 'updateReady'
    | 'offline';
  /** Local time of day, already written out, where the sentence needs it. */
  readonly time?: string;
  /** A sentence that goes behind the others. */
  readonly note?: string;
  readonly isUnderPreset?: boolean;
  /** What this browser had stored, where not all of it is shown. */
  readonly stored?: string;
  /** What a preset says about itself. */
  readonly text?: string;
  readonly details?: readonly string[];
}

/** Of a shared draft or a file: its words and moves come with the part that reads it, after the start. */
export interface LinkNotice {
  readonly id: 'link';
  readonly text: string;
  readonly details?: readonly string[];
  readonly moves: readonly { readonly label: string; run(): void }[];
  /** The draft whose place another took: once that is undone, what the notice says isn't so. */
  readonly replaced?: Draft;
}

/** What is so of the draft on screen. */
export const shownNotices = ({ notices, draft }: Pick<State, 'notices' | 'draft'>): readonly Notice[] =>
  notices.filter((notice) => notice.id !== 'link' || notice.replaced !== draft);

export interface State {
  readonly draft: Draft;
  /** The rules of this page: its personas alone until the rest of the library is there, which is before the first draft is read. */
  readonly ruleset: Ruleset;
  /** Holds a draft to these rules; one that keeps to them comes back as the same object. */
  readonly enforce: (draft: Draft) => Draft;
  /** Label of the last change to the draft, for announcements and "before the last change". */
  readonly lastChange: string | null;
  readonly snapshots: readonly Snapshot[];
  readonly notices: readonly Notice[];
  readonly screen: ScreenState;
}

type PastState = Pick<State, 'draft'>;

/** Changes with the same key within this many milliseconds of each other are one step of the history. */
const COALESCE_MS = 800;
const HISTORY_LIMIT = 200;

let lastKey: string | null = null;
let lastKeyAt = 0;
let nextKey: string | null = null;

function continuesLastStep(): boolean {
  const now = Date.now();
  const same = nextKey !== null && nextKey === lastKey && now - lastKeyAt < COALESCE_MS;
  lastKey = nextKey;
  lastKeyAt = now;
  return same;
}

let normalizeDraft = (draft: Draft): Draft => draft;

/** Every draft that enters the store from now on passes through this, wherever it comes from. */
export function setDraftNormalizer(gate: (draft: Draft) => Draft): void {
  normalizeDraft = gate;
}

/**
 * The one place where a draft enters: the wizard, what was stored, a link, another tab and the person who else sets the state. Undo only
 * brings back what has passed it. No one replaces the whole state.
 */
function admitting(store: StoreApi<State>): void {
  const { setState } = store;
  store.setState = (part) => {
    const next = typeof part === 'function' ? part(store.getState()) : part;
    setState(next.draft ? { ...next, draft: normalizeDraft(next.draft) } : next);
  };
}

export const useStore = create<State>()(
  temporal(
    (_set, _get, store): State => {
      admitting(store);
      return {
        draft: createDraft({}, startingRuleset),
        ruleset: startingRuleset,
        enforce: (draft) => draft,
        lastChange: null,
        snapshots: [],
        notices: [],
        screen: firstScreen,
      };
    },
    {
      partialize: (state): PastState => ({ draft: state.draft }),
      equality: (before, after) => before.draft === after.draft,
      limit: HISTORY_LIMIT,
      handleSet: (record) => (before) => {
        if (!continuesLastStep()) record(before);
      },
    },
  ),
);

/** The rules of this page for a draft: each of its roles is a persona. */
export const rulesetFor = (draft: Draft): Ruleset => withRoleInstances(useStore.getState().ruleset, draft);

/** The rules of this page for its draft, for what is no component. */
export const rulesetInForce = (): Ruleset => rulesetFor(useStore.getState().draft);

/** The rules of this page for its draft. */
export const useRuleset = (): Ruleset => useStore(({ ruleset, draft }) => withRoleInstances(ruleset, draft));

export const draftHistory = (): TemporalState<PastState> => useStore.temporal.getState();

/**
 * Applies a change to the draft as one step of the history and ends any preview.
 * Changes that share a `coalesce` key in quick succession (typing in one field) become one step.
 */
export function edit(change: (draft: Draft) => Draft, label: string, coalesce?: string): void {
  const before = useStore.getState();
  const draft = change(before.draft);
  if (draft === before.draft) return;
  nextKey = coalesce ?? null;
  const notices = shownNotices(before).filter(({ id }) => !offersUndo.includes(id));
  const screen = { ...before.screen, preview: null };
  useStore.setState({ draft, notices, lastChange: label, screen, snapshots: settledOn(before) });
}

/** Who goes on with the set that a shared one took the place of has it on screen again: it isn't looked back for. */
function settledOn({ snapshots, draft }: State): readonly Snapshot[] {
  const isBack = snapshots.some((one) => one.origin === 'own' && one.draft === draft);
  return isBack ? withoutOwn(snapshots) : snapshots;
}

/** None of the snapshots is of a set that a shared one took the place of. */
export const withoutOwn = (snapshots: readonly Snapshot[]): readonly Snapshot[] =>
  snapshots.map(({ origin, ...one }) => (origin && origin !== 'own' ? { ...one, origin } : one));

/** Notices that offer to undo what has just happened: after the next change Undo would take back that one. */
const offersUndo: readonly Notice['id'][] = ['otherTab', 'tookOther'];

export function show(change: Partial<ScreenState>): void {
  useStore.setState(({ screen }) => ({ screen: { ...screen, ...change } }));
}

/** What the last change is called where it went back or forth in the history. */
export const historyLabels = { undo: 'Undone', redo: 'Redone' } as const;

export function undo(): void {
  lastKey = null;
  draftHistory().undo();
  useStore.setState({ lastChange: historyLabels.undo });
}

export function redo(): void {
  lastKey = null;
  draftHistory().redo();
  useStore.setState({ lastChange: historyLabels.redo });
}

export function notify(notice: Notice): void {
  useStore.setState(({ notices }) => ({
    notices: [...notices.filter((other) => other.id !== notice.id), notice],
  }));
}

export function dismiss(id: Notice['id']): void {
  useStore.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}

/**
 * Keeps a draft, the current one unless another is given, under a name that no other has, and compares with it from now on. Nothing
 * happens when as many are kept as may be.
 */
export function saveSnapshot(name: string, given?: Draft, origin?: Snapshot['origin']): void {
  useStore.setState(({ snapshots, draft, screen }) => {
    if (snapshots.length >= snapshotLimits.snapshots) return {};
    const id = freeSnapshotId(snapshots);
    return {
      snapshots: [
        ...snapshots,
        { id, name: uniqueSnapshotName(name, snapshots), draft: given ?? draft, ...(origin && { origin }) },
      ],
      screen: { ...screen, baseline: { kind: 'snapshot', id } },
    };
  });
}
