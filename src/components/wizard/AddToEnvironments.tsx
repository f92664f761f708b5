import Button from '@mui/material/Button';
import { useState } from 'react';
import {
  addEnvironment,
  addVaryingVariable,
  environmentNameProblem,
  varyingVariables,
} from '../../policies/draft/environments.ts';
import { variablesOf } from '../../state/derived/derived.ts';
import { edit, useRuleset, useStore } from '../../state/store.ts';
import { Field } from '../common/Field.tsx';
import { Icon } from '../common/Icon.tsx';
import { Input } from '../common/Input.tsx';
import { Select } from '../common/Select.tsx';
import { Stack } from '../common/Stack.tsx';
import { isRuled } from './presetRules.tsx';

/** A button beside a field stays on one line. */
const unbroken = { flexShrink: 0, whiteSpace: 'nowrap' } as const;

/** Another value that differs by environment. What a preset decides does not. */
export function AddVariable() {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const varying = varyingVariables(draft);
  const open = variablesOf(draft).filter(
    ({ id }) => !varying.has(id) && id !== 'partition' && !isRuled(id, ruleset),
  );
  const [selected, setSelected] = useState('');
  const variable = open.find(({ id }) => id === selected) ?? open[0];
  if (!variable) return null;
  return (
    <Field label="Value that differs by environment">
      {(control) => (
        <Stack row nowrap gap={1}>
          <Select
            {...control}
            wide
            value={variable.id}
            options={open.map(({ id, label }) => ({ value: id, label }))}
            onChange={setSelected}
          />
          <Button
            style={unbroken}
            startIcon={<Icon name="plus" />}
            onClick={() =>
              edit(
                (current) => addVaryingVariable(current, variable.id),
                `${variable.label} differs by environment`,
              )
            }
          >
            Add value
          </Button>
        </Stack>
      )}
    </Field>
  );
}

/** Another environment, by its name. */
export function AddEnvironment() {
  const draft = useStore((state) => state.draft);
  const [name, setName] = useState('');
  const [isAsked, setAsked] = useState(false);
  // An empty field is wrong only once someone wants to add it.
  const problem = name === '' && !isAsked ? undefined : environmentNameProblem(draft, name);
  const add = () => {
    setAsked(true);
    if (environmentNameProblem(draft, name) !== undefined) return;
    edit((current) => addEnvironment(current, name), `Environment added: ${name}`);
    setName('');
    setAsked(false);
  };
  return (
    <Field label="New environment" {...(problem === undefined ? {} : { error: problem })}>
      {(control) => (
        <Stack row nowrap gap={1}>
          <Input
            {...control}
            type="text"
            mono
            wide
            value={name}
            placeholder="dev"
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => setName(target.value)}
            onKeyDown={({ key }) => key === 'Enter' && add()}
          />
          <Button style={unbroken} startIcon={<Icon name="plus" />} onClick={add}>
            Add environment
          </Button>
        </Stack>
      )}
    </Field>
  );
}
