import Button from '@mui/material/Button';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { commands } from '../../state/commands.ts';
import { selectedPersonas } from '../../policies/draft/selection.ts';
import type { Variable } from '../../policies/library/variables/variable.ts';
import { guaranteeVariablesOf, problemsOf, variablesOf } from '../../state/derived/derived.ts';
import { stepOf } from '../../state/derived/progress.ts';
import { show, useRuleset, useStore } from '../../state/store.ts';
import { RoleNames } from './RoleNames.tsx';
import { VariableFields } from './VariableFields.tsx';
import { hasOnlyDefault, type WhereGroup, whereGroupOf, whereGroups } from './whereGroups.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { LazyBoundary } from '../common/LazyBoundary.tsx';
import { Note } from '../common/Note.tsx';
import { FieldGroup } from '../common/Field.tsx';
import { Stack } from '../common/Stack.tsx';

const Environments = lazy(() =>
  import('./Environments.tsx').then((module) => ({ default: module.Environments })),
);

/** Step 3: the values that the chosen activities need, each asked for once. */
export function WhereStep() {
  const draft = useStore((state) => state.draft);
  const used = variablesOf(draft).filter((variable) => stepOf(variable) === 'where');
  const ruleset = useRuleset();
  const hasRoles = selectedPersonas(draft, ruleset).some(({ kind }) => kind === 'identity');
  // A field that is folded stays so while it is typed into.
  const [folded] = useState(
    () => new Set(used.filter((variable) => hasOnlyDefault(variable, draft)).map(({ id }) => id)),
  );
  const onlyNamed = guaranteeVariablesOf(draft);
  const guaranteed = onlyNamed.length > 0 && (
    <FieldGroup mt={2} mb={2} legend="Used only in your guarantees">
      <VariableFields variables={onlyNamed} />
    </FieldGroup>
  );
  if (used.length === 0) {
    return (
      <>
        <Note mb={2}>{noValues[draft.personas.length > 0 ? 'notNeeded' : 'noPersona']}</Note>
        <Roles />
        {guaranteed}
      </>
    );
  }
  return (
    <>
      <HowToEnter />
      {whereGroups.map(([group, title]) => (
        <VariableGroupFields key={group} group={group} title={title} used={used} folded={folded}>
          {group === 'roles' && hasRoles && <Roles />}
        </VariableGroupFields>
      ))}
      {guaranteed}
      <LazyBoundary fallback={null}>
        <Suspense fallback={null}>
          <Environments />
        </Suspense>
      </LazyBoundary>
    </>
  );
}

const noValues = {
  notNeeded: 'The selected activities don’t need values.',
  noPersona: 'Select a persona in step 1 to see the values that its activities need.',
} as const;

const HowToEnter = () => (
  <>
    <Note mb={2}>
      Enter each value once, in any form: a name, an ARN, a URI, or a console URL. Empty values stay as
      placeholders in the policies, except for roles that the export creates.
    </Note>
    <Stack row gap={2}>
      <Button variant="outlined" onClick={() => show({ dialog: 'values' })}>
        Paste values…
      </Button>
      <Button variant="outlined" onClick={() => commands.fillExamples.run()}>
        {commands.fillExamples.label}
      </Button>
    </Stack>
  </>
);

const Roles = () => (
  <RoleNames>
    {(fields) => (
      <FieldGroup small mt={1} mb={2} legend="Names of roles to create">
        <Note mb={2}>
          Leave a name empty to use the one shown. If a role already exists, enter its ARN in its field above,
          or here if it has no field above.
        </Note>
        {fields}
      </FieldGroup>
    )}
  </RoleNames>
);

interface VariableGroupFieldsProps {
  readonly group: WhereGroup;
  readonly title: string;
  readonly used: readonly Variable[];
  /** Ids of the variables whose defaults do. */
  readonly folded: ReadonlySet<string>;
  /** Further fields of the group. */
  readonly children: ReactNode;
}

function VariableGroupFields({ group, title, used, folded, children }: VariableGroupFieldsProps) {
  const members = used.filter((variable) => whereGroupOf(variable) === group);
  const missing = useMissing(members);
  if (members.length === 0 && children === false) return null;
  const withDefaults = members.filter(({ id }) => folded.has(id));
  return (
    <FieldGroup mt={2} mb={2} legend={title} {...(missing === undefined ? {} : { aside: missing })}>
      <VariableFields variables={members.filter(({ id }) => !folded.has(id))} />
      {children}
      {withDefaults.length > 0 && (
        <Disclosure label={`Defaults: ${withDefaults.map(({ label }) => label).join(', ')}`}>
          <VariableFields variables={withDefaults} />
        </Disclosure>
      )}
    </FieldGroup>
  );
}

/** How many values of a group are still wanted, in words; nothing where none is. */
function useMissing(members: readonly Variable[]): string | undefined {
  const problems = useStore(({ draft }) => problemsOf(draft));
  const of = (wanted: 'unfilled' | 'invalid') =>
    members.filter(({ id }) => problems.some(({ state, variable }) => state === wanted && variable.id === id))
      .length;
  const [missing, invalid] = [of('unfilled'), of('invalid')];
  const parts = [missing > 0 && `${missing} missing`, invalid > 0 && `${invalid} invalid`].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : undefined;
}
