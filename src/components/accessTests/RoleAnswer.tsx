import Button from '@mui/material/Button';
import { useMemo } from 'react';
import { fillExamples } from '../../policies/compose/exampleValues.ts';
import type { RefusedCall } from '../../policies/accessTests/accessDenied.ts';
import { identityPolicies } from '../../policies/accessTests/policySets.ts';
import { isStorableProof } from '../../policies/share/readDraft.ts';
import { shownVerdict } from '../../policies/simulate/otherReading.ts';
import { deliveredOf } from '../../state/derived/derived.ts';
import { nextProofId, putProof } from '../../state/accessTests/proofEdits.ts';
import type { EvidenceQuestion } from '../../state/evidence/protocol.ts';
import { edit, useRuleset, useStore } from '../../state/store.ts';
import { Explanation } from '../common/explain/Explanation.tsx';
import { useEvidence } from '../common/useEvidence.ts';
import { layerNames } from '../common/explain/words.ts';
import { MissingPermission } from './MissingPermission.tsx';
import { Stack } from '../common/Stack.tsx';

interface RoleAnswerProps {
  readonly call: RefusedCall;
  readonly persona: string;
  onDone(): void;
}

/** The refused call asked of a role's policies, and what would allow it: a choice of the wizard, or a statement. */
export function RoleAnswer({ call, persona, onDone }: RoleAnswerProps) {
  const draft = useStore((state) => state.draft);
  const { request, policies, verdict } = useRefusal(call, persona);
  const refused = verdict === 'implicitDeny';
  const proof = {
    id: nextProofId(draft),
    persona,
    title: `${call.action} from error message`,
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
      <p>Result with the current policies:</p>
      <Explanation
        of={`refusal ${persona} ${call.action} ${call.resource}`}
        request={request}
        policies={policies}
        missingKeys="unknown"
      />
      {verdict === 'allowed' && <p>The denial came from another policy or an older version of this one.</p>}
      {call.explicit === true && <Denied layer={call.layer} />}
      {refused && call.explicit !== true && (
        <MissingPermission call={call} persona={persona} request={request} />
      )}
      <Stack row gap={2} mt={2} mb={2}>
        {isStorableProof(proof) ? (
          <Button variant="outlined" onClick={add}>
            Add test (expected: Allow)
          </Button>
        ) : (
          'This request is too long for a test.'
        )}
      </Stack>
    </>
  );
}

function Denied({ layer }: Pick<RefusedCall, 'layer'>) {
  return (
    <p>
      An explicit deny overrides every Allow. Find the Deny statement
      {layer && ` in the ${layerNames[layer]}`}, and check its conditions.
    </p>
  );
}

/** The refused call, the policies of the role, and what they say of it; no verdict while that is not known. */
function useRefusal(call: RefusedCall, persona: string) {
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
  const question = useMemo(
    (): EvidenceQuestion => ({
      place: 'refusal',
      kind: 'decision',
      request,
      policies: policies.set,
      missingKeys: 'unknown',
    }),
    [request, policies],
  );
  const evidence = useEvidence(question, null);
  const verdict =
    evidence.state === 'answered' && evidence.answer.kind === 'decision'
      ? shownVerdict(evidence.answer.decision)
      : undefined;
  return { request, policies, verdict };
}
