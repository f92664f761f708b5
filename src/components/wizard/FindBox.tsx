import { Field } from '../common/Field.tsx';
import { Input } from '../common/Input.tsx';
import { Note } from '../common/Note.tsx';

interface FindBoxProps {
  readonly label: string;
  readonly value: string;
  readonly found: number;
  onChange(value: string): void;
}

/** Narrows a list down by what is typed; says how many are left. */
export function FindBox({ label, value, found, onChange }: FindBoxProps) {
  return (
    <Field
      py={0}
      label={label}
      foot={
        <Note role="status" mt={1} mb={2}>
          {value !== '' &&
            (found === 0 ? 'No results. Try a service, an action, or a condition key.' : `${found} found`)}
        </Note>
      }
    >
      {(control) => (
        <Input
          {...control}
          wide
          type="search"
          value={value}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
