import { allCommands } from '../commands.ts';
import type { State } from '../store.ts';
import type { Entry } from './searchEntry.ts';

/** Every command but the one that opens the list. */
export const commandEntries = (state: State): readonly Entry[] =>
  allCommands
    .filter(({ id }) => id !== 'palette')
    .map((command) => ({
      key: command.id,
      group: 'Commands' as const,
      label: command.label,
      ...(command.keys ? { keys: command.keys } : {}),
      isOff: !command.enabled(state),
      run: () => command.run(),
    }));
