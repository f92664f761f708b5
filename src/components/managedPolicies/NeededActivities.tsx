import { findActivity } from '../../policies/library/ruleset.ts';
import type { AllowedActivity } from '../../policies/managedPolicies/managedActivities.ts';
import { isNeeded, setNeeded, toggleNeeded, useReplacing } from '../../state/managedPolicies/replacing.ts';
import { useRuleset } from '../../state/store.ts';
import { Choice } from '../common/Choice.tsx';
import { FieldGroup } from '../common/Field.tsx';
import { Heading } from '../common/Heading.tsx';
import { InlineButton } from '../common/InlineButton.tsx';
import { Note } from '../common/Note.tsx';
import { PersonaMark } from '../common/PersonaMark.tsx';
import { Stack } from '../common/Stack.tsx';
import { UsedActions } from './UsedActions.tsx';

/** The activities of the library of which the managed policy allows something, role by role. */
export function NeededActivities({ activities }: { readonly activities: readonly AllowedActivity[] }) {
  const ruleset = useRuleset();
  const needed = useReplacing((state) => state.needed);
  const personas = ruleset.personas.filter(({ id }) => activities.some(({ persona }) => persona === id));
  return (
    <section aria-label="What your team does">
      <Heading mt={4} mb={1}>
        What your team does
      </Heading>
      <Note mb={1}>
        Select what your team does. Each group becomes a separate role with only the permissions for its
        activities.{' '}
        {needed.length > 0 && <InlineButton onClick={() => setNeeded([])}>Clear all</InlineButton>}
      </Note>
      <UsedActions />
      <Stack columns={360} gap={6} rowGap={3}>
        {personas.map((persona) => (
          <FieldGroup
            key={persona.id}
            legend={
              <Stack as="span" row inline gap={2}>
                <PersonaMark persona={persona.id} />
                {persona.title}
              </Stack>
            }
          >
            {activities
              .filter((one) => one.persona === persona.id)
              .map((one) => (
                <NeededChoice key={one.activity} activity={one} />
              ))}
          </FieldGroup>
        ))}
      </Stack>
    </section>
  );
}

function NeededChoice({ activity: allowed }: { readonly activity: AllowedActivity }) {
  const { persona, activity } = allowed;
  const ruleset = useRuleset();
  const needed = useReplacing((state) => state.needed);
  return (
    <Choice
      type="checkbox"
      checked={isNeeded(needed, allowed)}
      onChange={() => toggleNeeded({ persona, activity })}
      title={findActivity(activity, ruleset)?.title ?? activity}
      help={allowedText(allowed)}
    />
  );
}

const allowedText = ({ actions, missing }: AllowedActivity): string => {
  const allowed = actions - missing.length;
  if (missing.length > 0) return `The managed policy allows ${allowed} of ${actions} actions`;
  return `The managed policy allows ${actions === 1 ? 'its only action' : `all ${actions} actions`}`;
};
