import Button from '@mui/material/Button';
import { lazy, Suspense } from 'react';
import { commands } from '../../state/commands.ts';
import type { Variable, VariableGroup } from '../../policies/library/variables/variable.ts';
import { variablesOf } from '../../state/derived/derived.ts';
import { stepOf } from '../../state/derived/progress.ts';
import { useStore } from '../../state/store.ts';
import { RoleNames } from './RoleNames.tsx';
import { VariableFields } from './VariableFields.tsx';
import { LazyBoundary } from '../common/LazyBoundary.tsx';
import { Note } from '../common/Note.tsx';
import { FieldGroup } from '../common/Field.tsx';

const Environments = lazy(() =>
  import('./Environments.tsx').then((module) => ({ default: module.Environments })),
);

const groups: readonly (readonly [group: VariableGroup, title: string])[] = [
  ['account', 'Account'],
  ['roles', 'Roles that can be passed'],
  ['data', 'Data in S3'],
  ['keys', 'Encryption keys'],
  ['network', 'Network'],
  ['naming', 'Names and tags'],
  ['console', 'Console'],
];

/** Step 3: the values that the chosen activities stand on, each asked for once. */
export function WhereStep() {
  const draft = useStore((state) => state.draft);
  const used = variablesOf(draft).filter((variable) => stepOf(variable) === 'where');
  const chosen = useStore((state) => state.draft.personas.length > 0);
  if (used.length === 0) {
    return (
      <>
        <Note mb={2}>
          {chosen
            ? 'The selected activities don’t need values.'
            : 'Select a persona in step 1 to see the values that its activities need.'}
        </Note>
        <Roles />
      </>
    );
  }
  return (
    <>
      <Note mb={2}>
        Enter each value once. Empty values stay as placeholders in the policies, except for roles that the
        export creates.
      </Note>
      <Button variant="outlined" onClick={() => commands.fillExamples.run()}>
        {commands.fillExamples.label}
      </Button>
      {groups.map(([group, title]) => (
        <VariableGroupFields key={group} group={group} title={title} used={used} />
      ))}
      <Roles />
      <LazyBoundary fallback={null}>
        <Suspense fallback={null}>
          <Environments />
        </Suspense>
      </LazyBoundary>
    </>
  );
}

const Roles = () => (
  <RoleNames>
    {(fields) => (
      <FieldGroup mt={1} mb={2} legend="Names of roles to create">
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
  readonly group: VariableGroup;
  readonly title: string;
  readonly used: readonly Variable[];
}

function VariableGroupFields({ group, title, used }: VariableGroupFieldsProps) {
  const members = used.filter((variable) => variable.group === group);
  if (members.length === 0) return null;
  return (
    <FieldGroup mt={1} mb={2} legend={title}>
      <VariableFields variables={members} />
    </FieldGroup>
  );
}
