import type { Activity } from './activity.ts';
import { jumpStartBucket } from './awsBuckets.ts';
import { arn, listAll, tagOnCreate, tagsOption } from './roleManager.ts';

const hub = [arn('hub', '<HUB_NAME>'), arn('hub-content', '<HUB_NAME>/*')];
const publicHub = 'arn:<PARTITION>:sagemaker:<REGION>:aws';

export const manageHubs: Activity = {
  id: 'manageHubs',
  title: 'Manage a private JumpStart hub',
  summary: 'Create a hub, add models from the public hub, and import your own.',
  status: 'missingInGuide',
  options: [
    {
      id: 'jumpStart',
      label: 'Bucket of the public hub',
      help: 'Creating a hub reads the bucket of the SageMaker public hub with the permissions of the caller.',
      choices: [
        { value: 'off', label: 'No', help: 'Creating a hub fails unless another policy allows it.' },
        { value: 'on', label: 'Yes', help: 'Adds read access to the JumpStart bucket of the Region.' },
      ],
      default: 'off',
      recommended: 'on',
      stances: ['hardened'],
    },
    tagsOption,
  ],
  hardened: [
    {
      Sid: 'HubManage',
      Effect: 'Allow',
      Action: [
        'sagemaker:CreateHub',
        'sagemaker:CreateHubContentReference',
        'sagemaker:DeleteHub',
        'sagemaker:DeleteHubContent',
        'sagemaker:DeleteHubContentReference',
        'sagemaker:DescribeHub',
        'sagemaker:DescribeHubContent',
        'sagemaker:ImportHubContent',
        'sagemaker:ListHubContents',
        'sagemaker:ListHubContentVersions',
        'sagemaker:UpdateHub',
        'sagemaker:UpdateHubContent',
        'sagemaker:UpdateHubContentReference',
      ],
      Resource: hub,
    },
    listAll('HubManageList', ['sagemaker:ListHubs']),
    {
      Sid: 'HubPublicModels',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeHubContent', 'sagemaker:ListHubContents'],
      Resource: [`${publicHub}:hub/SageMakerPublicHub`, `${publicHub}:hub-content/SageMakerPublicHub/*`],
    },
    jumpStartBucket('HubJumpStart'),
    tagOnCreate('HubManageTag', ['CreateHub', 'CreateHubContentReference', 'ImportHubContent'], hub),
  ],
};
