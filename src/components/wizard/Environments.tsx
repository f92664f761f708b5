import Button from '@mui/material/Button';
import { sharedAccountIds } from '../../policies/compose/environmentValues.ts';
import { MOST_ENVIRONMENTS, removeEnvironment, varyingVariables } from '../../policies/draft/environments.ts';
import { findVariable } from '../../policies/library/ruleset.ts';
import type { Environment } from '../../policies/model/draft.ts';
import { edit, useRuleset, useStore } from '../../state/store.ts';
import { FieldGroup } from '../common/Field.tsx';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';
import { Warning } from '../common/Warning.tsx';
import { AddEnvironment, AddVariable } from './AddToEnvironments.tsx';
import { VaryingVariable } from './VaryingVariable.tsx';

const none: readonly Environment[] = [];

/** The environments of a set, and the values that differ among them. */
export function Environments() {
  const environments = useStore(({ draft }) => draft.environments ?? none);
  const draft = useStore((state) => state.draft);
  const ruleset = useRuleset();
  const varying = [...varyingVariables(draft)].flatMap((id) => findVariable(id, ruleset) ?? []);
  return (
    <FieldGroup mt={1} mb={2} legend="Environments">
      <Note mb={2}>
        {environments.length === 0
          ? 'Use one set of policies in several environments, such as dev and prod. In exported code, the values that differ are parameters, with a file of values for each environment.'
          : 'The values above are the shared values. To see the policies, findings, and tests of an environment, select it under Environment, above the policy. Exports use the values of each environment.'}
      </Note>
      {environments.map(({ name }) => (
        <Stack key={name} row gap={2}>
          <code>{name}</code>
          <Button
            onClick={() =>
              edit((current) => removeEnvironment(current, name), `Environment deleted: ${name}`)
            }
          >
            Delete<span className="visually-hidden"> environment {name}</span>
          </Button>
        </Stack>
      ))}
      {varying.map((variable) => (
        <VaryingVariable key={variable.id} variable={variable} environments={environments} />
      ))}
      <SharedAccountIds />
      {environments.length > 0 && <AddVariable />}
      {environments.length < MOST_ENVIRONMENTS && <AddEnvironment />}
    </FieldGroup>
  );
}

function SharedAccountIds() {
  const ruleset = useRuleset();
  const shared = useStore((state) => state.draft);
  const labels = sharedAccountIds(shared, ruleset).map(({ label }) => label);
  if (labels.length === 0) return null;
  return (
    <Warning mb={2}>
      These values contain an account ID and are the same in every environment: {labels.join(', ')}. Add them
      below if each account has its own.
    </Warning>
  );
}
