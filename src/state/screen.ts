import type { Draft } from '../policies/model/draft.ts';
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

export type BaselineRef =
  | { readonly kind: 'published' }
  | { readonly kind: 'previous' }
  /** No policy at all: everything is new. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'snapshot'; readonly id: string };

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
export interface ScreenState {
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
  /** Where the caret is in the shown document: its choices are lit in the wizard. */
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
    | 'snapshots'
    | 'snapshot'
    | 'simulation'
    | 'proven'
    | 'preset'
    | 'presetPreview'
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

/** What a page shows that has just opened. */
export const firstScreen: ScreenState = {
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
