import Dialog from '@mui/material/Dialog';
import { styled } from '@mui/material/styles';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { commandEntries } from '../../state/search/commandEntries.ts';
import type { Entry } from '../../state/search/searchEntry.ts';
import { findEntries } from '../../state/search/find.ts';
import { useStore } from '../../state/store.ts';
import { control } from '../common/control.ts';
import { closeDialog, withRoom } from '../common/Dialog.tsx';
import { Note } from '../common/Note.tsx';
import { PaletteResults } from './PaletteResults.tsx';

const PaletteWindow = styled(Dialog)(withRoom);
const Field = styled('input')({
  ...control,
  width: 'auto',
  height: 40,
  margin: 12,
  fontSize: 16,
  '&:placeholder-shown': { textOverflow: 'ellipsis' },
});
/** Every command of the page, and what is on it, found by its words and grouped. Each leads to its place. */
export function CommandPalette() {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const { words, found, isNearest, selected, find, onKeyDown, onPaste } = useSearch();
  return (
    <PaletteWindow
      open
      onClose={closeDialog}
      fullWidth
      maxWidth="sm"
      // Once the dialog has the focus and knows whom to give it back to.
      slotProps={{
        paper: { 'aria-label': 'Commands' },
        transition: { onEntering: () => field.current?.focus() },
      }}
    >
      <Field
        ref={field}
        role="combobox"
        aria-label="Find a command, action, finding, or field"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={selected ? `${id}-${selected.key}` : undefined}
        placeholder="Find a command, action, finding, or field"
        value={words}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => find(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      {isNearest && (
        <Note px={6} py={2} role="status">
          No results for “{words}”. {found.length > 0 ? 'Nearest:' : 'Try fewer words.'}
        </Note>
      )}
      <PaletteResults id={id} found={found} selected={selected} hasTitles={words.trim() !== ''} onRun={run} />
    </PaletteWindow>
  );
}

/** What the words find, and which of it keys have moved to. */
function useSearch() {
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const entries = useEntries();
  const { entries: found, isNearest } = useMemo(() => findEntries(entries, words), [entries, words]);
  const selected = found[Math.min(at, found.length - 1)];
  const find = (wanted: string) => {
    setWords(wanted);
    setAt(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, at, found.length);
    if (next !== undefined) setAt(next);
    else if (event.key === 'Enter' && selected) run(selected);
    else return;
    event.preventDefault();
  };
  const onPaste = ({ clipboardData }: ClipboardEvent) => {
    const pasted = clipboardData.getData('text/plain');
    if (words !== '' || !findEntries(entries, pasted).isNearest) return;
    // Where a part does not load, the field says that nothing was found.
    openUnfound(pasted).catch(() => {});
  };
  return { words, found, isNearest, selected, find, onKeyDown, onPaste };
}

/** A text that finds nothing goes where it belongs, as one that is pasted outside a field. What nothing reads stays in the field. */
async function openUnfound(pasted: string): Promise<void> {
  const [{ isRead, routeText }, { searchContent }] = await Promise.all([
    import('../../state/recognize/route.ts'),
    import('../../state/search/content.ts'),
  ]);
  if (findEntries(await searchContent(), pasted).isNearest && isRead(pasted)) routeText(pasted);
}

/** Commands at once; what is on the page as soon as what finds it is there. */
function useEntries(): readonly Entry[] {
  const state = useStore();
  const [content, setContent] = useState<readonly Entry[]>([]);
  useEffect(() => {
    let isOpen = true;
    const loading = import('../../state/search/content.ts').then(async ({ searchContent }) => {
      const entries = await searchContent();
      if (isOpen) setContent(entries);
    });
    // Commands are found all the same.
    loading.catch(() => {});
    return () => {
      isOpen = false;
    };
  }, []);
  return useMemo(() => [...commandEntries(state), ...content], [state, content]);
}

/** After the dialog has given the focus back: the entry may want it elsewhere. */
function run(entry: Entry): void {
  if (entry.isOff) return;
  closeDialog();
  requestAnimationFrame(() => entry.run());
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
