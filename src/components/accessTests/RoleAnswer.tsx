import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useMemo } from 'react';
import { escapeJson } from '../../policies/language/characters/escapeCharacters.ts';
import { fillExamples } from '../../policies/compose/exampleValues.ts';
import { missingStatement, type RefusedCall } from '../../policies/accessTests/accessDenied.ts';
import { offersFor } from '../../policies/accessTests/activitiesThatAllow.ts';
import { identityPolicies } from '../../policies/accessTests/policySets.ts';
import { findActivity } from '../../policies/library/ruleset.ts';
import { isStorableProof } from '../../policies/share/readDraft.ts';
import { shownVerdict } from '../../policies/simulate/otherReading.ts';
import { prepare } from '../../policies/simulate/prepare.ts';
import type { AccessRequest } from '../../policies/simulate/request.ts';
import { deliveredOf } from '../../state/derived/derived.ts';
import { toggleActivity } from '../../policies/draft/editDraft.ts';
import { nextProofId, putProof } from '../../state/accessTests/proofEdits.ts';
import { edit, useRuleset, useStore } from '../../state/store.ts';
import { CopyButton } from '../common/CopyButton.tsx';
import { Explanation } from '../common/explain/Explanation.tsx';
import { layerNames } from '../common/explain/words.ts';
import { ForeignText } from '../common/ForeignText.tsx';

const Bar = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 8,
  alignItems: 'center',
  margin: '8px 0',
});
const Code = styled('pre')({
  margin: '4px 0',
  padding: 8,
  background: 'var(--sunken)',
  fontSize: 12,
  overflow: 'auto',
});

interface RoleAnswerProps {
  readonly call: RefusedCall;
  readonly persona: string;
  onDone(): void;
}

/** The refused call asked of a role's policies, and what would allow it: a choice of the wizard, or a statement. */
export function RoleAnswer({ call, persona, onDone }: RoleAnswerProps) {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const request = useMemo(
    () => ({ principal: call.principal, action: call.action, resource: { arn: call.resource }, context: {} }),
    [call],
  );
  const policies = useMemo(
    () => identityPolicies(deliveredOf(fillExamples(draft, ruleset)).documents, persona),
    [draft, ruleset, persona],
  );
  const verdict = useMemo(
    () => shownVerdict(prepare(policies.set).verdict(request, { missingKeys: 'unknown' })),
    [policies, request],
  );
  const refused = verdict === 'implicitDeny';
  const proof = {
    id: nextProofId(draft),
    persona,
    title: `${call.action} as in the message`,
    expect: 'allowed' as const,
    action: call.action,
    resource: call.resource,
    context: {},
  };
  const add = () => {
    edit((before) => putProof(before, proof), 'Test added');
    onDone();
  };
  return (
    <>
      <p>These policies say:</p>
      <Explanation
        of={`refusal ${persona} ${call.action} ${call.resource}`}
        request={request}
        policies={policies}
        missingKeys="unknown"
      />
      {verdict === 'allowed' && (
        <p>The refusal came from elsewhere: another policy, or an older version of this one.</p>
      )}
      {call.explicit === true && <Denied layer={call.layer} />}
      {refused && call.explicit !== true && <Missing call={call} persona={persona} request={request} />}
      <Bar>
        {isStorableProof(proof) ? (
          <Button variant="outlined" onClick={add}>
            Add as a test: expected allow
          </Button>
        ) : (
          'The call is too long to be kept as a test.'
        )}
      </Bar>
    </>
  );
}

function Denied({ layer }: Pick<RefusedCall, 'layer'>) {
  return (
    <p>
      A statement denies it, so that no Allow helps. Look for that statement
      {layer && ` in the ${layerNames[layer]}`}, and at what its conditions let pass.
    </p>
  );
}

interface MissingProps {
  readonly call: RefusedCall;
  readonly persona: string;
  readonly request: AccessRequest;
}

/** What would allow the call: choices of the wizard, each tried, and the bare statement. */
function Missing({ call, persona, request }: MissingProps) {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const offers = useMemo(
    () => offersFor(draft, persona, request, ruleset),
    [draft, persona, request, ruleset],
  );
  const text = escapeJson(JSON.stringify(missingStatement(call), null, 2));
  const elsewhere = call.layer && call.layer !== 'identity' ? call.layer : undefined;
  const choose = (activity: string) =>
    edit(
      (before) => toggleActivity(before, persona, activity, ruleset),
      `Chosen: ${findActivity(activity, ruleset)?.title ?? activity}`,
    );
  return (
    <>
      {(elsewhere ? [] : offers).map(({ activity }) => (
        <Bar key={activity}>
          <Button variant="outlined" onClick={() => choose(activity)}>
            Choose “{findActivity(activity, ruleset)?.title}”, which allows it
          </Button>
        </Bar>
      ))}
      <p>
        The statement that is missing{elsewhere && ` in the ${layerNames[elsewhere]}`}, as narrow as the
        message says; conditions that your other statements ask for are not in it:
      </p>
      <Code tabIndex={0}>
        <ForeignText text={text} use="json" />
      </Code>
      <CopyButton text={text} name="the missing statement" />
    </>
  );
}
