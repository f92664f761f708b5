import { flushSync } from 'react-dom';
import { createDraft } from '../policies/draft/createDraft.ts';
import { snapshotLimits } from '../policies/share/snapshotNames.ts';
import { withComposing } from './derived/composing.ts';
import { isEmpty } from './storage/storedWork.ts';
import { edit, draftHistory, redo, rulesetInForce, show, type State, undo, useStore } from './store.ts';
import type { ScreenState, StepId, View } from './screen.ts';

/** Every action of a user as a value. Buttons, shortcuts, their list and the command palette read the same one. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** `Mod` is Ctrl, or ⌘ on a Mac. Never a bare letter (WCAG 2.1.4). */
  readonly keys?: string;
  enabled(state: State): boolean;
  run(): void;
}

export const steps: readonly { readonly id: StepId; readonly title: string }[] = [
  { id: 'who', title: 'Personas' },
  { id: 'what', title: 'Permissions' },
  { id: 'where', title: 'Resources' },
  { id: 'limits', title: 'Guardrails' },
  { id: 'trust', title: 'Trust' },
  { id: 'review', title: 'Review and export' },
];

const alwaysEnabled = (): boolean => true;
const hasChoices = ({ draft }: State): boolean => !isEmpty(draft);

const screenCommand = (id: string, label: string, screen: Partial<ScreenState>, keys?: string): Command => ({
  id,
  label,
  ...(keys ? { keys } : {}),
  enabled: alwaysEnabled,
  run: () => show(screen),
});

/** Narrow pages show the half with the view, too. */
const viewCommand = (id: string, label: string, view: View, keys: string): Command =>
  screenCommand(id, label, { view, half: view }, keys);

export const stepBy = (distance: 1 | -1): Command => ({
  id: distance === 1 ? 'continue' : 'back',
  label: distance === 1 ? 'Continue' : 'Back',
  enabled: (state) => steps[stepIndex(state) + distance] !== undefined,
  run: () => {
    const next = steps[stepIndex(useStore.getState()) + distance];
    if (next) show({ step: next.id, preview: null, focused: null, focusTarget: 'first' });
  },
});

export const commands = {
  undo: {
    id: 'undo',
    label: 'Undo',
    keys: 'Mod+Z',
    enabled: () => draftHistory().pastStates.length > 0,
    run: undo,
  },
  redo: {
    id: 'redo',
    label: 'Redo',
    keys: 'Mod+Shift+Z',
    enabled: () => draftHistory().futureStates.length > 0,
    run: redo,
  },
  fillExamples: {
    id: 'fillExamples',
    label: 'Load example',
    enabled: alwaysEnabled,
    run: () =>
      withComposing(({ fillExamples }) =>
        edit((draft) => fillExamples(draft, rulesetInForce()), 'Example loaded'),
      ),
  },
  startFresh: {
    id: 'startFresh',
    label: 'New draft',
    enabled: hasChoices,
    run: () => {
      edit(() => createDraft({}, rulesetInForce()), 'New draft');
      show({ step: 'who', half: 'build', documentId: null, view: 'policy' });
    },
  },
  export: screenCommand('export', 'Export', { dialog: 'export' }, 'Mod+Shift+E'),
  import: screenCommand('import', 'Import', { dialog: 'import' }),
  examples: screenCommand('examples', 'Open an example', { dialog: 'examples' }),
  managed: screenCommand('managed', 'Replace an AWS managed policy', { dialog: 'managed' }),
  troubleshoot: screenCommand('troubleshoot', 'Troubleshoot “Access denied”', { dialog: 'troubleshoot' }),
  activity: screenCommand('activity', 'Build from CloudTrail activity', { dialog: 'activity' }),
  paste: screenCommand('paste', 'Paste anything', { dialog: 'paste' }),
  palette: screenCommand('palette', 'Commands', { dialog: 'palette' }, 'Mod+Alt+K'),
  report: screenCommand('report', 'Report for a change ticket', { dialog: 'report' }),
  share: screenCommand('share', 'Share', { dialog: 'share' }, 'Mod+S'),
  snapshots: screenCommand('snapshots', 'Snapshots', { dialog: 'snapshots' }),
  saveWorkspace: {
    id: 'saveWorkspace',
    label: 'Save draft as a file',
    enabled: alwaysEnabled,
    run: () => saveWorkspace(),
  },
  stored: screenCommand('stored', 'Delete data stored in this browser', { dialog: 'stored' }),
  previewPreset: {
    id: 'previewPreset',
    label: 'Preview a preset',
    enabled: ({ ruleset }) => ruleset.preset === null,
    run: () => show({ dialog: 'presetPreview' }),
  },
  shortcuts: screenCommand('shortcuts', 'Keyboard shortcuts', { dialog: 'shortcuts' }, 'Mod+Alt+/'),
  policyView: viewCommand('policyView', 'Policy', 'policy', 'Mod+Alt+1'),
  changesView: viewCommand('changesView', 'Compare', 'changes', 'Mod+Alt+2'),
  explainView: viewCommand('explainView', 'Explain', 'explain', 'Mod+Alt+3'),
  accessView: viewCommand('accessView', 'Access', 'access', 'Mod+Alt+4'),
  reviewView: viewCommand('reviewView', 'Review', 'review', 'Mod+Alt+5'),
  why: screenCommand(
    'why',
    'Why this line',
    { view: 'policy', half: 'policy', format: 'json', evidence: 'why', evidenceOpen: true },
    'Mod+Alt+Y',
  ),
  proofs: screenCommand(
    'proofs',
    'Tests and guarantees',
    { view: 'policy', half: 'policy', evidence: 'proofs', evidenceOpen: true },
    'Mod+Alt+P',
  ),
  otherHalf: {
    id: 'otherHalf',
    label: 'Switch between wizard and policy',
    keys: 'F6',
    enabled: alwaysEnabled,
    run: () => focusOtherHalf(),
  },
  check: screenCommand('check', 'Validate policy', { dialog: 'import' }, 'Mod+Shift+K'),
  checks: screenCommand('checks', 'All checks', { dialog: 'checks' }),
  nextFinding: {
    id: 'nextFinding',
    label: 'Next finding',
    keys: 'F8',
    enabled: hasChoices,
    run: () => seekFinding(1),
  },
  previousFinding: {
    id: 'previousFinding',
    label: 'Previous finding',
    keys: 'Shift+F8',
    enabled: hasChoices,
    run: () => seekFinding(-1),
  },
  saveSnapshot: {
    id: 'saveSnapshot',
    label: 'Save snapshot',
    enabled: (state) => hasChoices(state) && state.snapshots.length < snapshotLimits.snapshots,
    run: () => show({ dialog: 'snapshot' }),
  },
} as const satisfies Record<string, Command>;

const stepCommands = steps.map(
  ({ id, title }): Command =>
    screenCommand(`step-${id}`, `Go to step: ${title}`, {
      step: id,
      half: 'build',
      preview: null,
      focusTarget: 'first',
    }),
);

export const allCommands: readonly Command[] = [...Object.values(commands), ...stepCommands];

export function stepIndex(state: State): number {
  return steps.findIndex((step) => step.id === state.screen.step);
}

/** `Mod+Shift+Z` for the key event, or nothing for a modifier alone. Letters are upper case. */
export function chordOf(event: KeyboardEvent, mac: boolean): string {
  const mod = mac ? event.metaKey : event.ctrlKey;
  const parts = [mod && 'Mod', event.altKey && 'Alt', event.shiftKey && 'Shift'];
  return [...parts.filter(Boolean), keyOf(event)].join('+');
}

/** The key by its place where Alt or Shift would change what it types, as on a Mac. */
function keyOf({ code, key }: KeyboardEvent): string {
  const place = /^(?:Digit|Key)(.)$/.exec(code)?.[1];
  if (place !== undefined) return place;
  return code === 'Slash' ? '/' : key;
}

/** Comes with the checks. Without them there is no finding to go to. */
function seekFinding(distance: 1 | -1): void {
  import('./checks/goTo.ts').then(
    ({ goToFinding }) => goToFinding(distance),
    () => {},
  );
}

function saveWorkspace(): void {
  import('./share/workspaceFile.ts').then(
    (file) => file.saveWorkspace(false),
    () => {},
  );
}

/** Gives the focus to a half of the page. On narrow pages it is shown first. */
export function focusHalf(half: 'build' | 'policy'): void {
  if (!document.getElementById(half)?.checkVisibility())
    flushSync(() => show({ half: half === 'build' ? half : useStore.getState().screen.view }));
  document.getElementById(half)?.focus();
}

function focusOtherHalf(): void {
  focusHalf(document.getElementById('build')?.contains(document.activeElement) ? 'policy' : 'build');
}
