import Button from '@mui/material/Button';
import { environmentValueProblem } from '../../policies/compose/environmentValues.ts';
import { removeVaryingVariable, setEnvironmentValue } from '../../policies/draft/environments.ts';
import type { Variable } from '../../policies/library/variables/variable.ts';
import type { Environment } from '../../policies/model/draft.ts';
import { edit, useRuleset, useStore } from '../../state/store.ts';
import { CharacterNote } from '../common/CharacterNote.tsx';
import { Field, FieldGroup } from '../common/Field.tsx';
import { Input } from '../common/Input.tsx';

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

function Value({ variable: { id, label, example }, environment }: ValueProps) {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const { name, values } = environment;
  const problem = environmentValueProblem(environment, id, draft, ruleset);
  return (
    <Field
      label={
        <>
          {name}
          <span className="visually-hidden">: {label}</span>
        </>
      }
      {...(problem === undefined ? {} : { error: `${problem} Example: ${example[0]}` })}
    >
      {(control) => (
        <>
          <Input
            {...control}
            type="text"
            mono
            wide
            value={values[id] ?? ''}
            placeholder={draft.variables[id]?.[0] ?? example[0] ?? ''}
            autoComplete="off"
            spellCheck={false}
            onChange={({ target: { value } }) =>
              edit(
                (current) => setEnvironmentValue(current, name, id, value),
                `${label} changed for ${name}`,
                `environment-${name}-${id}`,
              )
            }
          />
          <CharacterNote text={values[id] ?? ''} />
        </>
      )}
    </Field>
  );
}
