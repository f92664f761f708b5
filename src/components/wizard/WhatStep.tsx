import { useState } from 'react';
import type { Activity } from '../../policies/library/activities/activity.ts';
import { findActivity, type Ruleset } from '../../policies/library/ruleset.ts';
import type { Draft } from '../../policies/model/draft.ts';
import type { Persona } from '../../policies/library/personas/persona.ts';
import { activityChoices } from '../../policies/draft/editDraft.ts';
import { useRuleset, useStore } from '../../state/store.ts';
import { personaColor } from '../common/colors.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { PersonaMark } from '../common/PersonaMark.tsx';
import { ActivityRow } from './ActivityRow.tsx';
import { EndpointChecklist } from './EndpointChecklist.tsx';
import { FindBox } from './FindBox.tsx';
import { matches } from './matches.ts';
import { Note } from '../common/Note.tsx';
import { Heading } from '../common/Heading.tsx';
import { FieldGroup } from '../common/Field.tsx';
import { Box } from '../common/Box.tsx';

/** From this many activities on there is something to find. */
const MANY = 8;

/** Step 2: what each selected persona does. */
export function WhatStep() {
  const ruleset = useRuleset();
  const [query, setQuery] = useState('');
  const ids = useStore((state) => state.draft.personas);
  const personas = ruleset.personas.filter(({ id }) => ids.includes(id));
  if (personas.length === 0) return <Note mb={2}>Select a persona in step 1 to see its activities.</Note>;
  const lists = personas.map((persona) => ({ persona, found: activitiesOf(persona, query, ruleset) }));
  const offered = personas.reduce((sum, persona) => sum + persona.activities.length, 0);
  const found = lists.reduce((sum, list) => sum + list.found.length, 0);
  return (
    <>
      {offered > MANY && <FindBox label="Find an activity" value={query} onChange={setQuery} found={found} />}
      {lists.map((list) => list.found.length > 0 && <PersonaActivities key={list.persona.id} {...list} />)}
    </>
  );
}

function activitiesOf(persona: Persona, query: string, ruleset: Ruleset): readonly Activity[] {
  return persona.activities
    .flatMap(({ activity }) => findActivity(activity, ruleset) ?? [])
    .filter(({ title, summary, hardened = [], published = [] }) =>
      matches(query, [
        title,
        summary,
        persona.title,
        ...[...hardened, ...published].flatMap(({ Action }) => Action),
      ]),
    );
}

const origins: readonly (readonly [title: string, is: (activity: Activity) => boolean])[] = [
  ['From the AWS guide', ({ status }) => status === undefined || status === 'retired'],
  ['From SageMaker Role Manager', ({ status }) => status === 'roleManager'],
  ['From your organization', ({ status }) => status === 'organization'],
  ['More activities', ({ status }) => status === 'missingInGuide'],
];

interface PersonaActivitiesProps {
  readonly persona: Persona;
  readonly found: readonly Activity[];
}

function PersonaActivities({ persona, found }: PersonaActivitiesProps) {
  const selectedCount = useStore((state) => state.draft.activities[persona.id]?.length ?? 0);
  const groups = origins
    .map(([title, is]) => ({ title, members: found.filter(is) }))
    .filter(({ members }) => members.length > 0);
  return (
    <FieldGroup
      mb={4}
      legend={
        <>
          <PersonaMark persona={persona.id} />
          {persona.title}
        </>
      }
      aside={
        <>
          {selectedCount} of {persona.activities.length}
        </>
      }
    >
      <div style={{ borderLeft: `3px solid ${personaColor(persona.id)}` }}>
        {groups.map(({ title, members }) => (
          <ActivityGroup
            key={title}
            title={title}
            persona={persona.id}
            members={members}
            alone={groups.length === 1}
          />
        ))}
      </div>
      {persona.kind === 'vpc-endpoint' && <EndpointChecklist />}
    </FieldGroup>
  );
}

interface ActivityGroupProps {
  readonly title: string;
  readonly persona: string;
  readonly members: readonly Activity[];
  readonly alone: boolean;
}

/** Role Manager's list is long: it is folded while none of it is selected and nothing is looked for. */
function ActivityGroup({ title, persona, members, alone }: ActivityGroupProps) {
  const selectedCount = useStore(
    ({ draft }) => members.filter(({ id }) => isChosen(draft, persona, id)).length,
  );
  const rows = members.map((activity) => (
    <ActivityRow key={activity.id} persona={persona} activity={activity} />
  ));
  if (alone) return rows;
  if (members[0]?.status !== 'roleManager') {
    return (
      <div>
        <Heading look="list" tone="quiet" mt={2} mb={1} px={3}>
          {title}
        </Heading>
        {rows}
      </div>
    );
  }
  return (
    <Box py={1} pl={3}>
      <Disclosure label={`${title}: ${selectedCount} of ${members.length}`} startsOpen={selectedCount > 0}>
        {rows}
      </Disclosure>
    </Box>
  );
}

const isChosen = (draft: Draft, persona: string, activity: string): boolean =>
  activityChoices(draft, persona).some((choice) => choice.activity === activity);
