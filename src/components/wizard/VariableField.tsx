import type { Draft } from '../../policies/model/draft.ts';
import { nameInArn } from '../../policies/compose/sharedRoles.ts';
import type { Variable } from '../../policies/library/variables/variable.ts';
import { setValues } from '../../policies/draft/editDraft.ts';
import { impliedArnsOf, rolesWithStateOf } from '../../state/derived/roleFields.ts';
import { edit, show, useStore } from '../../state/store.ts';
import { Placeholders } from './Placeholders.tsx';
import { PassedRoles } from './PassedRoles.tsx';
import { conflictsId } from './RoleConflicts.tsx';
import { RoleValues } from './RoleValues.tsx';
import { ValuesField } from './ValuesField.tsx';

const none: readonly string[] = [];

/** One variable: its values for all roles, and those of roles that have their own. */
export function VariableField({ variable }: { readonly variable: Variable }) {
  const values = useStore(({ draft }) => draft.variables[variable.id] ?? none);
  const hint = useStore(({ draft }) => createdHint(variable, draft));
  return (
    <>
      <ValuesField
        variable={variable}
        label={variable.label}
        values={values}
        aside={<Placeholders of={variable} />}
        help={`${variable.help} ${hint}`}
        describedBy={conflictsId(variable.id)}
        onFocus={() => show({ focused: { variable: variable.id } })}
        onChange={(change, what, typed) =>
          edit(
            (current) => setValues(current, variable.id, change(current.variables[variable.id] ?? none)),
            `${variable.label}${what}`,
            typed === undefined ? undefined : `${variable.id}-${typed}`,
          )
        }
      />
      {variable.kind === 'roleArn' ? <PassedRoles variable={variable} /> : <RoleValues variable={variable} />}
    </>
  );
}

/** Where a role comes from while no ARN is entered for it. */
function createdHint({ id }: Variable, draft: Draft): string {
  const [arn, ...others] = impliedArnsOf(draft).get(id) ?? [];
  if (arn === undefined) return '';
  if (others.length > 0)
    return `Includes ${others.length + 1} roles of this set: ${[arn, ...others].map(nameInArn).join(', ')}.`;
  const exists = rolesWithStateOf(draft).some(
    ({ state }) => state.kind === 'exists' && state.arns.includes(arn),
  );
  if (exists) return `This role exists as ${arn}, because its ARN is entered instead of its name.`;
  return `The export creates this role as ${nameInArn(arn)}. If the role already exists, enter its name or ARN.`;
}
