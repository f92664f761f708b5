import { useId } from 'react';
import { Choice } from './Choice.tsx';
import { FieldGroup } from './Field.tsx';
import { Stack } from './Stack.tsx';

interface ChoiceGroupProps<Id extends string> {
  readonly legend: string;
  readonly options: readonly { readonly id: Id; readonly title: string; readonly help: string }[];
  readonly selected: Id;
  choose(id: Id): void;
}

/** One of several, each with what it means, in columns where there is room. */
export function ChoiceGroup<Id extends string>({ legend, options, selected, choose }: ChoiceGroupProps<Id>) {
  const name = useId();
  return (
    <FieldGroup legend={legend} mb={3}>
      <Stack columns={250} gap={6} rowGap={0}>
        {options.map(({ id, title, help }) => (
          <Choice
            key={id}
            type="radio"
            name={name}
            checked={id === selected}
            onChange={() => choose(id)}
            title={title}
            help={help}
          />
        ))}
      </Stack>
    </FieldGroup>
  );
}
