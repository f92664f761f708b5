import type { RefusedCall } from '../../policies/accessTests/refusals/refusedCall.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { shownAnswer } from '../common/useEvidence.ts';
import { NewRolesFailed, useNewRoles } from './NoRoleAnswer.tsx';
import { RoleStarts } from './RoleStarts.tsx';

interface NewRolesProps {
  readonly call: RefusedCall;
  readonly resources: readonly string[];
  /** The role was added, beside those of the set. */
  onAdded(persona: string): void;
}

interface AddOtherRoleProps extends NewRolesProps {
  /** Whether something of the selected role allows the call as well: then this is asked for only when it is opened. */
  readonly isInstead: boolean;
}

/** Roles that the set doesn’t have and that would be allowed to make the call: each is added beside the others. */
export const AddOtherRole = ({ isInstead, ...of }: AddOtherRoleProps) =>
  isInstead ? (
    <Disclosure late label="Add another role instead">
      <NewRoles {...of} />
    </Disclosure>
  ) : (
    <NewRoles {...of} />
  );

function NewRoles({ call, resources, onAdded }: NewRolesProps) {
  const evidence = useNewRoles(call, resources);
  const shown = shownAnswer(evidence)?.answer;
  if (evidence.state === 'failed') return <NewRolesFailed evidence={evidence} />;
  if (shown?.kind !== 'refusalStarts') return <p>Looking for other roles…</p>;
  const { starts } = shown.answer;
  if (starts.length === 0) return <p>No other persona has an activity that allows this call.</p>;
  return (
    <>
      <p>To allow another role to make this call, add one of these. The roles of this set don’t change:</p>
      <RoleStarts starts={starts} labelOf={(title) => `Add a role with “${title}”`} onStarted={onAdded} />
    </>
  );
}
