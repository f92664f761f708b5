import { countWithNoun } from '../../policies/language/counts.ts';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { findActivity, type Ruleset } from '../../policies/library/ruleset.ts';
import { actionsIn } from '../../policies/managedPolicies/actionsIn.ts';
import { commands } from '../../state/commands.ts';
import { askEvidence } from '../../state/evidence/evidenceClient.ts';
import type { NeededAnswer } from '../../state/evidence/managedProtocol.ts';
import { setNeeded, setUsed, useReplacing } from '../../state/managedPolicies/replacing.ts';
import { useRuleset } from '../../state/store.ts';
import { AnyText } from '../common/AnyText.tsx';
import { Disclosure } from '../common/Disclosure.tsx';
import { Field } from '../common/Field.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { InlineButton } from '../common/InlineButton.tsx';
import { Note } from '../common/Note.tsx';
import { failureWords } from '../common/useEvidence.ts';

/** The activities that allow the actions of a list, and the least beyond them, are selected. */
export function UsedActions() {
  const ruleset = useRuleset();
  const { preset } = ruleset;
  const used = useReplacing((state) => state.used);
  const [status, setStatus] = useState('');
  const actions = actionsIn(used);
  const select = () => {
    setStatus('Looking for the activities…');
    askEvidence(
      { kind: 'needed', place: 'needed activities', actions, preset },
      (answer) => {
        if (answer.kind !== 'needed') return;
        setNeeded(answer.found.needed);
        setStatus(foundText(answer, ruleset));
      },
      (failure) => setStatus(`Couldn’t select the activities: ${failureWords[failure]}.`),
    );
  };
  return (
    <Disclosure label="Select by the actions that your team uses" startsOpen={used !== ''}>
      <Field
        label="Actions"
        help={<WhatToPaste />}
        foot={
          <Button variant="outlined" disabled={actions.length === 0} onClick={select}>
            Select activities for {countWithNoun(actions.length, 'action', 'actions')}
          </Button>
        }
      >
        {(control) => <AnyText {...control} tall={76} value={used} onText={setUsed} />}
      </Field>
      <Note role="status" tone="plain" mb={2}>
        <ForeignText text={status} use="prose" />
      </Note>
    </Disclosure>
  );
}

const WhatToPaste = () => (
  <>
    Paste a list, a policy, or a table that names actions, such as s3:GetObject. For CloudTrail logs, use{' '}
    <InlineButton style={{ margin: '0 -0.25rem' }} onClick={commands.activity.run}>
      {commands.activity.label}
    </InlineButton>
    .
  </>
);

function foundText(
  { found: { needed, left, wider, unknown, isNarrowest } }: NeededAnswer,
  ruleset: Ruleset,
): string {
  const roles = new Set(needed.map(({ persona }) => persona)).size;
  const selected = `${isNarrowest ? 'Selected the activities with the least access that allow them' : 'Selected activities that allow them'}: ${countWithNoun(needed.length, 'activity', 'activities')} of ${countWithNoun(roles, 'role', 'roles')}.`;
  return [
    needed.length > 0 ? selected : wider.length === 0 && 'No activity allows any of these actions.',
    ...wider.map(
      ({ activity, actions: only }) =>
        `Not selected: “${findActivity(activity, ruleset)?.title ?? activity}” allows ${only.join(', ')}, but grants much broader access. Select it below if your team needs it.`,
    ),
    needed.length + wider.length > 0 && left.length > 0 && `No activity allows: ${left.join(', ')}.`,
    unknown.length > 0 && `Not in the AWS data: ${unknown.join(', ')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
