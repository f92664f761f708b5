import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { UNTITLED } from '../../policies/draft/createDraft.ts';
import { rename } from '../../policies/draft/rename.ts';
import { edit, useStore } from '../../state/store.ts';
import { Icon } from '../common/Icon.tsx';

const Heading = styled('h1')({
  display: 'flex',
  alignItems: 'center',
  margin: 0,
  minWidth: 0,
  flex: 1,
  font: 'inherit',
});
/** The sign that the name can be edited; a click on it is one on the field. */
const Field = styled('label')({
  display: 'flex',
  flex: 1,
  alignItems: 'center',
  minWidth: 0,
  maxWidth: 320,
  paddingLeft: 8,
  border: '1px solid transparent',
  borderRadius: 4,
  color: 'var(--ink-2)',
  cursor: 'text',
  // What every name begins with is before the field, as if it were typed in it.
  '& > span': { flex: 'none', paddingLeft: 8 },
  '& > span + input': { paddingLeft: 0 },
  '&:hover': { borderColor: 'var(--edge)' },
  '&:focus-within': { borderColor: 'var(--accent)' },
});
const Name = styled('input')({
  minWidth: 0,
  width: '100%',
  height: 32,
  padding: '0 8px',
  border: 'none',
  outlineOffset: -2,
  background: 'transparent',
  color: 'var(--ink)',
  font: 'inherit',
  textOverflow: 'ellipsis',
  '@media (pointer: coarse)': { height: 44 },
  '&::placeholder': { color: 'var(--ink-2)', opacity: 1 },
});

const NAME_LENGTH = 64;

/** The usual name is shown as none, until someone types just that. */
export function SetName({ prefix }: { readonly prefix: string }) {
  const name = useStore((state) => state.draft.name);
  const [typed, setTyped] = useState('');
  const typedName = name.slice(prefix.length);
  const shown = typedName === UNTITLED && typed !== UNTITLED ? '' : typedName;
  return (
    <Heading>
      <span className="visually-hidden">{shown === '' ? 'Untitled set' : name}</span>
      <Field title="Policy set name (used for file and role names)">
        <Icon name="edit" />
        {prefix !== '' && <span>{prefix}</span>}
        <Name
          aria-label="Policy set name (used for file and role names)"
          placeholder="Untitled set"
          value={shown}
          maxLength={NAME_LENGTH - prefix.length}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target: { value } }) => {
            setTyped(value);
            edit((draft) => rename(draft, prefix + value), 'Renamed', 'name');
          }}
        />
      </Field>
    </Heading>
  );
}
