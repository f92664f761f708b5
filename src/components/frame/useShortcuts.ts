import { useLayoutEffect } from 'react';
import { allCommands, type Command, chordOf } from '../../state/commands.ts';
import { useStore } from '../../state/store.ts';
import { useTyping } from '../../state/typing/typedTexts.ts';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

const byChord = new Map<string, Command>(
  allCommands.flatMap((command) => (command.keys ? [[command.keys, command] as const] : [])),
);

/** Keys as this system writes them: `⌘ Shift Z` or `Ctrl Shift Z`. */
export function shortcutInWords(keys: string): string {
  return keys.replace('Mod', isMac ? '⌘' : 'Ctrl').replaceAll('+', ' + ');
}

const isHistory = ({ id }: Command): boolean => id === 'undo' || id === 'redo';

const isTypingIn = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('.policy-editor') !== null &&
  Object.keys(useTyping.getState()).length > 0;

/** Runs the command of a chord anywhere on the page. Undo means the draft, also in a field: its text is the draft. */
export function useShortcuts(): void {
  // From the first paint on: a key that is pressed then must not be lost.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const command = byChord.get(chordOf(event, isMac));
      // A dialog is a world of its own: undo there is the undo of what is written there.
      if (!command || event.repeat || useStore.getState().screen.dialog !== null) return;
      // What is typed in the editor and not yet part of the draft has the editor's own history.
      if (isHistory(command) && isTypingIn(event.target)) return;
      event.preventDefault();
      // The editor has its own F8, which would open a second view of the same finding.
      event.stopPropagation();
      if (command.enabled(useStore.getState())) command.run();
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, []);
}
