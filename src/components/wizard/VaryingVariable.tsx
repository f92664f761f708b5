import Button from '@mui/material/Button';
import { useId } from 'react';
import { environmentValueProblem } from '../../policies/compose/environmentValues.ts';
import {
  draftOfEnvironment,
  removeVaryingVariable,
  setEnvironmentValue,
} from '../../policies/draft/environments.ts';
import type { Variable } from '../../policies/library/variables/variable.ts';
import type { Draft, Environment } from '../../policies/model/draft.ts';
import { entryPlace } from '../../policies/values/entryPlace.ts';
import { edit, useRuleset, useStore } from '../../state/store.ts';
import { CharacterNote } from '../common/CharacterNote.tsx';
import { Field, FieldGroup } from '../common/Field.tsx';
import { Stack } from '../common/Stack.tsx';
import { EntryInput } from './EntryInput.tsx';
import { ReadingNotes } from './ReadingNotes.tsx';
import { isWhollyRead, type OnChangeValues, useReader, useValueEntry } from './valueEntry.ts';

interface VaryingVariableProps {
  readonly variable: Variable;
  readonly environments: readonly Environment[];
}

/** A variable's value in each environment. */
export function VaryingVariable({ variable, environments }: VaryingVariableProps) {
  const { id, label } = variable;
  return (
    <FieldGroup small px={4} mt={2} mb={1} legend={`${label} by environment`}>
      {environments.map((environment) => (
        <Value key={environment.name} variable={variable} environment={environment} />
      ))}
      <Button
        onClick={() => edit((draft) => removeVaryingVariable(draft, id), `${label} is the same everywhere`)}
      >
        Use one value everywhere<span className="visually-hidden">: {label}</span>
      </Button>
    </FieldGroup>
  );
}

interface ValueProps {
  readonly variable: Variable;
  readonly environment: Environment;
}

/** The value of an environment as it is typed, and what is understood of it. */
function useEnvironmentValue({ variable, environment: { name, values }, environment }: ValueProps) {
  const { id, label } = variable;
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const [value = ''] = [values[id]];
  // A parameter of exported code is one value.
  const read = useReader({ ...variable, many: false }, entryPlace(draftOfEnvironment(draft, environment)));
  const set: OnChangeValues = (change, what, typed) =>
    edit(
      (current) => setEnvironmentValue(current, name, id, change([valueIn(current, name, id)])[0] ?? ''),
      `${label} for ${name}${what}`,
      typed === undefined ? undefined : `environment-${name}-${id}`,
    );
  const entry = useValueEntry(read, set);
  const problem = environmentValueProblem(environment, id, draft, ruleset);
  const reading = read(value);
  const isLeft = entry.typing === null && value.trim() !== '';
  return {
    ...{ value, entry, set },
    shared: draft.variables[id]?.[0],
    wrong:
      isLeft && (problem !== undefined || !isWhollyRead(reading))
        ? [{ place: 0, value, reading, rule: problem }]
        : [],
    understood: isLeft && entry.understood?.values[0] === value ? entry.understood : null,
  };
}

function Value(props: ValueProps) {
  const { variable, environment } = props;
  const { label, example } = variable;
  const { name } = environment;
  const errorId = useId();
  const { value, entry, set, shared, wrong, understood } = useEnvironmentValue(props);
  return (
    <Field
      label={
        <>
          {name}
          <span className="visually-hidden">: {label}</span>
        </>
      }
    >
      {(control) => (
        <>
          <Stack row nowrap>
            <EntryInput
              {...control}
              aria-describedby={`${errorId}-error0`}
              aria-invalid={wrong.length > 0}
              value={value}
              placeholder={shared ?? `Example: ${example[0]}`}
              onType={(text) => entry.type(0, text)}
              onSettle={() => entry.settle()}
              onPasteWhole={() => false}
            />
          </Stack>
          <CharacterNote text={value} />
          <ReadingNotes
            id={errorId}
            label={`${label} for ${name}`}
            understood={understood}
            wrong={wrong}
            areNamed={false}
            onUndo={() => {
              if (understood) set(() => [understood.source], ' as it was entered');
              entry.forget();
            }}
            onUse={(_, [made = '']) => set(() => [made], `: ${made}`)}
          />
        </>
      )}
    </Field>
  );
}

const valueIn = ({ environments = [] }: Draft, name: string, id: string): string =>
  environments.find((one) => one.name === name)?.values[id] ?? '';
