import IconButton from '@mui/material/IconButton';
import { useId } from 'react';
import { kindOf } from '../../policies/library/variables/kinds.ts';
import type { Variable } from '../../policies/library/variables/variable.ts';
import { CharacterNote } from '../common/CharacterNote.tsx';
import { Icon } from '../common/Icon.tsx';
import { FieldError } from '../common/Field.tsx';
import { Input } from '../common/Input.tsx';
import { Select } from '../common/Select.tsx';
import { Stack } from '../common/Stack.tsx';

interface ValueInputProps {
  readonly variable: Variable;
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly value: string;
  readonly index: number;
  readonly error?: string;
  onChange(value: string): void;
  onRemove?(): void;
}

/** One value of a variable, with the rule it breaks below it. */
export function ValueInput(props: ValueInputProps) {
  const { variable, value, index, error, onChange, onRemove } = props;
  const id = useId();
  const { choices } = kindOf(variable.kind);
  const common = {
    id,
    mono: true,
    wide: true,
    style: { flex: 1 },
    'aria-labelledby': index === 0 ? props.labelledBy : `${props.labelledBy} ${id}-place`,
    'aria-describedby': error === undefined ? props.describedBy : `${id}-error ${props.describedBy}`,
    'aria-invalid': error !== undefined,
  };
  return (
    <>
      <Stack row nowrap align="stretch" gap={1} mt={1}>
        {choices ? (
          <Select
            {...common}
            value={value || (variable.default?.[0] ?? '')}
            options={choices}
            onChange={onChange}
          />
        ) : (
          <Input
            {...common}
            type="text"
            value={value}
            placeholder={variable.default?.[0] ?? ''}
            autoComplete="off"
            onChange={(event) => onChange(event.target.value)}
            spellCheck={false}
          />
        )}
        {index > 0 && (
          <span id={`${id}-place`} className="visually-hidden">
            value {index + 1}
          </span>
        )}
        {onRemove && (
          <IconButton
            size="small"
            onClick={onRemove}
            aria-label={`Remove value ${index + 1} of ${variable.label}`}
          >
            <Icon name="close" />
          </IconButton>
        )}
      </Stack>
      <CharacterNote text={value} />
      {error !== undefined && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </>
  );
}
