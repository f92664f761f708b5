import { styled } from '@mui/material/styles';
import type { ComponentProps } from 'react';
import { type ControlProps, controlLook } from './Input.tsx';

const option = {
  minHeight: 32,
  padding: '4px 12px',
  overflowWrap: 'anywhere',
  '&:is(:hover, :focus-visible)': { background: 'var(--sunken)' },
  '&:checked': { background: 'var(--accent-quiet)', boxShadow: 'inset 3px 0 0 var(--accent)' },
  '&::checkmark': { display: 'none' },
} as const;

/** The browser's own element, with a list that looks like the page's. Where a browser can't, and for fingers, the list is the system's. */
const Native = styled('select')<ControlProps>((props) => ({
  ...controlLook(props),
  '@supports (appearance: base-select)': {
    '@media (pointer: fine)': {
      '&, &::picker(select)': { appearance: 'base-select' },
      alignItems: 'center',
      // It is as wide as what is selected: not too small to find it again.
      minWidth: 'min(120px, 100%)',
      // A long one takes several lines.
      height: 'auto',
      minHeight: 32,
      overflowWrap: 'anywhere',
      cursor: 'pointer',
      '&::picker(select)': {
        maxWidth: 'min(480px, 100vw - 16px)',
        padding: 0,
        border: '1px solid var(--edge)',
        borderRadius: 4,
        background: 'var(--surface)',
        color: 'var(--ink)',
        boxShadow: '0 8px 24px rgb(0 0 0 / 24%)',
      },
      '&::picker-icon': {
        content: '""',
        width: 6,
        height: 6,
        margin: '0 0.125rem 0.1875rem auto',
        border: 'solid currentColor',
        borderWidth: '0 0.09375rem 0.09375rem 0',
        rotate: '45deg',
      },
      '& option': option,
    },
  },
}));

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface SelectProps<Value extends string>
  extends ControlProps,
    Omit<ComponentProps<'select'>, 'value' | 'onChange' | 'children'> {
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  onChange(value: Value): void;
}

/** One of several values. What it gives is one of its options. */
export function Select<Value extends string>({ options, onChange, ...select }: SelectProps<Value>) {
  return (
    <Native
      {...select}
      onChange={({ target }) => {
        const selected = options[target.selectedIndex];
        if (selected) onChange(selected.value);
      }}
    >
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Native>
  );
}
