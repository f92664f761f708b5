import Autocomplete from '@mui/material/Autocomplete';
import Popper from '@mui/material/Popper';
import { styled } from '@mui/material/styles';
import { useEffect, useState } from 'react';
import { consoleReadActions } from '../../policies/library/activities/consoleReadActions.ts';
import type { Variable } from '../../policies/library/variables/variable.ts';
import { describeAction } from '../../state/catalog/loadedCatalog.ts';
import { setValues } from '../../policies/draft/editDraft.ts';
import { edit, show, useStore } from '../../state/store.ts';
import { fontMono } from '../common/theme.ts';
import { Field } from '../common/Field.tsx';
import { Box } from '../common/Box.tsx';

const Entry = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 4,
  marginTop: 4,
  padding: 4,
  border: '1px solid var(--edge)',
  borderRadius: 4,
  background: 'var(--surface)',
  '&:focus-within': { borderColor: 'var(--accent)', outline: '2px solid var(--accent)', outlineOffset: -1 },
  '& input': {
    flex: '1 1 160px',
    minWidth: 0,
    height: 24,
    border: 'none',
    outline: 'none',
    background: 'transparent',
    color: 'var(--ink)',
    font: `13px/20px ${fontMono}`,
  },
  '& input::placeholder': { color: 'var(--ink-3)', opacity: 1 },
});
const Tag = styled('button')({
  minHeight: 24,
  padding: '0 6px',
  border: '1px solid var(--hairline)',
  borderRadius: 2,
  background: 'var(--sunken)',
  color: 'var(--ink)',
  font: `12px/16px ${fontMono}`,
  cursor: 'pointer',
  overflowWrap: 'anywhere',
});
/** The library's own rule for options comes later and counts as much: doubled, ours goes before it. */
const Floating = styled(Popper)({ '&& .MuiAutocomplete-option': { display: 'block', fontSize: 13 } });
const prefix = 'sagemaker:';
const choices = Object.keys(consoleReadActions);
const shortName = (action: string): string => action.replace(prefix, '');

/** Picks actions from the list of those that only read; each is shown with what it does. */
export function ReadActionPicker({ variable }: { readonly variable: Variable }) {
  const selected = useStore((state) => state.draft.variables[variable.id]) ?? [];
  const change = (values: readonly string[]) =>
    edit((draft) => setValues(draft, variable.id, values), `${variable.label} changed`);
  return (
    <Field
      label={variable.label}
      help={`${variable.help} ${selected.length} of ${choices.length} selected.`}
      onFocus={() => show({ focused: { variable: variable.id } })}
    >
      {({ id, 'aria-describedby': help }) => (
        <Autocomplete
          id={id}
          multiple
          disableCloseOnSelect
          filterSelectedOptions
          options={choices}
          value={[...selected]}
          onChange={(_, values) => change(values)}
          getOptionLabel={shortName}
          slots={{ popper: Floating }}
          renderValue={(values, getItemProps) =>
            values.map((value, index) => {
              const { key, onDelete } = getItemProps({ index });
              return (
                <Tag key={key} type="button" onClick={onDelete} aria-label={`Remove ${shortName(value)}`}>
                  {shortName(value)} ×
                </Tag>
              );
            })
          }
          renderOption={({ key, ...props }, option) => (
            <li key={key} {...props}>
              <DescribedAction action={option} />
            </li>
          )}
          renderInput={({ slotProps }) => (
            <Entry ref={slotProps.input.ref}>
              {slotProps.input.startAdornment}
              <input {...slotProps.htmlInput} aria-describedby={help} placeholder="Find an action" />
            </Entry>
          )}
        />
      )}
    </Field>
  );
}

/** An action with AWS’s sentence on it, once that is loaded. */
function DescribedAction({ action }: { readonly action: string }) {
  const [text, setText] = useState('');
  useEffect(() => {
    let current = true;
    void describeAction(action).then((found) => current && setText(found ?? ''));
    return () => {
      current = false;
    };
  }, [action]);
  return (
    <>
      <Box as="code" small style={{ display: 'block' }}>
        {shortName(action)}
      </Box>{' '}
      <Box as="span" tone="quiet" style={{ display: 'block' }}>
        {text}
      </Box>
    </>
  );
}
