import Button from '@mui/material/Button';
import { useState } from 'react';
import type { GuardrailGroup } from '../../policies/library/guardrails/guardrail.ts';
import { guardrails } from '../../policies/library/guardrails/index.ts';
import { guardrailNotes } from '../../policies/compose/guardrailNotes.ts';
import { setGuardrails } from '../../policies/draft/editDraft.ts';
import { edit, useRuleset, useStore } from '../../state/store.ts';
import { CopyButton } from '../common/CopyButton.tsx';
import { DeliveryChoice, ExemptionChoice } from './DeliveryChoice.tsx';
import { FindBox } from './FindBox.tsx';
import { GuardrailRow } from './GuardrailRow.tsx';
import { matches } from './matches.ts';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';
import { FieldGroup } from '../common/Field.tsx';

const groups: readonly (readonly [group: GuardrailGroup, title: string])[] = [
  ['network', 'Network'],
  ['encryption', 'Encryption'],
  ['compute', 'Compute and hosting'],
  ['notebooks', 'Notebook instances'],
  ['studio', 'Studio'],
  ['tags', 'Tags'],
  ['callers', 'Network origin of requests'],
  ['stores', 'Data stores of your accounts'],
];

/** Step 4: limits that hold whatever else is allowed, and where they stand. */
export function LimitsStep() {
  const [query, setQuery] = useState('');
  const any = useStore((state) => state.draft.limits.chosen.length > 0);
  const found = guardrails.filter(({ number, title, summary, toComply, deny, resourceControl }) =>
    matches(query, [number, title, summary, toComply, JSON.stringify([deny, resourceControl])]),
  );
  return (
    <>
      <Note mb={2}>
        Guardrails apply regardless of other permissions. Each one lists the request parameters that satisfy
        it.
      </Note>
      <DeliveryChoice />
      <FindBox label="Find a guardrail" value={query} onChange={setQuery} found={found.length} />
      {groups.map(([group, title]) => {
        const members = found.filter((guardrail) => guardrail.group === group);
        return members.length > 0 && <LimitGroup key={group} title={title} members={members} />;
      })}
      {any && (
        <>
          <ExemptionChoice />
          <PassNotes />
        </>
      )}
    </>
  );
}

/** What the people who run into the limits need to know, to hand to them. */
function PassNotes() {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  return (
    <FieldGroup
      small
      mt={2}
      legend="Share with your team"
      help="Each guardrail with the required parameters and the approved values, as Markdown."
    >
      <CopyButton text={guardrailNotes(draft, ruleset)} name="requirements (Markdown)" named />
    </FieldGroup>
  );
}

interface LimitGroupProps {
  readonly title: string;
  readonly members: typeof guardrails;
}

function LimitGroup({ title, members }: LimitGroupProps) {
  const ids = members.map(({ id }) => id);
  const on = useStore(
    (state) => state.draft.limits.chosen.filter(({ guardrail }) => ids.includes(guardrail)).length,
  );
  const all = on === members.length;
  const change = () =>
    edit((draft) => setGuardrails(draft, ids, !all), `${title}: all ${all ? 'cleared' : 'selected'}`);
  return (
    <FieldGroup
      mb={3}
      legend={title}
      aside={
        <>
          {on} of {members.length}
        </>
      }
    >
      {members.map((guardrail) => (
        <GuardrailRow key={guardrail.id} guardrail={guardrail} />
      ))}
      <Stack row flush>
        <Button onClick={change}>
          {all ? 'Clear all' : 'Select all'}
          <span className="visually-hidden"> of {title}</span>
        </Button>
      </Stack>
    </FieldGroup>
  );
}
