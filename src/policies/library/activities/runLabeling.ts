import type { Activity } from './activity.ts';
import { passRole } from './roleManager.ts';

export const runLabeling: Activity = {
  id: 'runLabeling',
  title: 'Run labeling jobs',
  summary:
    'Look up bucket Regions, invoke the Lambda functions of custom workflows, and pass the role for automated labeling.',
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
        { value: 'off', label: 'No', help: 'The role can’t pass itself to SageMaker.' },
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
};
