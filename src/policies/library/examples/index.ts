import { endpointAccess } from './endpointAccess.ts';
import type { Example } from './example.ts';
import { guardrailsAsScp } from './guardrailsAsScp.ts';
import { guidePolicies } from './guidePolicies.ts';
import { imagesAndPipelines } from './imagesAndPipelines.ts';
import { insteadOfFullAccess } from './insteadOfFullAccess.ts';
import { registryAccount } from './registryAccount.ts';
import { studioByOwner } from './studioByOwner.ts';
import { trainingInVpc } from './trainingInVpc.ts';
import { twoTeams } from './twoTeams.ts';

/** The examples of the page, in the order in which it offers them. */
export const examples: readonly Example[] = [
  trainingInVpc,
  insteadOfFullAccess,
  studioByOwner,
  twoTeams,
  imagesAndPipelines,
  registryAccount,
  endpointAccess,
  guardrailsAsScp,
  guidePolicies,
];
