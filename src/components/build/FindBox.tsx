import { styled } from '@mui/material/styles';
import { useId } from 'react';

const Box = styled('div')({
  margin: '0 0 8px',
  '& > label': { display: 'block', fontSize: 13, fontWeight: 500 },
});
const Input = styled('input')({
  width: '100%',
  height: 32,
  padding: '0 8px',
  border: '1px solid var(--edge)',
  borderRadius: 4,
  background: 'var(--surface)',
  color: 'var(--ink)',
  font: 'inherit',
  '@media (pointer: coarse)': { height: 44, fontSize: 16 },
});
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
