import Button from '@mui/material/Button';
import { useMemo } from 'react';
import { missingStatement, type RefusedCall } from '../../policies/accessTests/accessDenied.ts';
import { toggleActivity } from '../../policies/draft/editDraft.ts';
import { escapeJson } from '../../policies/language/characters/escapeCharacters.ts';
import { findActivity } from '../../policies/library/ruleset.ts';
import type { AccessRequest } from '../../policies/simulate/request.ts';
import type { EvidenceQuestion } from '../../state/evidence/protocol.ts';
import { edit, useRuleset, useStore } from '../../state/store.ts';
import { CopyButton } from '../common/CopyButton.tsx';
import { layerNames } from '../common/explain/words.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { useEvidence } from '../common/useEvidence.ts';
import { Stack } from '../common/Stack.tsx';
import { CodeBlock } from '../common/Code.tsx';

interface MissingProps {
  readonly call: RefusedCall;
  readonly persona: string;
  readonly request: AccessRequest;
}

/** What would allow the call: choices of the wizard, each tried, and the bare statement. */
export function MissingPermission({ call, persona, request }: MissingProps) {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const question = useMemo(
    (): EvidenceQuestion => ({
      place: 'offers',
      kind: 'offers',
      draft,
      persona,
      request,
      otherSide: {},
      preset: ruleset.preset,
    }),
    [draft, persona, request, ruleset],
  );
  const evidence = useEvidence(question, null);
  const offers =
    evidence.state === 'answered' && evidence.answer.kind === 'offers' ? evidence.answer.offers : [];
  const elsewhere = call.layer && call.layer !== 'identity' ? call.layer : undefined;
  const choose = (activity: string) =>
    edit(
      (before) => toggleActivity(before, persona, activity, ruleset),
      `Selected: ${findActivity(activity, ruleset)?.title ?? activity}`,
    );
  return (
    <>
      {(elsewhere ? [] : offers).map(({ activity }) => (
        <Stack row gap={2} mt={2} mb={2} key={activity}>
          <Button variant="outlined" onClick={() => choose(activity)}>
            Add “{findActivity(activity, ruleset)?.title}” to allow it
          </Button>
        </Stack>
      ))}
      <MissingStatement call={call} />
    </>
  );
}

/** The bare statement that would allow the call, in the kind of policy that refused it. */
export function MissingStatement({ call }: Pick<MissingProps, 'call'>) {
  const text = escapeJson(JSON.stringify(missingStatement(call), null, 2));
  const elsewhere = call.layer && call.layer !== 'identity' ? call.layer : undefined;
  return (
    <>
      <p>
        Missing statement{elsewhere && ` in the ${layerNames[elsewhere]}`}, limited to the action and resource
        in the message. Add the conditions of your other statements if they apply:
      </p>
      <CodeBlock mt={1} mb={1} tabIndex={0}>
        <ForeignText text={text} use="json" />
      </CodeBlock>
      <CopyButton text={text} name="the missing statement" />
    </>
  );
}
