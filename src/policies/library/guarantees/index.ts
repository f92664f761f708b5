import { entryOf } from '../preset.ts';
import type { Guarantee } from './guarantee.ts';
import { compute } from './guardrails/compute.ts';
import { dataStores } from './guardrails/dataStores.ts';
import { encryption } from './guardrails/encryption.ts';
import { network } from './guardrails/network.ts';
import { notebooks } from './guardrails/notebooks.ts';
import { tagsAndCallers } from './guardrails/tagsAndCallers.ts';
import { everyRole } from './personas/everyRole.ts';
import * as roles from './personas/executionRoles.ts';
import { interfaces, jobInterfaces } from './personas/networkInterfaces.ts';
import { imageBuildRole, noSageMaker, notebookRole } from './personas/notebookAndBuildRoles.ts';
import { modelOperations } from './personas/modelOperations.ts';
import { partnerAppAdmins, partnerAppUsers } from './personas/partnerApps.ts';
import { noSignIns } from './personas/signIns.ts';
import * as people from './personas/people.ts';
import * as trust from './personas/trustGuarantees.ts';
import * as applications from './personas/applications.ts';
import { vpcEndpoint } from './personas/endpointGuarantees.ts';
import { buyers } from './personas/buyers.ts';
import * as hyperPod from './personas/hyperPod.ts';
import * as customization from './personas/customization.ts';
import * as mlflow from './personas/mlflow.ts';
import * as exportedCode from './personas/exportedCode.ts';
import * as studio from './personas/studioAndRegistry.ts';
import * as features from './personas/featureStore.ts';
import { autoMlRole } from './personas/autoMl.ts';
import * as platform from './personas/platform.ts';
import { hostingRole } from './personas/hosting.ts';
import { hubAdmin } from './personas/hubs.ts';
import * as labeling from './personas/labeling.ts';
import { notebookJobRole } from './personas/notebookJobGuarantees.ts';
import { canvasUser } from './personas/canvas.ts';
import * as unified from './personas/unifiedStudio.ts';
import * as registrySharing from './personas/registrySharing.ts';

/** Persona id → what its policies guarantee, what is its own first. */
export const personaGuarantees: Readonly<Record<string, readonly Guarantee[]>> = {
  dataScientist: [
    ...people.dataScientist,
    ...partnerAppUsers,
    ...people.starters,
    ...interfaces,
    ...roles.volumeKeyUsers,
    ...trust.people,
    ...everyRole,
  ],
  notebookRole: [
    ...notebookRole,
    ...people.starters,
    ...noSignIns,
    ...roles.volumeKeyUsers,
    ...trust.sageMakerRoles,
    ...everyRole,
  ],
  trainingRole: [
    ...roles.trainingRole,
    ...roles.containers,
    ...interfaces,
    ...jobInterfaces,
    ...roles.volumeKeyUsers,
    ...trust.sageMakerRoles,
    ...everyRole,
  ],
  hostingRole: [
    ...hostingRole,
    ...roles.containers,
    ...interfaces,
    ...jobInterfaces,
    ...roles.volumeKeyUsers,
    ...trust.sageMakerRoles,
    ...everyRole,
  ],
  vpcEndpoint,
  mlopsEngineer: [
    ...people.mlopsEngineer,
    ...modelOperations,
    ...people.starters,
    ...noSignIns,
    ...trust.people,
    ...everyRole,
  ],
  imageBuildRole: [...imageBuildRole, ...roles.readers, ...trust.buildRoles, ...everyRole],
  endpointCaller: [...applications.endpointCaller, ...roles.passesNothing, ...everyRole],
  pipelineRole: [...applications.pipelineRole, ...noSignIns, ...trust.sageMakerRoles, ...everyRole],
  hyperPodInstanceRole: [
    ...hyperPod.instanceRole,
    ...roles.writesNothing,
    ...roles.outputOnly,
    ...roles.noDeletion,
    ...roles.passesNothing,
    ...everyRole,
  ],
  hyperPodAdmin: [...hyperPod.admin, ...buyers, ...trust.people, ...everyRole],
  hyperPodUser: [...hyperPod.user, ...roles.passesNothing, ...roles.readers, ...trust.people, ...everyRole],
  hyperPodAutoscaler: [...hyperPod.autoscaler, ...roles.passesNothing, ...roles.readers, ...everyRole],
  customizationJobRole: [
    ...customization.jobRole,
    ...roles.jobReads,
    ...interfaces,
    ...jobInterfaces,
    ...roles.passesNothing,
    ...everyRole,
  ],
  agentRuntimeRole: [...customization.agentRole, ...roles.passesNothing, ...roles.readers, ...everyRole],
  modelCustomizer: [...customization.customizer, ...roles.readers, ...trust.people, ...everyRole],
  mlflowServerRole: [...mlflow.serverRole, ...roles.passesNothing, ...everyRole],
  mlflowAdmin: [
    ...mlflow.admin,
    ...people.passesToSageMaker,
    ...roles.readers,
    ...trust.people,
    ...everyRole,
  ],
  mlflowUser: [...mlflow.user, ...roles.passesNothing, ...roles.readers, ...trust.people, ...everyRole],
  studioUser: [
    ...studio.studioUser,
    ...partnerAppUsers,
    ...people.ownTags,
    ...people.studioApps,
    ...roles.passesNothing,
    ...trust.people,
    ...everyRole,
  ],
  modelApprover: [
    ...studio.approver,
    ...roles.passesNothing,
    ...roles.readers,
    ...trust.people,
    ...everyRole,
  ],
  planRole: [...exportedCode.reading, ...exportedCode.planning, ...roles.passesNothing, ...everyRole],
  applyRole: [
    ...exportedCode.reading,
    ...exportedCode.applying,
    ...roles.passesNothing,
    ...everyRole.filter(({ id }) => id !== 'no-iam-changes'),
  ],
  sharedRegistry: registrySharing.sharedRegistry,
  registryReader: [...registrySharing.registryReader, ...roles.passesNothing, ...everyRole],
  featureReader: [...features.reader, ...roles.passesNothing, ...trust.people, ...everyRole],
  featureWriter: [
    ...features.writer,
    ...roles.passesNothing,
    ...roles.readers,
    ...trust.people,
    ...everyRole,
  ],
  featureAdmin: [
    ...features.admin,
    ...people.passesToSageMaker,
    ...noSignIns,
    ...roles.readers,
    ...trust.people,
    ...everyRole,
  ],
  offlineStoreRole: [
    ...features.storeRole,
    ...noSageMaker,
    ...roles.passesNothing,
    ...trust.sageMakerRoles,
    ...everyRole.filter(({ id }) => id !== 'no-object-acls'),
  ],
  autoMlRole: [
    ...autoMlRole,
    ...roles.jobWrites,
    ...interfaces,
    ...jobInterfaces,
    ...people.passesToSageMaker,
    ...noSignIns,
    ...trust.sageMakerRoles,
    ...everyRole,
  ],
  platformAdmin: [
    ...platform.platformAdmin,
    ...partnerAppAdmins,
    ...buyers,
    ...people.passesNotebookRole,
    ...people.passesToSageMaker,
    ...noSignIns,
    ...roles.readers,
    ...roles.volumeKeyUsers,
    ...trust.people,
    ...everyRole.filter(({ id }) => id !== 'no-domain-changes' && id !== 'no-studio-scripts'),
  ],
  hubAdmin: [...hubAdmin, ...roles.passesNothing, ...roles.readers, ...trust.people, ...everyRole],
  labelingRole: [...labeling.labelingRole, ...roles.jobWrites, ...trust.sageMakerRoles, ...everyRole],
  labelingManager: [
    ...labeling.labelingManager,
    ...people.passesToSageMaker,
    ...roles.readers,
    ...trust.people,
    ...everyRole,
  ],
  canvasUser: [
    ...canvasUser,
    ...people.passesToSageMaker,
    ...noSignIns,
    ...trust.sageMakerRoles,
    ...everyRole,
  ],
  unifiedDomainRole: [
    ...unified.domainRole,
    ...noSageMaker,
    ...roles.passesNothing,
    ...roles.readers,
    ...everyRole,
  ],
  unifiedQueryRole: [
    ...unified.queryRole,
    ...noSageMaker,
    ...roles.passesNothing,
    ...roles.readers,
    ...everyRole,
  ],
  unifiedProvisioner: [...unified.provisioner, ...noSageMaker, ...roles.readers, ...everyRole],
  unifiedMember: [
    ...unified.member,
    ...noSageMaker,
    ...roles.passesNothing,
    ...roles.readers,
    ...trust.people,
    ...everyRole,
  ],
  unifiedProjectRole: [...unified.projectRole, ...unified.storage, ...everyRole],
  unifiedDeployer: [...unified.deployer, ...unified.storage, ...noSageMaker, ...everyRole],
  notebookJobRole: [...notebookJobRole, ...everyRole],
};

/** Guardrail id → what it guarantees. */
export const guardrailGuarantees: Readonly<Record<string, readonly Guarantee[]>> = {
  ...network,
  ...encryption,
  ...notebooks,
  ...compute,
  ...tagsAndCallers,
  ...dataStores,
};

export const guaranteesOfPersona = (persona: string): readonly Guarantee[] =>
  entryOf(personaGuarantees, persona) ?? [];

export const guaranteesOfGuardrail = (guardrail: string): readonly Guarantee[] =>
  entryOf(guardrailGuarantees, guardrail) ?? [];
