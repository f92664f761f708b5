import { findPersona } from '../../policies/library/ruleset.ts';
import type { Variable } from '../../policies/library/variables/variable.ts';
import { roleConflictsOf } from '../../state/derived/roleFields.ts';
import { useRuleset, useStore } from '../../state/store.ts';
import { FieldError } from '../common/Field.tsx';
import { Stack } from '../common/Stack.tsx';

type Conflict = ReturnType<typeof roleConflictsOf>[number];

const RULE = 'Role names must be unique within an account, regardless of path and case.';
const CHOICE = 'or select “One role for all personas” in step 6';

/** What is wrong with a role, for the persona whose role is entered in the field. */
const sentences: Readonly<
  Record<Conflict['conflict'], (conflict: Conflict, others: string, isCreated: boolean) => string>
> = {
  shared: (_, others) =>
    `This role is also entered for ${others}, so it gets the permissions of all these personas. Enter a different role, ${CHOICE}.`,
  taken: ({ name, arns, created }, _, isCreated) =>
    isCreated
      ? `A role named ${name} already exists: ${arns.join(', ')}. ${RULE} Enter another name, ${CHOICE}. Until you do, the export doesn’t create this role.`
      : `The export can’t create “${created}”, because its name, ${name}, is the name of this role. ${RULE} Enter another name for “${created}”, ${CHOICE}.`,
  ambiguous: ({ name, arns }) =>
    `These ARNs have the same role name, ${name}: ${arns.join(', ')}. ${RULE} Enter the exact ARN of each role. If the roles are in different accounts, also enter the account ID.`,
};

/** Below the field where the role of these personas is entered: how it conflicts with the roles of others. */
export function RoleConflicts({ of, id }: { readonly of: readonly string[]; readonly id?: string }) {
  const ruleset = useRuleset();
  const conflicts = useStore(({ draft }) => roleConflictsOf(draft));
  const has = ({ personas: having }: Conflict['holders'][number]) =>
    having.some((persona) => of.includes(persona));
  const found = conflicts.filter(({ holders }) => holders.some(has));
  if (found.length === 0) return null;
  return (
    <Stack mb={3} id={id}>
      {found.map((conflict) => {
        const { name, holders } = conflict;
        const others = holders.filter((holder) => !has(holder)).flatMap((holder) => holder.personas);
        const titles = others
          .map((persona) => `“${findPersona(persona, ruleset)?.title ?? persona}”`)
          .join(', ');
        const isCreated = holders.some((holder) => has(holder) && holder.created);
        return (
          <FieldError key={name}>{sentences[conflict.conflict](conflict, titles, isCreated)}</FieldError>
        );
      })}
    </Stack>
  );
}

/** The same for the variable with the ARN of a persona's role, while it has a value. */
export function VariableConflicts({ variable }: { readonly variable: Variable }) {
  const ruleset = useRuleset();
  const isEntered = useStore(({ draft }) => isGiven(draft.variables[variable.id]));
  const persona = ruleset.personas.find(({ roleVariable }) => roleVariable === variable.id);
  return isEntered && persona ? <RoleConflicts of={[persona.id]} id={conflictsId(variable.id)} /> : null;
}

/** By which a field says that its conflicts describe it. */
export const conflictsId = (field: string): string => `${field}-conflicts`;

export const isGiven = (values: readonly string[] = []): boolean =>
  values.some((value) => value.trim() !== '');
