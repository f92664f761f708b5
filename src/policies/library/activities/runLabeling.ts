import type { Activity } from './activity.ts';
import { passRole } from './roleManager.ts';

const page = 'https://docs.aws.amazon.com/sagemaker/latest/dg/sms-security-permission-execution-role.html';

export const runLabeling: Activity = {
  id: 'runLabeling',
  title: 'Run labeling jobs',
  summary: 'Find the buckets of labeling jobs, and call what custom and automated jobs need.',
  status: 'missingInGuide',
  options: [
    {
      id: 'custom',
      label: 'Custom labeling workflow',
      help: 'Custom workflows call Lambda functions before and after workers label.',
      choices: [
        { value: 'off', label: 'No', help: 'Built-in task types only.' },
        { value: 'on', label: 'Yes', help: 'Adds invoking the labeling functions.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
    {
      id: 'automated',
      label: 'Automated data labeling',
      help: 'Automated labeling trains models with the same role.',
      choices: [
        { value: 'off', label: 'No', help: 'The role can’t pass a role.' },
        { value: 'on', label: 'Yes', help: 'Adds passing this role to SageMaker.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
  ],
  hardened: [
    {
      Sid: 'LabelingBuckets',
      Effect: 'Allow',
      Action: ['s3:GetBucketLocation'],
      Resource: ['arn:<PARTITION>:s3:::<INPUT_BUCKET_NAME>', 'arn:<PARTITION>:s3:::<OUTPUT_BUCKET_NAME>'],
    },
    {
      Sid: 'LabelingFunctions',
      Effect: 'Allow',
      Action: ['lambda:InvokeFunction'],
      Resource: ['arn:<PARTITION>:lambda:<REGION>:<ACCOUNT_ID>:function:<LABELING_FUNCTION>'],
      when: { custom: 'on' },
    },
    { ...passRole('LabelingPassRole', '<LABELING_ROLE_ARN>'), when: { automated: 'on' } },
  ],
  repairs: [],
  differences: [],
  notes: [
    {
      text: 'AWS has the managed policy AmazonSageMakerGroundTruthExecution, whose buckets, functions, and queues are found by parts of their names, in every account.',
      source:
        'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSageMakerGroundTruthExecution.html',
    },
    {
      text: 'Built-in tasks call functions of AWS, which allow it themselves. Streaming labeling jobs also need Amazon SQS and Amazon SNS, which are not included.',
      source: page,
    },
  ],
};
