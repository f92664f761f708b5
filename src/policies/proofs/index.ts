import { whenRulesChange } from '../presets/inForce.ts';
import { callers } from './guardrails/callers.ts';
import { compute } from './guardrails/compute.ts';
import { encryption } from './guardrails/encryption.ts';
import type { GuardrailProofs } from './guardrails/guardrailProof.ts';
import { network } from './guardrails/network.ts';
import { notebooks } from './guardrails/notebooks.ts';
import { studio } from './guardrails/studio.ts';
import { tags } from './guardrails/tags.ts';
import { dataScientist } from './personas/dataScientist.ts';
import { hostingRole } from './personas/hostingRole.ts';
import { imageBuildRole } from './personas/imageBuildRole.ts';
import { mlopsEngineer } from './personas/mlopsEngineer.ts';
import { notebookRole } from './personas/notebookRole.ts';
import { trainingRole } from './personas/trainingRole.ts';
import { vpcEndpoint } from './personas/vpcEndpoint.ts';
import type { Proof } from './proof.ts';

/** Without any preset. */
export const ourProofs: Readonly<Record<string, readonly Proof[]>> = {
  dataScientist,
  notebookRole,
  trainingRole,
  hostingRole,
  vpcEndpoint,
  mlopsEngineer,
  imageBuildRole,
};

/** Persona id → what its policies must allow and must deny; the organisation's come last. */
export let personaProofs = ourProofs;

whenRulesChange((rules) => {
  personaProofs = rules.proofs(ourProofs);
});

/** Guardrail id → what it must deny, and what it must leave alone. */
export const guardrailProofs: GuardrailProofs = {
  ...network,
  ...encryption,
  ...compute,
  ...notebooks,
  ...studio,
  ...tags,
  ...callers,
};
