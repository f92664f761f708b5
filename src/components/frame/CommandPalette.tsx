import Dialog from '@mui/material/Dialog';
import { styled } from '@mui/material/styles';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { allCommands, type Command } from '../../state/commands.ts';
import { useStore } from '../../state/store.ts';
import { fontMono } from '../../theme.ts';
import { control } from '../common/control.ts';
import { keysInWords } from './useShortcuts.ts';
import { Note } from '../common/Note.tsx';
import { closeDialog } from '../common/Dialog.tsx';

const Field = styled('input')({
  ...control,
  width: 'auto',
  height: 40,
  margin: 12,
  fontSize: 16,
});
const List = styled('ul')({
  listStyle: 'none',
  height: 360,
  maxHeight: '60vh',
  margin: 0,
  padding: '0 12px 12px',
  overflow: 'auto',
});
const Item = styled('li')({
  display: 'flex',
  alignItems: 'center',
  gap: 12,
  minHeight: 32,
  padding: '0 8px',
  borderRadius: 4,
  cursor: 'pointer',
  scrollMargin: 8,
  '&[aria-selected="true"]': { background: 'var(--accent-quiet)', outline: '1px solid var(--accent)' },
  '&[aria-disabled="true"]': { color: 'var(--ink-3)', cursor: 'default' },
  '& > kbd': { marginLeft: 'auto', fontFamily: fontMono, fontSize: 12, whiteSpace: 'nowrap' },
});

/** Every command of the page, found by its words. The list that the buttons and the shortcuts read. */
export function CommandPalette() {
  const id = useId();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const found = commandsWith(words);
  const chosen = found[Math.min(at, found.length - 1)];
  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, at, found.length);
    if (next !== undefined) setAt(next);
    else if (event.key === 'Enter' && chosen) run(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog
      open
      onClose={closeDialog}
      aria-label="Commands"
      fullWidth
      maxWidth="xs"
      // Once the dialog has the focus and knows whom to give it back to.
      slotProps={{ transition: { onEntering: () => field.current?.focus() } }}
    >
      <Field
        ref={field}
        role="combobox"
        aria-label="Find a command"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined}
        placeholder="Find a command"
        value={words}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          setWords(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {found.length === 0 && (
        <Note px={6} py={2} role="status">
          No results for “{words}”. Try fewer words.
        </Note>
      )}
      <List id={id} role="listbox" aria-label="Commands">
        {found.map((command) => (
          <Row key={command.id} id={`${id}-${command.id}`} command={command} selected={command === chosen} />
        ))}
      </List>
    </Dialog>
  );
}

interface RowProps {
  readonly id: string;
  readonly command: Command;
  readonly selected: boolean;
}

function Row({ id, command, selected }: RowProps) {
  const enabled = useStore((state) => command.enabled(state));
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (selected) item.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    // The keyboard is the field's: the list is only ever pointed at.
    <Item
      ref={item}
      id={id}
      role="option"
      aria-selected={selected}
      aria-disabled={!enabled}
      onClick={() => run(command)}
    >
      {command.label} {!enabled && <span>(unavailable) </span>}
      {command.keys && <kbd>{keysInWords(command.keys)}</kbd>}
    </Item>
  );
}

/** After the dialog has given the focus back: the command may want it elsewhere. */
function run(command: Command): void {
  if (!command.enabled(useStore.getState())) return;
  closeDialog();
  requestAnimationFrame(() => command.run());
}

function commandsWith(words: string): readonly Command[] {
  const wanted = words.toLowerCase().split(/\s+/);
  return allCommands.filter(
    ({ id, label }) => id !== 'palette' && wanted.every((word) => label.toLowerCase().includes(word)),
  );
}

function placeAfter(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  const last = count - 1;
  const places: Readonly<Record<string, number>> = {
    ArrowDown: at >= last ? 0 : at + 1,
    ArrowUp: at <= 0 ? last : at - 1,
    PageDown: Math.min(at + 8, last),
    PageUp: Math.max(at - 8, 0),
  };
  return places[key];
}
