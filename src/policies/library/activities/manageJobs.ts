import type { Activity } from './activity.ts';
import {
  arn,
  byKms,
  byVpcAndKms,
  kmsOption,
  listAll,
  onTrainingPlan,
  outputKey,
  passRole,
  plansOption,
  tagOnCreate,
  tagsOption,
  viewTrainingPlans,
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
  options: [
    vpcOption('the jobs'),
    kmsOption('the jobs'),
    tagsOption,
    plansOption(
      'A training job that runs on reserved capacity is also authorized on its training plan.',
      'Denies training jobs with a training plan.',
    ),
  ],
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
    ...byVpcAndKms(
      { Sid: 'ManageJobsOnPlan', Action: ['sagemaker:CreateTrainingJob'], Resource: onTrainingPlan },
      keys,
    ).map((template) => ({ ...template, when: { ...template.when, plans: 'on' } })),
    ...viewTrainingPlans('ManageJobsPlans'),
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
};
