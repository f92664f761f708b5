import { splitAction } from '../../../policies/catalog/lookup.ts';
import type { ProofPolicies } from '../../../policies/accessTests/policySets.ts';
import type { AccessRequest } from '../../../policies/simulate/request.ts';
import { simulate } from '../../../policies/simulate/simulate.ts';
import { ForeignText } from '../ForeignText.tsx';
import { useServices } from '../useServices.ts';
import { Note } from '../Note.tsx';

interface UnknownKeysProps {
  readonly request: AccessRequest;
  readonly policies: ProofPolicies;
}

/** What of a call AWS does not know: it is asked all the same, but no real call looks like it. */
export function UnknownKeys({ request, policies }: UnknownKeysProps) {
  const [service] = splitAction(request.action);
  const services = useServices([service]);
  if (services.state !== 'ready') return null;
  const { catalog } = services;
  if (catalog.actions(request.action).state === 'unknown')
    return (
      <Note tone="warning">
        AWS lists no action <ForeignText text={request.action} />, so that this call is never made.
      </Note>
    );
  const { unknownKeys } = simulate(request, policies.set, { catalog });
  if (unknownKeys.length === 0) return null;
  return (
    <Note tone="warning">
      AWS does not send <ForeignText text={unknownKeys.join(', ')} /> with{' '}
      <ForeignText text={request.action} />.
    </Note>
  );
}
