import { entryOf } from '../preset.ts';
import type { Ruleset } from '../ruleset.ts';
import { callers } from './guardrails/callerTests.ts';
import { compute } from './guardrails/computeTests.ts';
import { encryption } from './guardrails/encryptionTests.ts';
import type { GuardrailTests } from './guardrails/guardrailTest.ts';
import { network } from './guardrails/networkTests.ts';
import { notebooks } from './guardrails/notebookTests.ts';
import { dataStores } from './guardrails/storeTests.ts';
import { studio } from './guardrails/studioTests.ts';
import { tags } from './guardrails/tagTests.ts';
import { dataScientist } from './personas/dataScientistTests.ts';
import { endpointCaller } from './personas/endpointCallerTests.ts';
import { hostingRole } from './personas/hostingRoleTests.ts';
import { imageBuildRole } from './personas/imageBuildRoleTests.ts';
import { mlopsEngineer } from './personas/mlopsEngineerTests.ts';
import { notebookRole } from './personas/notebookRoleTests.ts';
import { trainingRole } from './personas/trainingRoleTests.ts';
import { vpcEndpoint } from './personas/vpcEndpointTests.ts';
import type { AccessTest } from './accessTest.ts';
import { pipelineRole } from './personas/pipelineRoleTests.ts';
import { hyperPodInstanceRole } from './personas/hyperPodInstanceRoleTests.ts';
import { hyperPodAdmin } from './personas/hyperPodAdminTests.ts';
import { hyperPodUser } from './personas/hyperPodUserTests.ts';
import { hyperPodAutoscaler } from './personas/hyperPodAutoscalerTests.ts';
import { customizationJobRole } from './personas/customizationJobRoleTests.ts';
import { agentRuntimeRole } from './personas/agentRuntimeRoleTests.ts';
import { modelCustomizer } from './personas/modelCustomizerTests.ts';
import { mlflowServerRole } from './personas/mlflowServerRoleTests.ts';
import { mlflowAdmin } from './personas/mlflowAdminTests.ts';
import { mlflowUser } from './personas/mlflowUserTests.ts';
import { studioUser } from './personas/studioUserTests.ts';
import { modelApprover } from './personas/modelApproverTests.ts';
import { registryReader } from './personas/registryReaderTests.ts';
import { sharedRegistry } from './personas/sharedRegistryTests.ts';
import { applyRole, planRole } from './personas/exportedCodeTests.ts';
import {
  featureAdmin,
  featureReader,
  featureWriter,
  offlineStoreRole,
} from './personas/featureStoreTests.ts';
import { autoMlRole } from './personas/autoMlRoleTests.ts';
import { platformAdmin } from './personas/platformAdminTests.ts';
import { hubAdmin } from './personas/hubAdminTests.ts';
import { labelingManager, labelingRole } from './personas/labelingTests.ts';
import { notebookJobRole } from './personas/notebookJobRoleTests.ts';
import { canvasUser } from './personas/canvasUserTests.ts';
import { unifiedDomainRole } from './personas/unifiedDomainRoleTests.ts';
import {
  unifiedProvisioner,
  unifiedMember,
  unifiedProjectRole,
  unifiedDeployer,
} from './personas/unifiedProjectTests.ts';
import { unifiedQueryRole } from './personas/unifiedQueryRoleTests.ts';

/** Persona id → what its policies must allow and must deny, in the built-in library. */
export const personaTests: Readonly<Record<string, readonly AccessTest[]>> = {
  dataScientist,
  notebookRole,
  trainingRole,
  hostingRole,
  vpcEndpoint,
  mlopsEngineer,
  imageBuildRole,
  endpointCaller,
  pipelineRole,
  hyperPodInstanceRole,
  hyperPodAdmin,
  hyperPodUser,
  hyperPodAutoscaler,
  customizationJobRole,
  agentRuntimeRole,
  modelCustomizer,
  mlflowServerRole,
  mlflowAdmin,
  mlflowUser,
  studioUser,
  modelApprover,
  registryReader,
  sharedRegistry,
  planRole,
  applyRole,
  featureReader,
  featureWriter,
  featureAdmin,
  offlineStoreRole,
  autoMlRole,
  platformAdmin,
  hubAdmin,
  labelingRole,
  labelingManager,
  notebookJobRole,
  canvasUser,
  unifiedDomainRole,
  unifiedProvisioner,
  unifiedMember,
  unifiedProjectRole,
  unifiedDeployer,
  unifiedQueryRole,
};

/** What the policies of a persona must allow and must deny; the tests of the organization come last. */
export const testsOfPersona = (persona: string, { preset }: Ruleset): readonly AccessTest[] => [
  ...(entryOf(personaTests, persona) ?? []),
  ...(entryOf(preset?.proofs, persona) ?? []),
];

/** Guardrail id → what it must deny, and what it must leave alone. */
export const guardrailTests: GuardrailTests = {
  ...network,
  ...encryption,
  ...compute,
  ...notebooks,
  ...studio,
  ...tags,
  ...callers,
  ...dataStores,
};
