import { kindOf } from '../../policies/library/variables/kinds.ts';
import type { Variable } from '../../policies/library/variables/variable.ts';
import { Select } from '../common/Select.tsx';
import { EntryInput } from './EntryInput.tsx';
import type { OnChangeValues } from './valueEntry.ts';
import type { useFieldValues } from './valuesFieldState.ts';

interface VariableInputProps {
  readonly variable: Variable;
  readonly 'aria-labelledby': string;
  readonly 'aria-describedby': string;
  readonly state: ReturnType<typeof useFieldValues>;
  readonly onChange: OnChangeValues;
}

/** The input of a variable's values: of those that it can have, or of any. */
export function VariableInput({ variable, onChange, state, ...props }: VariableInputProps) {
  const { isList, shown, wrong, example } = state;
  const [preset] = variable.default ?? [];
  const { choices } = kindOf(variable.kind);
  const common = {
    'aria-labelledby': props['aria-labelledby'],
    'aria-describedby': props['aria-describedby'],
    'aria-invalid': !isList && wrong.length > 0,
  };
  if (choices)
    return (
      <Select
        {...common}
        mono
        wide
        value={shown || (preset ?? '')}
        options={choices}
        onChange={(value) => onChange(() => [value], ' changed')}
      />
    );
  return (
    <EntryInput
      {...common}
      bare={isList}
      value={shown}
      placeholder={isList ? 'Add a value' : (preset ?? `Example: ${example}`)}
      onType={state.type}
      onSettle={state.settle}
      onPasteWhole={state.pasteWhole}
    />
  );
}
