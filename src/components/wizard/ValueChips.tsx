import { styled } from '@mui/material/styles';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { fontMono } from '../common/theme.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { Icon } from '../common/Icon.tsx';

const Box = styled('ul')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 4,
  margin: '4px 0 0',
  padding: 3,
  border: '1px solid var(--edge)',
  borderRadius: 4,
  background: 'var(--surface)',
  listStyle: 'none',
  '&:focus-within': { borderColor: 'var(--accent)' },
  '&[data-invalid="true"]': { borderColor: 'var(--error)' },
});

const Chip = styled('li')({
  display: 'flex',
  maxWidth: '100%',
  border: '1px solid var(--hairline)',
  borderRadius: 2,
  background: 'var(--sunken)',
  '&[data-invalid="true"]': { borderColor: 'var(--error)' },
});

const Entry = styled('li')({
  display: 'flex',
  flex: '1 1 160px',
  minWidth: 0,
  padding: '0 5px',
  '@media (pointer: coarse)': { minHeight: 44 },
});

const Part = styled('button')({
  minWidth: 24,
  minHeight: 24,
  padding: '1px 6px',
  border: 'none',
  borderRadius: 2,
  background: 'none',
  color: 'inherit',
  font: `13px/20px ${fontMono}`,
  textAlign: 'left',
  overflowWrap: 'anywhere',
  cursor: 'text',
  '&:last-of-type': {
    display: 'grid',
    placeItems: 'center',
    padding: 0,
    cursor: 'pointer',
    color: 'var(--ink-2)',
  },
  '&:hover': { background: 'var(--surface)' },
  '@media (pointer: coarse)': { minWidth: 44, minHeight: 44 },
});

interface ValueChipsProps {
  readonly label: string;
  readonly values: readonly string[];
  /** Indexes of values that break their rule. */
  readonly invalid: ReadonlySet<number>;
  /** The value that is in the input; behind the last one for another. */
  readonly at: number;
  /** The input, in the place of the value at `at`. */
  readonly children: ReactNode;
  onEdit(index: number): void;
  onRemove(value: string): void;
}

/** The values of a field, each to edit, remove or copy, and the input for another one. */
export function ValueChips(props: ValueChipsProps) {
  const { label, values, invalid, at, children, onEdit, onRemove } = props;
  const box = useRef<HTMLUListElement>(null);
  const shown = at < values.length ? values : [...values, ''];
  const onKey = (event: KeyboardEvent) => moveWithin(event, box.current);
  return (
    <Box ref={box} aria-label={`Values of ${label}`} data-invalid={invalid.size > 0} onKeyDown={onKey}>
      {shown.map((value, index) =>
        index === at ? (
          <Entry key="entry">{children}</Entry>
        ) : (
          <Chip key={index} data-invalid={invalid.has(index)}>
            <Part
              type="button"
              data-chip={index}
              aria-label={`Edit ${value}${invalid.has(index) ? ', invalid' : ''}`}
              onClick={() => onEdit(index)}
              onCopy={(event) => {
                event.clipboardData.setData('text/plain', value);
                event.preventDefault();
              }}
              onKeyDown={({ key }) => (key === 'Delete' || key === 'Backspace') && onRemove(value)}
            >
              <ForeignText text={value} />
            </Part>
            <Part type="button" aria-label={`Remove ${value}`} onClick={() => onRemove(value)}>
              <Icon name="close" size={12} />
            </Part>
          </Chip>
        ),
      )}
    </Box>
  );
}

/** Left and Right go from value to value and into the input; Backspace in an empty input goes to the last value. */
function moveWithin(event: KeyboardEvent, box: HTMLElement | null): void {
  const { target, key } = event;
  const stops = [...(box?.querySelectorAll<HTMLElement>('[data-chip], input') ?? [])];
  const from = stops.findIndex((stop) => stop === target);
  if (target instanceof HTMLInputElement) {
    const isAtStart = target.selectionStart === 0 && target.selectionEnd === 0;
    if (!isAtStart || (key !== 'ArrowLeft' && !(key === 'Backspace' && target.value === ''))) return;
    event.preventDefault();
    stops[from - 1]?.focus();
    return;
  }
  if (from === -1 || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return;
  event.preventDefault();
  stops[from + (key === 'ArrowLeft' ? -1 : 1)]?.focus();
}
