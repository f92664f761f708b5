import { styled } from '@mui/material/styles';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';

const List = styled('div')({ display: 'flex', minWidth: 0, overflowX: 'auto' });
const Tab = styled('button')({
  flex: 'none',
  minHeight: 40,
  padding: '8px 12px',
  border: 'none',
  borderBottom: '2px solid var(--unmarked)',
  background: 'none',
  color: 'var(--ink-2)',
  font: 'inherit',
  fontWeight: 500,
  cursor: 'pointer',
  outlineOffset: -2,
  '&:hover': { color: 'var(--ink)' },
  '&[aria-selected="true"]': { borderBottomColor: 'var(--accent)', color: 'var(--accent)' },
  '@media (pointer: coarse)': { minHeight: 44 },
});

export interface TabEntry<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
}

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly entries: readonly TabEntry<Id>[];
  readonly selected: Id | undefined;
  onSelect(id: Id): void;
}

/**
 * A row of tabs that work as their panel is switched: one of them is in the tab order, the arrow keys, Home and End move
 * between them. Source: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
export function Tabs<Id extends string>({ label, entries, selected, onSelect }: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null);
  const current = entries.findIndex((entry) => entry.id === selected);
  const move = (event: KeyboardEvent) => {
    const index = targetOf(event.key, current, entries.length);
    const target = index === undefined ? undefined : entries[index];
    if (index === undefined || !target) return;
    event.preventDefault();
    onSelect(target.id);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]').item(index).focus();
  };
  return (
    <List ref={list} role="tablist" aria-label={label} onKeyDown={move}>
      {entries.map((entry, index) => (
        <Tab
          key={entry.id}
          type="button"
          role="tab"
          aria-selected={index === current}
          tabIndex={index === Math.max(current, 0) ? 0 : -1}
          onClick={() => onSelect(entry.id)}
        >
          {entry.label}
        </Tab>
      ))}
    </List>
  );
}

/** Round and round, as tabs do. */
function targetOf(key: string, current: number, length: number): number | undefined {
  if (key === 'ArrowRight') return (current + 1) % length;
  if (key === 'ArrowLeft') return (current - 1 + length) % length;
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : undefined;
}
