import { styled } from '@mui/material/styles';
import { useEffect, useRef } from 'react';
import type { Entry } from '../../state/search/searchEntry.ts';
import { withBreaks } from '../common/breaks.tsx';
import { below, fontMono } from '../common/theme.ts';
import { shortcutInWords } from './useShortcuts.ts';

const Item = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 12,
  minHeight: 32,
  padding: '4px 8px',
  borderRadius: 4,
  cursor: 'pointer',
  scrollMargin: 8,
  overflowWrap: 'anywhere',
  '&[aria-selected="true"]': { background: 'var(--accent-quiet)', outline: '1px solid var(--accent)' },
  '&[aria-disabled="true"]': { color: 'var(--ink-3)', cursor: 'default' },
  '& > kbd': { marginLeft: 'auto', fontFamily: fontMono, fontSize: 12, whiteSpace: 'nowrap' },
  '@media (pointer: coarse)': { minHeight: 44 },
  // One below the other.
  [below.largeText]: { display: 'block', '& > span': { display: 'block', maxWidth: 'none' } },
});
const Detail = styled('span')({
  marginLeft: 'auto',
  flex: 'none',
  maxWidth: '45%',
  color: 'var(--ink-2)',
  fontSize: 12,
});

interface PaletteRowProps {
  readonly id: string;
  readonly entry: Entry;
  readonly selected: boolean;
  onRun(entry: Entry): void;
}

/** An entry of the palette. The keyboard is the field's: the list is only ever pointed at. */
export function PaletteRow({ id, entry, selected, onRun }: PaletteRowProps) {
  const item = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) item.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <Item
      ref={item}
      id={id}
      role="option"
      aria-selected={selected}
      aria-disabled={entry.isOff ?? false}
      onClick={() => onRun(entry)}
    >
      <span>{withBreaks(entry.label, true)}</span> {entry.isOff && <span>(unavailable) </span>}
      {entry.detail && <Detail>{withBreaks(entry.detail, true)}</Detail>}
      {entry.keys && <kbd>{shortcutInWords(entry.keys)}</kbd>}
    </Item>
  );
}
