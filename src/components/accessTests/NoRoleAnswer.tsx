import Button from '@mui/material/Button';
import { useEffect, useMemo, useState } from 'react';
import type { RefusedCall } from '../../policies/accessTests/accessDenied.ts';
import { draftAllowing, draftForCall } from '../../policies/accessTests/draftForCall.ts';
import { findActivity } from '../../policies/library/ruleset.ts';
import type { Persona } from '../../policies/library/personas/persona.ts';
import type { EvidenceQuestion } from '../../state/evidence/protocol.ts';
import { goToChoice } from '../../state/derived/choicesBehind.ts';
import { edit, useRuleset } from '../../state/store.ts';
import { layerNames } from '../common/explain/words.ts';
import { List } from '../common/List.tsx';
import { PersonaMark } from '../common/PersonaMark.tsx';
import { Stack } from '../common/Stack.tsx';
import { useEvidence } from '../common/useEvidence.ts';
import { MissingStatement } from './MissingPermission.tsx';

interface NoRoleAnswerProps {
  readonly call: RefusedCall;
  onDone(): void;
}

/** The answer while the draft has no role: what is missing, and where a set of policies with it would begin. */
export function NoRoleAnswer({ call, onDone }: NoRoleAnswerProps) {
  const ruleset = useRuleset();
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  if (call.explicit === true) {
    return (
      <p>
        A Deny statement refused the call, so adding an Allow doesn’t help. Look for the statement
        {call.layer && ` in the ${layerNames[call.layer]}`}, and check its conditions.
      </p>
    );
  }
  const roles = ruleset.personas.filter(({ kind }) => kind === 'identity');
  const isElsewhere = call.layer !== undefined && call.layer !== 'identity';
  return (
    <>
      <MissingStatement call={call} />
      {!isElsewhere && (
        <>
          <p role="status">
            {without.size === roles.length
              ? 'No activity allows this call with the values in the message. Add the statement to the policy of the role.'
              : 'To build a role that allows it, select one of these:'}
          </p>
          <List look="rows">
            {roles.map((persona) => (
              <PersonaOffers
                key={persona.id}
                persona={persona}
                call={call}
                onNone={setWithout}
                onDone={onDone}
              />
            ))}
          </List>
        </>
      )}
    </>
  );
}

interface PersonaOffersProps extends NoRoleAnswerProps {
  readonly persona: Persona;
  /** Adds the persona to those that have no such activity. */
  onNone(add: (before: ReadonlySet<string>) => ReadonlySet<string>): void;
}

/** The activities of a persona that allow the call, each tried with the values that the message gives. */
function PersonaOffers({ persona, call, onNone, onDone }: PersonaOffersProps) {
  const ruleset = useRuleset();
  const question = useMemo(
    (): EvidenceQuestion => ({
      place: `offers ${persona.id}`,
      kind: 'offers',
      draft: draftForCall(call, persona.id, ruleset),
      persona: persona.id,
      request: {
        principal: call.principal,
        action: call.action,
        resource: { arn: call.resource },
        context: {},
      },
      otherSide: {},
      preset: ruleset.preset,
    }),
    [persona, call, ruleset],
  );
  const evidence = useEvidence(question, null);
  const offers =
    evidence.state === 'answered' && evidence.answer.kind === 'offers' ? evidence.answer.offers : [];
  const none = evidence.state === 'answered' && offers.length === 0;
  useEffect(() => {
    if (none) onNone((before) => new Set([...before, persona.id]));
  }, [none, onNone, persona.id]);
  if (offers.length === 0) return null;
  const start = (activity: string) => {
    edit((before) => draftAllowing(before, call, persona.id, activity, ruleset), `${persona.title} selected`);
    onDone();
    goToChoice({ label: persona.title, step: 'what', choice: { persona: persona.id, activity } });
  };
  return (
    <li>
      <Stack row gap={2}>
        <PersonaMark persona={persona.id} />
        <span>{persona.title}</span>
      </Stack>
      {offers.map(({ activity }) => (
        <Button key={activity} onClick={() => start(activity)}>
          Start with “{findActivity(activity, ruleset)?.title}”
        </Button>
      ))}
    </li>
  );
}
