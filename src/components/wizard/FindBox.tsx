import { styled } from '@mui/material/styles';
import { useId } from 'react';
import { control } from '../common/control.ts';

const Box = styled('div')({
  margin: '0 0 8px',
  '& > label': { display: 'block', fontSize: 13, fontWeight: 500 },
});
const Input = styled('input')({ ...control, width: '100%' });
const Found = styled('p')({ margin: '4px 0 0', fontSize: 13, color: 'var(--ink-2)' });

interface FindBoxProps {
  readonly label: string;
  readonly value: string;
  readonly found: number;
  onChange(value: string): void;
}

/** Narrows a list down by what is typed; says how many are left. */
export function FindBox({ label, value, found, onChange }: FindBoxProps) {
  const id = useId();
  return (
    <Box>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type="search"
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
      <Found role="status">
        {value !== '' &&
          (found === 0 ? 'Nothing found. Try a service, an action or a condition key.' : `${found} found`)}
      </Found>
    </Box>
  );
}

/** Whether every word that was typed stands somewhere in the texts, in any case. */
export function matches(query: string, texts: readonly string[]): boolean {
  const text = texts.join('\n').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
