import { chosenPersonas } from '../../policies/chosen.ts';
import type { Draft } from '../../policies/draft.ts';
import type { RefusedCall } from '../../policies/proofs/accessDenied.ts';

/** The persona whose role has the name that the message has. */
export function personaOf({ principal }: RefusedCall, draft: Draft): string | undefined {
  const role = /(?:assumed-role|role)\/(?:.*\/)?([^/]+)/.exec(
    principal.replace(/(:assumed-role\/[^/]+)\/.*/, '$1'),
  )?.[1];
  const found = chosenPersonas(draft).find(({ roleVariable }) =>
    (draft.variables[roleVariable ?? ''] ?? []).some((arn) => arn.split('/').at(-1) === role),
  );
  return found?.id;
}
