import type { Activity } from './activity.ts';
import {
  arn,
  byKms,
  byVpcAndKms,
  kmsOption,
  listAll,
  outputKey,
  passRole,
  repairedDefect,
  roleManagerPage,
  scopedToAccount,
  tagOnCreate,
  tagsOption,
  volumeGrant,
  volumeKey,
  vpcOption,
} from './roleManager.ts';

const jobs = [
  arn('training-job'),
  arn('hyper-parameter-tuning-job'),
  arn('processing-job'),
  arn('automl-job'),
];
const transforms = [arn('transform-job')];
const keys = { ArnEquals: { ...volumeKey, ...outputKey } };

export const manageJobs: Activity = {
  id: 'manageJobs',
  title: 'Manage all kinds of jobs',
  summary: 'Start, monitor, and stop training, tuning, processing, AutoML, and transform jobs.',
  status: 'roleManager',
  options: [vpcOption('the jobs'), kmsOption('the jobs'), tagsOption],
  hardened: [
    ...byVpcAndKms(
      {
        Sid: 'ManageJobsCreate',
        Action: [
          'sagemaker:CreateTrainingJob',
          'sagemaker:CreateHyperParameterTuningJob',
          'sagemaker:CreateProcessingJob',
          'sagemaker:CreateAutoMLJob',
          'sagemaker:CreateAutoMLJobV2',
        ],
        Resource: jobs,
      },
      keys,
    ),
    ...byKms(
      { Sid: 'ManageTransformCreate', Action: ['sagemaker:CreateTransformJob'], Resource: transforms },
      keys,
    ),
    {
      Sid: 'ManageJobsFollowAndStop',
      Effect: 'Allow',
      Action: [
        'sagemaker:DescribeTrainingJob',
        'sagemaker:UpdateTrainingJob',
        'sagemaker:StopTrainingJob',
        'sagemaker:DescribeHyperParameterTuningJob',
        'sagemaker:StopHyperParameterTuningJob',
        'sagemaker:DescribeProcessingJob',
        'sagemaker:StopProcessingJob',
        'sagemaker:DescribeAutoMLJob',
        'sagemaker:DescribeAutoMLJobV2',
        'sagemaker:StopAutoMLJob',
        'sagemaker:DescribeTransformJob',
        'sagemaker:StopTransformJob',
      ],
      Resource: [...jobs, ...transforms],
    },
    {
      Sid: 'ManageJobsReadMetrics',
      Effect: 'Allow',
      Action: ['sagemaker:BatchGetMetrics'],
      Resource: [arn('training-job'), arn('experiment-trial-component', '*')],
    },
    listAll('ManageJobsList', [
      'sagemaker:Search',
      'sagemaker:ListTrainingJobs',
      'sagemaker:ListTransformJobs',
      'sagemaker:ListProcessingJobs',
      'sagemaker:ListAutoMLJobs',
      'sagemaker:ListCandidatesForAutoMLJob',
      'sagemaker:ListHyperParameterTuningJobs',
    ]),
    {
      Sid: 'ManageJobsListOfTuning',
      Effect: 'Allow',
      Action: ['sagemaker:ListTrainingJobsForHyperParameterTuningJob'],
      Resource: [arn('hyper-parameter-tuning-job')],
    },
    passRole('ManageJobsPassRole', '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>'),
    tagOnCreate(
      'ManageJobsTagOnCreate',
      [
        'CreateTrainingJob',
        'CreateHyperParameterTuningJob',
        'CreateProcessingJob',
        'CreateAutoMLJob',
        'CreateAutoMLJobV2',
        'CreateTransformJob',
      ],
      [...jobs, ...transforms],
    ),
    volumeGrant('ManageJobsVolumeKeyGrant'),
  ],
  repairs: [],
  differences: [scopedToAccount(['ManageJobsCreate', 'ManageJobsFollowAndStop'])],
  notes: [
    {
      text: 'CreateAutoMLJob needs a role that can also create models, processing, and transform jobs. The training execution role of this page can’t: pass a separate role to AutoML.',
      source:
        'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-autopilot-perms',
    },
    repairedDefect(
      'CreateTransformJob has no VPC condition key, so it’s in a separate statement. With the VPC condition, as in the SageMaker Role Manager templates, transform jobs could never start.',
    ),
    repairedDefect(
      'Stopping transform jobs is always included. The basic SageMaker Role Manager template lacks it.',
    ),
    repairedDefect(
      'Uses the new names of the KMS condition keys. The names in SageMaker Role Manager are deprecated.',
    ),
    {
      text: 'From SageMaker Role Manager, which is closed to new customers.',
      source: roleManagerPage,
    },
  ],
};
