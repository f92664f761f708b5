import type { Activity } from './activity.ts';
import { arn, listAll, passRole, tagOnCreate, tagsOption } from './roleManager.ts';

const jobs = [arn('labeling-job')];
const create = { Effect: 'Allow', Action: ['sagemaker:CreateLabelingJob'], Resource: jobs } as const;

export const manageLabeling: Activity = {
  id: 'manageLabeling',
  title: 'Manage labeling jobs',
  summary:
    'Start and stop Ground Truth labeling jobs with approved workers, and pass the labeling job execution role.',
  status: 'missingInGuide',
  options: [
    {
      id: 'workers',
      label: 'Workers',
      help: 'Workers can see the data that they label.',
      choices: [
        { value: 'own', label: 'Your work teams', help: 'Private work teams with the name prefix.' },
        { value: 'private', label: 'Private work teams', help: 'Any private work team.' },
        {
          value: 'vendor',
          label: 'Private and vendor work teams',
          help: 'Also vendors from AWS Marketplace, but not Amazon Mechanical Turk.',
        },
      ],
      default: 'own',
      stances: ['hardened'],
    },
    tagsOption,
  ],
  hardened: [
    {
      Sid: 'LabelingWithOwnTeams',
      ...create,
      Condition: { ArnLike: { 'sagemaker:WorkteamArn': [arn('workteam/private-crowd')] } },
      when: { workers: 'own' },
    },
    {
      Sid: 'LabelingPrivately',
      ...create,
      Condition: { StringEquals: { 'sagemaker:WorkteamType': ['private-crowd'] } },
      when: { workers: 'private' },
    },
    {
      Sid: 'LabelingWithVendors',
      ...create,
      Condition: { StringEquals: { 'sagemaker:WorkteamType': ['private-crowd', 'vendor-crowd'] } },
      when: { workers: 'vendor' },
    },
    {
      Sid: 'LabelingJobs',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeLabelingJob', 'sagemaker:StopLabelingJob'],
      Resource: jobs,
    },
    {
      Sid: 'LabelingTeams',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeWorkteam', 'sagemaker:ListLabelingJobsForWorkteam'],
      Resource: [arn('workteam/private-crowd')],
    },
    listAll('LabelingList', [
      'sagemaker:ListLabelingJobs',
      'sagemaker:ListWorkteams',
      'sagemaker:RenderUiTemplate',
    ]),
    passRole('LabelingJobsPassRole', '<LABELING_ROLE_ARN>'),
    tagOnCreate('LabelingJobsTag', ['CreateLabelingJob'], jobs),
  ],
};
