import { type TemporalState, temporal } from 'zundo';
import { create, type StoreApi } from 'zustand';
import type { Draft } from '../policies/model/draft.ts';
import { createDraft } from '../policies/draft/createDraft.ts';
import { withRoleInstances } from '../policies/draft/roleInstances.ts';
import type { Ruleset } from '../policies/library/ruleset.ts';
import { startingRuleset } from '../policies/library/startingRuleset.ts';
import { freePinId, pinLimits, uniquePinName } from '../policies/share/pinNames.ts';
import type { NamedDraft } from '../policies/share/pins.ts';
import type { TextFormat } from './export/formats.ts';

export type StepId = 'who' | 'what' | 'where' | 'limits' | 'trust' | 'review';
export type View = 'policy' | 'changes' | 'explain' | 'access' | 'review';
/** What the panel below a policy shows. */
export type Evidence = 'why' | 'findings' | 'proofs' | 'size';

/** A choice of the wizard: a persona, an activity of one, a variable, a guardrail, or a persona's trust. */
export interface ChoiceRef {
  readonly guardrail?: string;
  /** Persona whose role is taken. */
  readonly trust?: string;
  readonly persona?: string;
  readonly activity?: string;
  readonly variable?: string;
}

/** Tells the wizard's choices apart. */
export const choiceKey = ({ persona, activity, guardrail, trust }: ChoiceRef): string =>
  [persona, activity, guardrail, trust].filter((part) => part !== undefined).join('/');

/** What the policy would be, shown before it is chosen. */
export interface Preview {
  readonly draft: Draft;
  /** What is considered: its lines are lit. */
  readonly choice: ChoiceRef;
  readonly label: string;
}

export type Pin = NamedDraft;

export type BaselineRef =
  | { readonly kind: 'published' }
  | { readonly kind: 'previous' }
  /** No policy at all: everything is new. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'pin'; readonly id: string };

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
    | 'presetKept'
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
}

export interface RevealedRange {
  readonly documentId: string;
  readonly offset: number;
  readonly length: number;
  /** Whether the editor takes the focus, too. */
  readonly focus: boolean;
}

/** What the access matrix is asked, and of which actions. */
export interface MatrixQuestion {
  /** Id of one of `matrixContexts`. */
  readonly context: string;
  /** More of the call's context, as lines `key = value`. */
  readonly given: string;
  /** An access level; empty for every. */
  readonly level: string;
  /** Words of the action's name. */
  readonly filter: string;
}

/** What is on screen besides the draft. Not part of the history. */
export interface Screen {
  readonly step: StepId;
  /** Half of the page that a phone shows, and whether a tablet's sheet is open. */
  readonly half: 'build' | View;
  readonly documentId: string | null;
  readonly view: View;
  /** The environment whose values are shown; nothing for the shared values. */
  readonly environment: string | null;
  /** What the text of a policy is written in. */
  readonly format: TextFormat;
  readonly sideBySide: boolean;
  /** What the panel below the policy shows, and whether it is open. */
  readonly evidence: Evidence;
  readonly evidenceOpen: boolean;
  readonly matrix: MatrixQuestion;
  /** What is looked for in the reach of all roles. */
  readonly reachQuery: string;
  readonly baseline: BaselineRef;
  readonly preview: Preview | null;
  /** The wizard choice that has focus: its lines are lit in the document. */
  readonly focused: ChoiceRef | null;
  /** The selected choice under the pointer: its lines are lit in place of those of the focused one. */
  readonly hovered: ChoiceRef | null;
  /** Where the caret stands in the shown document: its choices are lit in the wizard. */
  readonly caret: { readonly documentId: string; readonly offset: number } | null;
  /** A place that the editor is to show and select; a new object shows it again. */
  readonly revealedRange: RevealedRange | null;
  readonly dialog:
    | 'export'
    | 'import'
    | 'examples'
    | 'managed'
    | 'troubleshoot'
    | 'activity'
    | 'paste'
    | 'values'
    | 'report'
    | 'share'
    | 'palette'
    | 'shortcuts'
    | 'checks'
    | 'pins'
    | 'snapshot'
    | 'simulation'
    | 'proven'
    | 'preset'
    | 'stored'
    | null;
  /**
   * What takes the focus when its step is shown: its first control, a variable's field by id, or a choice by its key; a check, by its
   * code, when the list of checks is shown.
   */
  readonly focusTarget:
    | 'first'
    | { readonly variable: string }
    | { readonly choice: string }
    | { readonly check: string }
    | null;
}

export interface State {
  readonly draft: Draft;
  /** The rules of this page: its personas alone until the rest of the library is there, which is before the first draft is read. */
  readonly ruleset: Ruleset;
  /** Holds a draft to these rules; one that keeps to them comes back as the same object. */
  readonly enforce: (draft: Draft) => Draft;
  /** Label of the last change to the draft, for announcements and "before the last change". */
  readonly lastChange: string | null;
  readonly pins: readonly Pin[];
  readonly notices: readonly Notice[];
  readonly screen: Screen;
}

const firstScreen: Screen = {
  step: 'who',
  half: 'build',
  documentId: null,
  view: 'policy',
  environment: null,
  format: 'json',
  sideBySide: true,
  evidence: 'findings',
  evidenceOpen: false,
  matrix: { context: 'open', given: '', level: '', filter: '' },
  reachQuery: '',
  baseline: { kind: 'published' },
  preview: null,
  focused: null,
  hovered: null,
  caret: null,
  revealedRange: null,
  dialog: null,
  focusTarget: null,
};

type History = Pick<State, 'draft'>;

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
        pins: [],
        notices: [],
        screen: firstScreen,
      };
    },
    {
      partialize: (state): History => ({ draft: state.draft }),
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

export const history = (): TemporalState<History> => useStore.temporal.getState();

/**
 * Applies a change to the draft as one step of the history and ends any preview.
 * Changes that share a `coalesce` key in quick succession (typing in one field) become one step.
 */
export function edit(change: (draft: Draft) => Draft, label: string, coalesce?: string): void {
  const before = useStore.getState();
  const draft = change(before.draft);
  if (draft === before.draft) return;
  nextKey = coalesce ?? null;
  const notices = before.notices.filter(({ id }) => !offersUndo.includes(id));
  useStore.setState({ draft, notices, lastChange: label, screen: { ...before.screen, preview: null } });
}

/** Notices that offer to undo what has just happened: after the next change Undo would take back that one. */
const offersUndo: readonly Notice['id'][] = ['otherTab', 'tookOther'];

export function show(change: Partial<Screen>): void {
  useStore.setState(({ screen }) => ({ screen: { ...screen, ...change } }));
}

export function undo(): void {
  lastKey = null;
  history().undo();
  useStore.setState({ lastChange: 'Undone' });
}

export function redo(): void {
  lastKey = null;
  history().redo();
  useStore.setState({ lastChange: 'Redone' });
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
export function pin(name: string, given?: Draft, origin?: Pin['origin']): void {
  useStore.setState(({ pins, draft, screen }) => {
    if (pins.length >= pinLimits.pins) return {};
    const id = freePinId(pins);
    return {
      pins: [
        ...pins,
        { id, name: uniquePinName(name, pins), draft: given ?? draft, ...(origin && { origin }) },
      ],
      screen: { ...screen, baseline: { kind: 'pin', id } },
    };
  });
}
