import { dataScientist } from './dataScientist.ts';
import { endpointCaller } from './endpointCaller.ts';
import { hostingRole } from './hostingRole.ts';
import { imageBuildRole } from './imageBuildRole.ts';
import { mlopsEngineer } from './mlopsEngineer.ts';
import { registryReader } from './registryReader.ts';
import { sharedRegistry } from './sharedRegistry.ts';
import { notebookRole } from './notebookRole.ts';
import type { Persona } from './persona.ts';
import { trainingRole } from './trainingRole.ts';
import { vpcEndpoint } from './vpcEndpoint.ts';
import { pipelineRole } from './pipelineRole.ts';
import { hyperPodInstanceRole } from './hyperPodInstanceRole.ts';
import { hyperPodAdmin } from './hyperPodAdmin.ts';
import { hyperPodUser } from './hyperPodUser.ts';
import { hyperPodAutoscaler } from './hyperPodAutoscaler.ts';
import { customizationJobRole } from './customizationJobRole.ts';
import { agentRuntimeRole } from './agentRuntimeRole.ts';
import { modelCustomizer } from './modelCustomizer.ts';
import { mlflowServerRole } from './mlflowServerRole.ts';
import { mlflowAdmin } from './mlflowAdmin.ts';
import { mlflowUser } from './mlflowUser.ts';
import { studioUser } from './studioUser.ts';
import { modelApprover } from './modelApprover.ts';
import { planRole } from './planRole.ts';
import { applyRole } from './applyRole.ts';
import { featureReader } from './featureReader.ts';
import { featureWriter } from './featureWriter.ts';
import { featureAdmin } from './featureAdmin.ts';
import { offlineStoreRole } from './offlineStoreRole.ts';
import { autoMlRole } from './autoMlRole.ts';
import { platformAdmin } from './platformAdmin.ts';
import { hubAdmin } from './hubAdmin.ts';
import { labelingRole } from './labelingRole.ts';
import { labelingManager } from './labelingManager.ts';
import { notebookJobRole } from './notebookJobRole.ts';
import { canvasUser } from './canvasUser.ts';
import { unifiedDomainRole } from './unifiedDomainRole.ts';
import { unifiedProvisioner } from './unifiedProvisioner.ts';
import { unifiedMember } from './unifiedMember.ts';
import { unifiedProjectRole } from './unifiedProjectRole.ts';
import { unifiedDeployer } from './unifiedDeployer.ts';
import { unifiedQueryRole } from './unifiedQueryRole.ts';

/** The personas of the built-in library, in the order in which documents hold their statements. */
export const personas: readonly Persona[] = [
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
  platformAdmin,
  hubAdmin,
  labelingRole,
  labelingManager,
  notebookJobRole,
  autoMlRole,
  canvasUser,
  unifiedDomainRole,
  unifiedQueryRole,
  unifiedProvisioner,
  unifiedMember,
  unifiedProjectRole,
  unifiedDeployer,
];

/** Those that most teams have: an example of everything is made of them. */
export const commonPersonas: readonly Persona[] = personas.filter(({ specialized }) => !specialized);
