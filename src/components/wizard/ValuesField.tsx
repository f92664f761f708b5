import Button from '@mui/material/Button';
import { type ReactNode, useId, useRef } from 'react';
import type { Variable } from '../../policies/library/variables/variable.ts';
import { CharacterNote } from '../common/CharacterNote.tsx';
import { CopyButton } from '../common/CopyButton.tsx';
import { Field } from '../common/Field.tsx';
import { Icon } from '../common/Icon.tsx';
import { Stack } from '../common/Stack.tsx';
import { ReadingNotes } from './ReadingNotes.tsx';
import { ValueChips } from './ValueChips.tsx';
import { VariableInput } from './VariableInput.tsx';
import type { OnChangeValues } from './valueEntry.ts';
import { useFieldValues } from './valuesFieldState.ts';

interface ValuesFieldProps {
  readonly variable: Variable;
  /** The role whose own values these are; nothing for the values of all roles. */
  readonly role?: string;
  readonly label: string;
  readonly values: readonly string[];
  readonly aside?: ReactNode;
  readonly help?: ReactNode;
  readonly foot?: ReactNode;
  /** Id of what else describes the values. */
  readonly describedBy?: string;
  readonly onChange: OnChangeValues;
  onFocus?(): void;
}

/** The values of a variable: one in an input, several as chips, and what was understood or is wrong with each. */
export function ValuesField(props: ValuesFieldProps) {
  const { label, values, aside, help, foot, onFocus } = props;
  const field = useRef<HTMLDivElement>(null);
  const state = useFieldValues(props, field);
  return (
    <Field
      many
      ref={field}
      label={label}
      aside={aside}
      {...(help === undefined ? {} : { help })}
      foot={
        <>
          <FieldActions label={label} values={values} state={state} />
          {foot}
        </>
      }
      onFocus={onFocus}
    >
      {({ 'aria-describedby': helpId = '' }, labelId) => (
        <Entries field={props} state={state} labelId={labelId} helpId={helpId} />
      )}
    </Field>
  );
}

interface EntriesProps {
  readonly field: ValuesFieldProps;
  readonly state: ReturnType<typeof useFieldValues>;
  readonly labelId: string;
  readonly helpId: string;
}

/** The input, among the other values if there are several, and the notes on each. */
function Entries({ field, state, labelId, helpId }: EntriesProps) {
  const { label, values, describedBy = '' } = field;
  const { isList, shown, wrong } = state;
  const id = useId();
  const errors = wrong.map(({ place }) => `${id}-error${place}`).join(' ');
  const named = { 'aria-labelledby': labelId, 'aria-describedby': `${errors} ${helpId} ${describedBy}` };
  const input = <VariableInput {...field} {...named} state={state} />;
  return (
    <>
      {isList ? (
        <ValueChips
          label={label}
          values={values}
          invalid={new Set(wrong.map(({ place }) => place))}
          at={state.index}
          onEdit={state.open}
          onRemove={state.remove}
        >
          {input}
        </ValueChips>
      ) : (
        <Stack row nowrap mt={1}>
          {input}
        </Stack>
      )}
      <CharacterNote text={shown} />
      <ReadingNotes
        id={id}
        label={label}
        understood={state.understood}
        wrong={wrong}
        areNamed={values.length > 1}
        onUndo={state.undoReading}
        onUse={state.use}
      />
    </>
  );
}

interface FieldActionsProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly state: ReturnType<typeof useFieldValues>;
}

const FieldActions = ({ label, values, state }: FieldActionsProps) => (
  <>
    {state.canAdd && (
      <Button onClick={() => state.open(values.length)} startIcon={<Icon name="plus" />}>
        Add another<span className="visually-hidden">: {label}</span>
      </Button>
    )}
    {values.length > 1 && (
      <Stack row mt={1}>
        <CopyButton text={values.join('\n')} name={`values of ${label}`} />
      </Stack>
    )}
  </>
);
