import type { Activity } from './activity.ts';
import { buildAndPushImages } from './buildAndPushImages.ts';
import { consoleReadAccess } from './consoleReadAccess.ts';
import { deployModels } from './deployModels.ts';
import { elasticInference } from './elasticInference.ts';
import { endpointAutoscaling } from './endpointAutoscaling.ts';
import { hostingEncryption } from './hostingEncryption.ts';
import { hostingVpcNetworking } from './hostingVpcNetworking.ts';
import { jobData } from './jobData.ts';
import { jobEncryption } from './jobEncryption.ts';
import { jobVpcNetworking } from './jobVpcNetworking.ts';
import { logsAndMetrics } from './logsAndMetrics.ts';
import { modelArtifacts } from './modelArtifacts.ts';
import { notebookAccessByOwner } from './notebookAccessByOwner.ts';
import { notebookData } from './notebookData.ts';
import { pullImages } from './pullImages.ts';
import { runJobs } from './runJobs.ts';
import { s3EndpointAccess } from './s3EndpointAccess.ts';
import { studioAccessByOwner } from './studioAccessByOwner.ts';

/** Every activity, in the chapter's order. */
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
  elasticInference,
  s3EndpointAccess,
];

const byId = new Map(activities.map((activity) => [activity.id, activity]));

/** The activity with this id, or nothing. */
export function findActivity(id: string): Activity | undefined {
  return byId.get(id);
}
