import { accessAwsServices } from './accessAwsServices.ts';
import type { Activity } from './activity.ts';
import { buildAndPushImages } from './buildAndPushImages.ts';
import { buildImagesFromStudio } from './buildImagesFromStudio.ts';
import { buildImagesInCodeBuild } from './buildImagesInCodeBuild.ts';
import { consoleReadAccess } from './consoleReadAccess.ts';
import { deployModels } from './deployModels.ts';
import { ecrApiEndpoint } from './ecrApiEndpoint.ts';
import { ecrDkrEndpoint } from './ecrDkrEndpoint.ts';
import { elasticInference } from './elasticInference.ts';
import { endpointAutoscaling } from './endpointAutoscaling.ts';
import { featureStoreEndpoint } from './featureStoreEndpoint.ts';
import { hostingEncryption } from './hostingEncryption.ts';
import { hostingVpcNetworking } from './hostingVpcNetworking.ts';
import { startReviews } from './startReviews.ts';
import { invokeAsync } from './invokeAsync.ts';
import { serveAsync } from './serveAsync.ts';
import { invokeEndpoints } from './invokeEndpoints.ts';
import { jobData } from './jobData.ts';
import { jobEncryption } from './jobEncryption.ts';
import { jobVpcNetworking } from './jobVpcNetworking.ts';
import { kmsEndpoint } from './kmsEndpoint.ts';
import { logsAndMetrics } from './logsAndMetrics.ts';
import { logsEndpoint } from './logsEndpoint.ts';
import { manageEndpoints } from './manageEndpoints.ts';
import { manageExperiments } from './manageExperiments.ts';
import { manageGlueTables } from './manageGlueTables.ts';
import { manageJobs } from './manageJobs.ts';
import { manageModels } from './manageModels.ts';
import { managePipelines } from './managePipelines.ts';
import { modelArtifacts } from './modelArtifacts.ts';
import { monitoringEndpoint } from './monitoringEndpoint.ts';
import { packageAlgorithms } from './packageAlgorithms.ts';
import { manageModelCards } from './manageModelCards.ts';
import { optimizeInference } from './optimizeInference.ts';
import { monitorModels } from './monitorModels.ts';
import { notebookAccessByOwner } from './notebookAccessByOwner.ts';
import { notebookData } from './notebookData.ts';
import { notebookEndpoint } from './notebookEndpoint.ts';
import { pullImages } from './pullImages.ts';
import { queryAthena } from './queryAthena.ts';
import { runJobs } from './runJobs.ts';
import { runStudioApps } from './runStudioApps.ts';
import { s3AccountAccess } from './s3AccountAccess.ts';
import { s3EndpointAccess } from './s3EndpointAccess.ts';
import { s3TeamAccess } from './s3TeamAccess.ts';
import { sagemakerApiEndpoint } from './sagemakerApiEndpoint.ts';
import { sagemakerRuntimeEndpoint } from './sagemakerRuntimeEndpoint.ts';
import { searchExperiments } from './searchExperiments.ts';
import { stsEndpoint } from './stsEndpoint.ts';
import { studioAccessByOwner } from './studioAccessByOwner.ts';
import { studioEndpoint } from './studioEndpoint.ts';
import { pipelineSteps } from './pipelineSteps.ts';
import { pipelineIntegrations } from './pipelineIntegrations.ts';
import { clusterInstances } from './clusterInstances.ts';
import { manageClusters } from './manageClusters.ts';
import { clusterAccess } from './clusterAccess.ts';
import { useCluster } from './useCluster.ts';
import { clusterShell } from './clusterShell.ts';
import { scaleCluster } from './scaleCluster.ts';
import { customizeModel } from './customizeModel.ts';
import { trainAgent } from './trainAgent.ts';
import { startCustomization } from './startCustomization.ts';
import { mlflowArtifacts } from './mlflowArtifacts.ts';
import { manageMlflow } from './manageMlflow.ts';
import { useMlflow } from './useMlflow.ts';
import { registerModels } from './registerModels.ts';
import { clusterAutoscaling } from './clusterAutoscaling.ts';
import { remoteIde } from './remoteIde.ts';
import { approveModels } from './approveModels.ts';
import { readSharedModels } from './readSharedModels.ts';
import { shareModelArtifacts, shareModelImages, shareModelKey, shareModelPackages } from './shareModels.ts';
import { readRoles } from './readRoles.ts';
import { createRoles } from './createRoles.ts';
import { readEndpointPolicies, setEndpointPolicies } from './exportedEndpointPolicies.ts';
import { readResourcePolicies, setResourcePolicies } from './exportedResourcePolicies.ts';
import { readPermissionSets, setPermissionSets } from './exportedPermissionSets.ts';
import { readOrganizationPolicies, setOrganizationPolicies } from './exportedOrganizationPolicies.ts';
import { deployStacks, planStacks } from './exportedStacks.ts';
import { terraformState } from './terraformState.ts';
import { readFeatures } from './readFeatures.ts';
import { writeFeatures } from './writeFeatures.ts';
import { manageFeatureGroups } from './manageFeatureGroups.ts';
import { keepOfflineStore } from './keepOfflineStore.ts';
import { startAutoMl } from './startAutoMl.ts';
import { runAutoMl } from './runAutoMl.ts';
import { manageDomains } from './manageDomains.ts';
import { managePartnerApps } from './managePartnerApps.ts';
import { reserveCapacity } from './reserveCapacity.ts';
import { manageNotebooks } from './manageNotebooks.ts';
import { manageStudioImages } from './manageStudioImages.ts';
import { usePartnerApps } from './usePartnerApps.ts';
import { useHub } from './useHub.ts';
import { manageHubs } from './manageHubs.ts';
import { runLabeling } from './runLabeling.ts';
import { manageLabeling } from './manageLabeling.ts';
import { manageReviews } from './manageReviews.ts';
import { manageWorkteams } from './manageWorkteams.ts';
import { scheduleNotebooks } from './scheduleNotebooks.ts';
import { runNotebookJobs } from './runNotebookJobs.ts';
import { analyzeModels } from './analyzeModels.ts';
import { useCanvas } from './useCanvas.ts';
import { runUnifiedDomain } from './runUnifiedDomain.ts';
import { passUnifiedQueryRole } from './passUnifiedQueryRole.ts';
import { openUnifiedProjects } from './openUnifiedProjects.ts';
import { useUnifiedProject } from './useUnifiedProject.ts';
import { deployUnifiedProject } from './deployUnifiedProject.ts';
import { runUnifiedQueries } from './runUnifiedQueries.ts';

/**
 * The activities of the built-in library: the chapter's in its order, Role Manager's, the image builds, those of specialized
 * personas, and the VPC endpoints.
 */
export const activities: readonly Activity[] = [
  consoleReadAccess,
  notebookAccessByOwner,
  studioAccessByOwner,
  runJobs,
  buildAndPushImages,
  deployModels,
  notebookData,
  logsAndMetrics,
  jobVpcNetworking,
  jobEncryption,
  jobData,
  pullImages,
  hostingVpcNetworking,
  endpointAutoscaling,
  hostingEncryption,
  modelArtifacts,
  serveAsync,
  elasticInference,
  s3EndpointAccess,
  runStudioApps,
  manageJobs,
  manageModels,
  manageEndpoints,
  managePipelines,
  manageExperiments,
  searchExperiments,
  monitorModels,
  optimizeInference,
  manageModelCards,
  packageAlgorithms,
  s3TeamAccess,
  s3AccountAccess,
  queryAthena,
  manageGlueTables,
  accessAwsServices,
  buildImagesFromStudio,
  buildImagesInCodeBuild,
  invokeEndpoints,
  invokeAsync,
  startReviews,
  pipelineSteps,
  pipelineIntegrations,
  clusterInstances,
  manageClusters,
  clusterAccess,
  useCluster,
  clusterShell,
  scaleCluster,
  customizeModel,
  trainAgent,
  startCustomization,
  mlflowArtifacts,
  manageMlflow,
  useMlflow,
  registerModels,
  clusterAutoscaling,
  remoteIde,
  approveModels,
  readRoles,
  createRoles,
  readEndpointPolicies,
  setEndpointPolicies,
  readResourcePolicies,
  setResourcePolicies,
  readPermissionSets,
  setPermissionSets,
  readOrganizationPolicies,
  setOrganizationPolicies,
  planStacks,
  deployStacks,
  terraformState,
  readFeatures,
  writeFeatures,
  manageFeatureGroups,
  keepOfflineStore,
  startAutoMl,
  runAutoMl,
  manageDomains,
  manageStudioImages,
  manageNotebooks,
  reserveCapacity,
  managePartnerApps,
  useHub,
  usePartnerApps,
  manageHubs,
  runLabeling,
  manageLabeling,
  manageWorkteams,
  manageReviews,
  scheduleNotebooks,
  runNotebookJobs,
  analyzeModels,
  useCanvas,
  runUnifiedDomain,
  passUnifiedQueryRole,
  openUnifiedProjects,
  useUnifiedProject,
  deployUnifiedProject,
  runUnifiedQueries,
  sagemakerApiEndpoint,
  sagemakerRuntimeEndpoint,
  notebookEndpoint,
  studioEndpoint,
  ecrApiEndpoint,
  ecrDkrEndpoint,
  logsEndpoint,
  kmsEndpoint,
  stsEndpoint,
  monitoringEndpoint,
  featureStoreEndpoint,
  readSharedModels,
  shareModelPackages,
  shareModelArtifacts,
  shareModelKey,
  shareModelImages,
];
