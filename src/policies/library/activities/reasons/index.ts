import { entryOf } from '../../preset.ts';
import type { Activity, Companion, StatementTemplate } from '../activity.ts';
import type { ActivityReasons } from '../activityReasons.ts';
import { accessAwsServicesReasons } from './accessAwsServicesReasons.ts';
import { analyzeModelsReasons } from './analyzeModelsReasons.ts';
import { approveModelsReasons } from './approveModelsReasons.ts';
import { buildAndPushImagesReasons } from './buildAndPushImagesReasons.ts';
import { buildImagesFromStudioReasons } from './buildImagesFromStudioReasons.ts';
import { buildImagesInCodeBuildReasons } from './buildImagesInCodeBuildReasons.ts';
import { clusterAccessReasons } from './clusterAccessReasons.ts';
import { clusterAutoscalingReasons } from './clusterAutoscalingReasons.ts';
import { clusterInstancesReasons } from './clusterInstancesReasons.ts';
import { clusterShellReasons } from './clusterShellReasons.ts';
import { consoleReadAccessReasons } from './consoleReadAccessReasons.ts';
import { createRolesReasons } from './createRolesReasons.ts';
import * as code from './exportedCodeReasons.ts';
import { customizeModelReasons } from './customizeModelReasons.ts';
import { deployModelsReasons } from './deployModelsReasons.ts';
import { deployUnifiedProjectReasons } from './deployUnifiedProjectReasons.ts';
import { ecrApiEndpointReasons } from './ecrApiEndpointReasons.ts';
import { ecrDkrEndpointReasons } from './ecrDkrEndpointReasons.ts';
import { elasticInferenceReasons } from './elasticInferenceReasons.ts';
import { endpointAutoscalingReasons } from './endpointAutoscalingReasons.ts';
import { featureStoreEndpointReasons } from './featureStoreEndpointReasons.ts';
import { hostingEncryptionReasons } from './hostingEncryptionReasons.ts';
import { hostingVpcNetworkingReasons } from './hostingVpcNetworkingReasons.ts';
import { startReviewsReasons } from './startReviewsReasons.ts';
import { invokeAsyncReasons } from './invokeAsyncReasons.ts';
import { serveAsyncReasons } from './serveAsyncReasons.ts';
import { invokeEndpointsReasons } from './invokeEndpointsReasons.ts';
import { jobDataReasons } from './jobDataReasons.ts';
import { jobEncryptionReasons } from './jobEncryptionReasons.ts';
import { jobVpcNetworkingReasons } from './jobVpcNetworkingReasons.ts';
import { kmsEndpointReasons } from './kmsEndpointReasons.ts';
import { logsAndMetricsReasons } from './logsAndMetricsReasons.ts';
import { logsEndpointReasons } from './logsEndpointReasons.ts';
import { manageClustersReasons } from './manageClustersReasons.ts';
import { manageDomainsReasons } from './manageDomainsReasons.ts';
import { manageEndpointsReasons } from './manageEndpointsReasons.ts';
import { manageExperimentsReasons } from './manageExperimentsReasons.ts';
import { manageGlueTablesReasons } from './manageGlueTablesReasons.ts';
import { manageHubsReasons } from './manageHubsReasons.ts';
import { manageJobsReasons } from './manageJobsReasons.ts';
import { manageLabelingReasons } from './manageLabelingReasons.ts';
import { manageMlflowReasons } from './manageMlflowReasons.ts';
import { manageModelsReasons } from './manageModelsReasons.ts';
import { managePipelinesReasons } from './managePipelinesReasons.ts';
import { managePartnerAppsReasons } from './managePartnerAppsReasons.ts';
import { reserveCapacityReasons } from './reserveCapacityReasons.ts';
import { manageNotebooksReasons } from './manageNotebooksReasons.ts';
import { manageStudioImagesReasons } from './manageStudioImagesReasons.ts';
import { manageReviewsReasons } from './manageReviewsReasons.ts';
import { manageWorkteamsReasons } from './manageWorkteamsReasons.ts';
import { mlflowArtifactsReasons } from './mlflowArtifactsReasons.ts';
import { modelArtifactsReasons } from './modelArtifactsReasons.ts';
import { monitoringEndpointReasons } from './monitoringEndpointReasons.ts';
import { packageAlgorithmsReasons } from './packageAlgorithmsReasons.ts';
import { manageModelCardsReasons } from './manageModelCardsReasons.ts';
import { optimizeInferenceReasons } from './optimizeInferenceReasons.ts';
import { monitorModelsReasons } from './monitorModelsReasons.ts';
import { notebookAccessByOwnerReasons } from './notebookAccessByOwnerReasons.ts';
import { notebookDataReasons } from './notebookDataReasons.ts';
import { notebookEndpointReasons } from './notebookEndpointReasons.ts';
import { openUnifiedProjectsReasons } from './openUnifiedProjectsReasons.ts';
import { passUnifiedQueryRoleReasons } from './passUnifiedQueryRoleReasons.ts';
import { pipelineIntegrationsReasons } from './pipelineIntegrationsReasons.ts';
import { pipelineStepsReasons } from './pipelineStepsReasons.ts';
import { pullImagesReasons } from './pullImagesReasons.ts';
import { queryAthenaReasons } from './queryAthenaReasons.ts';
import { readFeaturesReasons } from './readFeaturesReasons.ts';
import { readRolesReasons } from './readRolesReasons.ts';
import { readSharedModelsReasons } from './readSharedModelsReasons.ts';
import { registerModelsReasons } from './registerModelsReasons.ts';
import { remoteIdeReasons } from './remoteIdeReasons.ts';
import { runJobsReasons } from './runJobsReasons.ts';
import { runLabelingReasons } from './runLabelingReasons.ts';
import { runNotebookJobsReasons } from './runNotebookJobsReasons.ts';
import { runStudioAppsReasons } from './runStudioAppsReasons.ts';
import { runUnifiedDomainReasons } from './runUnifiedDomainReasons.ts';
import { runUnifiedQueriesReasons } from './runUnifiedQueriesReasons.ts';
import { s3AccountAccessReasons } from './s3AccountAccessReasons.ts';
import { s3EndpointAccessReasons } from './s3EndpointAccessReasons.ts';
import { s3TeamAccessReasons } from './s3TeamAccessReasons.ts';
import { sagemakerApiEndpointReasons } from './sagemakerApiEndpointReasons.ts';
import { sagemakerRuntimeEndpointReasons } from './sagemakerRuntimeEndpointReasons.ts';
import { scaleClusterReasons } from './scaleClusterReasons.ts';
import { scheduleNotebooksReasons } from './scheduleNotebooksReasons.ts';
import { searchExperimentsReasons } from './searchExperimentsReasons.ts';
import { shareModelArtifactsReasons } from './shareModelArtifactsReasons.ts';
import { shareModelImagesReasons } from './shareModelImagesReasons.ts';
import { shareModelKeyReasons } from './shareModelKeyReasons.ts';
import { shareModelPackagesReasons } from './shareModelPackagesReasons.ts';
import { startCustomizationReasons } from './startCustomizationReasons.ts';
import { stsEndpointReasons } from './stsEndpointReasons.ts';
import { studioAccessByOwnerReasons } from './studioAccessByOwnerReasons.ts';
import { studioEndpointReasons } from './studioEndpointReasons.ts';
import { terraformStateReasons } from './terraformStateReasons.ts';
import { trainAgentReasons } from './trainAgentReasons.ts';
import { useCanvasReasons } from './useCanvasReasons.ts';
import { useClusterReasons } from './useClusterReasons.ts';
import { usePartnerAppsReasons } from './usePartnerAppsReasons.ts';
import { useHubReasons } from './useHubReasons.ts';
import { useMlflowReasons } from './useMlflowReasons.ts';
import { useUnifiedProjectReasons } from './useUnifiedProjectReasons.ts';
import { writeFeaturesReasons } from './writeFeaturesReasons.ts';
import { manageFeatureGroupsReasons } from './manageFeatureGroupsReasons.ts';
import { keepOfflineStoreReasons } from './keepOfflineStoreReasons.ts';
import { startAutoMlReasons } from './startAutoMlReasons.ts';
import { runAutoMlReasons } from './runAutoMlReasons.ts';

/** Activity id → the reasons for its statements. */
export const activityReasons: Readonly<Record<string, ActivityReasons>> = {
  consoleReadAccess: consoleReadAccessReasons,
  notebookAccessByOwner: notebookAccessByOwnerReasons,
  studioAccessByOwner: studioAccessByOwnerReasons,
  runJobs: runJobsReasons,
  buildAndPushImages: buildAndPushImagesReasons,
  deployModels: deployModelsReasons,
  notebookData: notebookDataReasons,
  logsAndMetrics: logsAndMetricsReasons,
  jobVpcNetworking: jobVpcNetworkingReasons,
  jobEncryption: jobEncryptionReasons,
  jobData: jobDataReasons,
  pullImages: pullImagesReasons,
  hostingVpcNetworking: hostingVpcNetworkingReasons,
  endpointAutoscaling: endpointAutoscalingReasons,
  hostingEncryption: hostingEncryptionReasons,
  modelArtifacts: modelArtifactsReasons,
  elasticInference: elasticInferenceReasons,
  s3EndpointAccess: s3EndpointAccessReasons,
  runStudioApps: runStudioAppsReasons,
  manageJobs: manageJobsReasons,
  manageModels: manageModelsReasons,
  manageEndpoints: manageEndpointsReasons,
  managePipelines: managePipelinesReasons,
  manageExperiments: manageExperimentsReasons,
  searchExperiments: searchExperimentsReasons,
  monitorModels: monitorModelsReasons,
  optimizeInference: optimizeInferenceReasons,
  manageModelCards: manageModelCardsReasons,
  packageAlgorithms: packageAlgorithmsReasons,
  s3TeamAccess: s3TeamAccessReasons,
  s3AccountAccess: s3AccountAccessReasons,
  queryAthena: queryAthenaReasons,
  manageGlueTables: manageGlueTablesReasons,
  accessAwsServices: accessAwsServicesReasons,
  buildImagesFromStudio: buildImagesFromStudioReasons,
  buildImagesInCodeBuild: buildImagesInCodeBuildReasons,
  invokeEndpoints: invokeEndpointsReasons,
  invokeAsync: invokeAsyncReasons,
  serveAsync: serveAsyncReasons,
  startReviews: startReviewsReasons,
  pipelineSteps: pipelineStepsReasons,
  pipelineIntegrations: pipelineIntegrationsReasons,
  clusterInstances: clusterInstancesReasons,
  manageClusters: manageClustersReasons,
  clusterAccess: clusterAccessReasons,
  useCluster: useClusterReasons,
  clusterShell: clusterShellReasons,
  scaleCluster: scaleClusterReasons,
  customizeModel: customizeModelReasons,
  trainAgent: trainAgentReasons,
  startCustomization: startCustomizationReasons,
  mlflowArtifacts: mlflowArtifactsReasons,
  manageMlflow: manageMlflowReasons,
  useMlflow: useMlflowReasons,
  registerModels: registerModelsReasons,
  clusterAutoscaling: clusterAutoscalingReasons,
  remoteIde: remoteIdeReasons,
  approveModels: approveModelsReasons,
  readRoles: readRolesReasons,
  createRoles: createRolesReasons,
  readEndpointPolicies: code.readEndpointPoliciesReasons,
  readResourcePolicies: code.readResourcePoliciesReasons,
  readPermissionSets: code.readPermissionSetsReasons,
  readOrganizationPolicies: code.readOrganizationPoliciesReasons,
  setEndpointPolicies: code.setEndpointPoliciesReasons,
  setResourcePolicies: code.setResourcePoliciesReasons,
  setPermissionSets: code.setPermissionSetsReasons,
  setOrganizationPolicies: code.setOrganizationPoliciesReasons,
  planStacks: code.planStacksReasons,
  deployStacks: code.deployStacksReasons,
  terraformState: terraformStateReasons,
  readFeatures: readFeaturesReasons,
  writeFeatures: writeFeaturesReasons,
  manageFeatureGroups: manageFeatureGroupsReasons,
  keepOfflineStore: keepOfflineStoreReasons,
  startAutoMl: startAutoMlReasons,
  runAutoMl: runAutoMlReasons,
  manageDomains: manageDomainsReasons,
  manageStudioImages: manageStudioImagesReasons,
  manageNotebooks: manageNotebooksReasons,
  reserveCapacity: reserveCapacityReasons,
  managePartnerApps: managePartnerAppsReasons,
  useHub: useHubReasons,
  usePartnerApps: usePartnerAppsReasons,
  manageHubs: manageHubsReasons,
  runLabeling: runLabelingReasons,
  manageLabeling: manageLabelingReasons,
  manageWorkteams: manageWorkteamsReasons,
  manageReviews: manageReviewsReasons,
  scheduleNotebooks: scheduleNotebooksReasons,
  runNotebookJobs: runNotebookJobsReasons,
  analyzeModels: analyzeModelsReasons,
  useCanvas: useCanvasReasons,
  runUnifiedDomain: runUnifiedDomainReasons,
  passUnifiedQueryRole: passUnifiedQueryRoleReasons,
  openUnifiedProjects: openUnifiedProjectsReasons,
  useUnifiedProject: useUnifiedProjectReasons,
  deployUnifiedProject: deployUnifiedProjectReasons,
  runUnifiedQueries: runUnifiedQueriesReasons,
  sagemakerApiEndpoint: sagemakerApiEndpointReasons,
  sagemakerRuntimeEndpoint: sagemakerRuntimeEndpointReasons,
  notebookEndpoint: notebookEndpointReasons,
  studioEndpoint: studioEndpointReasons,
  ecrApiEndpoint: ecrApiEndpointReasons,
  ecrDkrEndpoint: ecrDkrEndpointReasons,
  logsEndpoint: logsEndpointReasons,
  kmsEndpoint: kmsEndpointReasons,
  stsEndpoint: stsEndpointReasons,
  monitoringEndpoint: monitoringEndpointReasons,
  featureStoreEndpoint: featureStoreEndpointReasons,
  readSharedModels: readSharedModelsReasons,
  shareModelPackages: shareModelPackagesReasons,
  shareModelArtifacts: shareModelArtifactsReasons,
  shareModelKey: shareModelKeyReasons,
  shareModelImages: shareModelImagesReasons,
};

/** The reasons for the statements of an activity of the library, or of an organization, whose preset states them with the activity. */
export function reasonsFor(activity: Activity): Required<ActivityReasons> {
  const {
    differences = [],
    repairs = [],
    companions = [],
    notes = [],
  } = activity.status === 'organization' ? stated(activity) : (entryOf(activityReasons, activity.id) ?? {});
  return { differences, companions, repairs, notes };
}

const stated = ({ differences, notes, hardened = [] }: Activity): ActivityReasons => ({
  ...(differences && { differences }),
  ...(notes && { notes }),
  companions: hardened.flatMap(statedCompanion),
});

const statedCompanion = ({ Sid, companion }: StatementTemplate): readonly Companion[] =>
  companion ? [{ ...companion, statements: [Sid] }] : [];
