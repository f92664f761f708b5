import IconButton from '@mui/material/IconButton';
import { memo } from 'react';
import { useStore as useZustand } from 'zustand';
import type { Command } from '../../state/commands.ts';
import { useStore } from '../../state/store.ts';
import { HoverTip } from '../common/HoverTip.tsx';
import { Icon, type IconName } from '../common/Icon.tsx';
import { shortcutInWords } from './useShortcuts.ts';

interface CommandButtonProps {
  readonly command: Command;
  readonly icon: IconName;
}

/**
 * The icon button of a command. While the command cannot run, the button looks disabled and does nothing, but keeps the focus:
 * when the last Undo or Redo is reached at the keyboard, another Enter has no effect.
 */
export const CommandButton = memo(function CommandButton({ command, icon }: CommandButtonProps) {
  // The history is noted after the draft has changed, so both are watched.
  useStore((state) => command.enabled(state));
  const enabled = useZustand(useStore.temporal, () => command.enabled(useStore.getState()));
  const keys = command.keys ? ` (${shortcutInWords(command.keys)})` : '';
  return (
    <HoverTip title={`${command.label}${keys}`}>
      <IconButton
        size="small"
        aria-label={command.label}
        aria-disabled={!enabled}
        onClick={() => enabled && command.run()}
      >
        <Icon name={icon} />
      </IconButton>
    </HoverTip>
  );
});
