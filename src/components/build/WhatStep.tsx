import { styled } from '@mui/material/styles';
import { findActivity } from '../../policies/activities/index.ts';
import { personas } from '../../policies/personas/index.ts';
import type { Persona } from '../../policies/personas/persona.ts';
import { useStore } from '../../state/store.ts';
import { personaColour } from '../../theme.ts';
import { PersonaMark } from '../common/PersonaMark.tsx';
import { ActivityRow } from './ActivityRow.tsx';

const Group = styled('fieldset')({ margin: '0 0 16px', padding: 0, border: 'none', minWidth: 0 });
const Legend = styled('legend')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  width: '100%',
  padding: '4px 0',
  fontWeight: 600,
});
const Count = styled('span')({ marginLeft: 'auto', fontSize: 13, fontWeight: 400, color: 'var(--ink-2)' });
const Empty = styled('p')({ margin: '0 0 8px', color: 'var(--ink-2)' });

/** Step 2: what each chosen persona does. */
export function WhatStep() {
  const chosen = useStore((state) => state.draft.personas);
  const shown = personas.filter((persona) => chosen.includes(persona.id));
  if (shown.length === 0) return <Empty>Choose a persona in step 1; its activities are listed here.</Empty>;
  return shown.map((persona) => <PersonaActivities key={persona.id} persona={persona} />);
}

function PersonaActivities({ persona }: { readonly persona: Persona }) {
  const chosen = useStore((state) => state.draft.activities[persona.id]?.length ?? 0);
  return (
    <Group>
      <Legend>
        <PersonaMark persona={persona.id} />
        {persona.title}
        <Count>
          {chosen} of {persona.activities.length}
        </Count>
      </Legend>
      <div style={{ borderLeft: `3px solid ${personaColour(persona.id)}` }}>
        {persona.activities.map((entry) => {
          const activity = findActivity(entry.activity);
          return activity && <ActivityRow key={activity.id} persona={persona.id} activity={activity} />;
        })}
      </div>
    </Group>
  );
}
