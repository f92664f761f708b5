import { styled } from '@mui/material/styles';
import { useId } from 'react';
import type { Option } from '../../policies/library/activities/activity.ts';
import { type OptionValues, valueOfOption } from '../../policies/library/activities/optionValues.ts';
import { Choice } from '../common/Choice.tsx';

export const OptionGroup = styled('fieldset')({
  margin: '8px 0 0',
  padding: 0,
  border: 'none',
  '& > legend': { padding: 0, fontSize: 13, fontWeight: 600 },
  '& > p': { margin: 0, fontSize: 13, color: 'var(--ink-2)' },
});

interface OptionChoiceProps {
  readonly option: Option;
  /** What is chosen, by option; one that is not has its default. */
  readonly chosen: OptionValues;
  /** An organisation's preset has chosen: everything can be read and nothing changed. */
  readonly locked?: boolean;
  onChange(value: string): void;
}

/** One option of an activity, a guardrail or a trust policy, with what each choice means. */
export function OptionChoice({ option, chosen, locked = false, onChange }: OptionChoiceProps) {
  const name = useId();
  const value = valueOfOption(option, chosen);
  return (
    <OptionGroup>
      <legend>{option.label}</legend>
      <p>{option.help}</p>
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
    </OptionGroup>
  );
}
