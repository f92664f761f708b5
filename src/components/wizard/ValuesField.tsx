import Button from '@mui/material/Button';
import { type ReactNode, useRef } from 'react';
import { exampleValues } from '../../policies/compose/exampleValues.ts';
import { kindOf } from '../../policies/library/variables/kinds.ts';
import type { Variable } from '../../policies/library/variables/variable.ts';
import { problemsOf } from '../../state/derived/derived.ts';
import { useStore } from '../../state/store.ts';
import { Icon } from '../common/Icon.tsx';
import { Field } from '../common/Field.tsx';
import { ValueInput } from './ValueInput.tsx';

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
  /** `typed`: the index of the value that is being typed. */
  onChange(values: readonly string[], typed?: number): void;
  onFocus?(): void;
}

/** The values of a variable, one input for each, and what is wrong with each. */
export function ValuesField(props: ValuesFieldProps) {
  const { variable, label, aside, help, foot, describedBy = '', onChange, onFocus } = props;
  const field = useRef<HTMLDivElement>(null);
  const values = props.values.length > 0 ? props.values : [''];
  const errors = useErrors(variable, props.role);
  const add = () => {
    onChange([...values, '']);
    requestAnimationFrame(() => focusLast(field.current));
  };
  const canAdd = variable.many && values.at(-1) !== '';
  return (
    <Field
      many
      ref={field}
      label={label}
      aside={aside}
      {...(help === undefined ? {} : { help })}
      foot={
        <>
          {canAdd && <AddAnother label={label} onAdd={add} />}
          {foot}
        </>
      }
      onFocus={onFocus}
    >
      {({ 'aria-describedby': helpId = '' }, labelId) =>
        values.map((value, index) => (
          <ValueInput
            // Values have no identity but their place
            key={index}
            variable={variable}
            labelledBy={labelId}
            describedBy={`${helpId} ${describedBy}`}
            value={value}
            index={index}
            {...errors(index)}
            onChange={(text) =>
              onChange(
                values.map((other, place) => (place === index ? text : other)),
                index,
              )
            }
            {...(values.length > 1
              ? { onRemove: () => onChange(values.filter((_, place) => place !== index)) }
              : {})}
          />
        ))
      }
    </Field>
  );
}

function useErrors(variable: Variable, role: string | undefined) {
  const draft = useStore((state) => state.draft);
  const rules = new Map(
    problemsOf(draft)
      .filter((problem) => problem.variable.id === variable.id && problem.role === role)
      .filter(({ state }) => state === 'invalid')
      .map(({ index = 0, rule }) => [index, rule ?? kindOf(variable.kind).rule]),
  );
  const [example] = exampleValues(variable, draft.variables['partition']?.[0] ?? 'aws');
  return (index: number) => {
    const rule = rules.get(index);
    return rule === undefined ? {} : { error: `${rule} Example: ${example}` };
  };
}

const AddAnother = ({ label, onAdd }: { readonly label: string; onAdd(): void }) => (
  <Button onClick={onAdd} startIcon={<Icon name="plus" />}>
    Add another<span className="visually-hidden">: {label}</span>
  </Button>
);

function focusLast(field: HTMLDivElement | null): void {
  const inputs = field?.querySelectorAll('input');
  inputs?.item(inputs.length - 1).focus();
}
