import Button from '@mui/material/Button';
import { useRef } from 'react';
import type { Ruleset } from '../../policies/library/ruleset.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { exampleValues } from '../../policies/compose/exampleValues.ts';
import { nameInArn } from '../../policies/compose/sharedRoles.ts';
import { impliedArns, statedRoles } from '../../policies/compose/roleStates.ts';
import { kindOf } from '../../policies/library/variables/kinds.ts';
import { partitionOf } from '../../policies/compose/variableReadings.ts';
import type { Variable } from '../../policies/library/variables/variable.ts';
import { problemsOf } from '../../state/derived/derived.ts';
import { setValues } from '../../policies/draft/editDraft.ts';
import { edit, show, useRuleset, useStore } from '../../state/store.ts';
import { Icon } from '../common/Icon.tsx';
import { Field } from '../common/Field.tsx';
import { Placeholders } from './Placeholders.tsx';
import { conflictsId } from './RoleConflicts.tsx';
import { ValueInput } from './ValueInput.tsx';

/** One variable: its label, one input per value, and what is wrong with each. */
export function VariableField({ variable }: { readonly variable: Variable }) {
  const ruleset = useRuleset();
  const field = useRef<HTMLDivElement>(null);
  const entered = useStore((state) => state.draft.variables[variable.id]);
  const draft = useStore((state) => state.draft);
  const values = entered && entered.length > 0 ? entered : [''];
  const rules = new Map(
    problemsOf(draft)
      .filter((problem) => problem.variable.id === variable.id && problem.state === 'invalid')
      .map((problem) => [problem.index ?? 0, problem.rule ?? kindOf(variable.kind).rule]),
  );
  const change = (next: readonly string[], coalesce?: string) =>
    edit((current) => setValues(current, variable.id, next), `${variable.label} changed`, coalesce);
  const add = () => {
    change([...values, '']);
    requestAnimationFrame(() => focusLast(field.current));
  };
  return (
    <Field
      many
      ref={field}
      label={variable.label}
      aside={<Placeholders of={variable} />}
      help={`${variable.help} ${createdHint(variable, draft, ruleset)}`}
      foot={variable.many && values.at(-1) !== '' && <AddAnother of={variable} onAdd={add} />}
      onFocus={() => show({ focused: { variable: variable.id } })}
    >
      {({ 'aria-describedby': help = '' }, labelId) =>
        values.map((value, index) => (
          <ValueInput
            // Values have no identity but their place
            key={index}
            variable={variable}
            labelledBy={labelId}
            describedBy={`${help} ${conflictsId(variable.id)}`}
            value={value}
            index={index}
            {...errorFor(variable, rules.get(index), draft.variables['partition']?.[0])}
            onChange={(text) =>
              change(
                values.map((other, place) => (place === index ? text : other)),
                `${variable.id}-${index}`,
              )
            }
            {...(values.length > 1
              ? { onRemove: () => change(values.filter((_, place) => place !== index)) }
              : {})}
          />
        ))
      }
    </Field>
  );
}

const AddAnother = ({ of, onAdd }: { readonly of: Variable; onAdd(): void }) => (
  <Button onClick={onAdd} startIcon={<Icon name="plus" />}>
    Add another<span className="visually-hidden">: {of.label}</span>
  </Button>
);

/** Where a role comes from while no ARN is entered for it. */
function createdHint({ id }: Variable, draft: Draft, ruleset: Ruleset): string {
  const [arn, ...others] = impliedArns(draft, partitionOf(draft), ruleset).get(id) ?? [];
  if (arn === undefined) return '';
  if (others.length > 0)
    return `Includes ${others.length + 1} roles of this set: ${[arn, ...others].map(nameInArn).join(', ')}.`;
  const exists = statedRoles(draft, partitionOf(draft), ruleset).some(
    ({ state }) => state.kind === 'exists' && state.arns.includes(arn),
  );
  if (exists) return `This role exists as ${arn}, which is entered in place of its name.`;
  return `The export creates this role as ${nameInArn(arn)}. If the role exists already, enter its ARN.`;
}

function errorFor(variable: Variable, rule: string | undefined, partition: string | undefined) {
  if (rule === undefined) return {};
  const [example] = exampleValues(variable, partition ?? 'aws');
  return { error: `${rule} Example: ${example}` };
}

function focusLast(field: HTMLDivElement | null): void {
  const inputs = field?.querySelectorAll('input');
  inputs?.item(inputs.length - 1).focus();
}
