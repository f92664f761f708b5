import { draftConflicts } from '../../policies/compose/draftConflicts.ts';
import { findPersona, personas } from '../../policies/library/personas/index.ts';
import type { Variable } from '../../policies/library/variables/variable.ts';
import { useStore } from '../../state/store.ts';
import { Icon } from '../common/Icon.tsx';
import { Problem } from './inputParts.ts';

type Conflict = ReturnType<typeof draftConflicts>[number];

const RULE = 'Role names are unique in an account, without regard to path and case.';
const CHOICE = 'or choose “One role that does everything” in step 6';

/** What is wrong with a role, for the persona at whose field it is said. */
const sentences: Readonly<
  Record<Conflict['conflict'], (conflict: Conflict, others: string, isCreated: boolean) => string>
> = {
  shared: (_, others) =>
    `This role is also given for: ${others}. It gets the permissions of all of them. Enter a different role, ${CHOICE}.`,
  taken: ({ name, arns, created }, _, isCreated) =>
    isCreated
      ? `A role named ${name} exists: ${arns.join(', ')}. ${RULE} Enter another name, ${CHOICE}. Until then the export doesn’t create this role.`
      : `The name of this role, ${name}, is also entered for a role that the export creates: ${created}. ${RULE} Enter another name for it, ${CHOICE}.`,
  ambiguous: ({ name, arns }) =>
    `These ARNs have one role name, ${name}: ${arns.join(', ')}. ${RULE} Enter the exact ARN of each role. If they are in different accounts, enter the account ID.`,
};

/** What is wrong with the role of these personas because of others, below the field where the role is entered. */
export function RoleConflicts({ of }: { readonly of: readonly string[] }) {
  const draft = useStore((state) => state.draft);
  const has = ({ personas: having }: Conflict['holders'][number]) =>
    having.some((persona) => of.includes(persona));
  const found = draftConflicts(draft).filter(({ holders }) => holders.some(has));
  if (found.length === 0) return null;
  return (
    <div>
      {found.map((conflict) => {
        const { name, holders } = conflict;
        const others = holders.filter((holder) => !has(holder)).flatMap((holder) => holder.personas);
        const titles = others.map((persona) => findPersona(persona)?.title ?? persona).join(', ');
        const isCreated = holders.some((holder) => has(holder) && holder.created);
        return (
          <Problem key={name}>
            <Icon name="warning" />
            <span>{sentences[conflict.conflict](conflict, titles, isCreated)}</span>
          </Problem>
        );
      })}
    </div>
  );
}

/** The same for the variable with the ARN of a persona's role, while it has a value. */
export function VariableConflicts({ variable }: { readonly variable: Variable }) {
  const isEntered = useStore(({ draft }) => isGiven(draft.variables[variable.id]));
  const persona = personas.find(({ roleVariable }) => roleVariable === variable.id);
  return isEntered && persona ? <RoleConflicts of={[persona.id]} /> : null;
}

export const isGiven = (values: readonly string[] = []): boolean =>
  values.some((value) => value.trim() !== '');
