import type { Activity } from './activity.ts';
import {
  arn,
  byVpcAndKms,
  kmsOption,
  listAll,
  outputKey,
  passRole,
  tagOnCreate,
  tagsOption,
  volumeGrant,
  volumeKey,
  vpcOption,
} from './roleManager.ts';

const jobs = [arn('automl-job')];
const create = ['CreateAutoMLJob', 'CreateAutoMLJobV2'];

export const startAutoMl: Activity = {
  id: 'startAutoMl',
  title: 'Start AutoML jobs',
  summary: 'Start, follow, and stop AutoML (Autopilot) jobs, and pass the AutoML execution role.',
  status: 'missingInGuide',
  options: [vpcOption('the jobs'), kmsOption('the jobs'), tagsOption],
  hardened: [
    ...byVpcAndKms(
      { Sid: 'AutoMlCreate', Action: create.map((name) => `sagemaker:${name}`), Resource: jobs },
      { ArnEquals: { ...volumeKey, ...outputKey } },
    ),
    {
      Sid: 'AutoMlFollowAndStop',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeAutoMLJob', 'sagemaker:DescribeAutoMLJobV2', 'sagemaker:StopAutoMLJob'],
      Resource: jobs,
    },
    listAll('AutoMlList', ['sagemaker:ListAutoMLJobs', 'sagemaker:ListCandidatesForAutoMLJob']),
    passRole('AutoMlPassRole', '<AUTOML_ROLE_ARN>'),
    tagOnCreate('AutoMlTag', create, jobs),
    volumeGrant('AutoMlVolumeKeyGrant'),
  ],
};
