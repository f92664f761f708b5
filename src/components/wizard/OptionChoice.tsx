import { useId } from 'react';
import type { LibraryOption } from '../../policies/library/activities/activity.ts';
import { type OptionValues, valueOfOption } from '../../policies/library/activities/optionValues.ts';
import { Choice } from '../common/Choice.tsx';
import { FieldGroup } from '../common/Field.tsx';

interface OptionChoiceProps {
  readonly option: LibraryOption;
  /** The value of each option that was set; others have their defaults. */
  readonly values: OptionValues;
  /** The preset of an organization sets it: it can be read and not changed. */
  readonly locked?: boolean;
  onChange(value: string): void;
}

/** One option of an activity, a guardrail or a trust policy, with what each choice means. */
export function OptionChoice({ option, values, locked = false, onChange }: OptionChoiceProps) {
  const name = useId();
  const value = valueOfOption(option, values);
  return (
    <FieldGroup small mt={2} legend={option.label} help={option.help}>
      {option.choices.map((choice) => (
        <Choice
          key={choice.value}
          type="radio"
          name={name}
          checked={value === choice.value}
          aria-disabled={locked}
          onChange={() => locked || onChange(choice.value)}
          title={choice.label}
          help={choice.help}
        />
      ))}
    </FieldGroup>
  );
}
