import type { Activity } from './activity.ts';
import { arn, listAll } from './roleManager.ts';

const hub = [arn('hub', '<HUB_NAME>'), arn('hub-content', '<HUB_NAME>/*')];

export const useHub: Activity = {
  id: 'useHub',
  title: 'Use models from a private JumpStart hub',
  summary: 'View the models of one hub, and deploy or fine-tune them.',
  status: 'missingInGuide',
  options: [
    {
      id: 'use',
      label: 'Models of the hub',
      help: 'What users can do with the models.',
      choices: [
        { value: 'deploy', label: 'Deploy', help: 'Adds sagemaker:DeployHubModel.' },
        {
          value: 'train',
          label: 'Deploy and fine-tune',
          help: 'Adds sagemaker:DeployHubModel and sagemaker:TrainHubModel.',
        },
        { value: 'view', label: 'View only', help: 'Models can’t be deployed or fine-tuned.' },
      ],
      default: 'deploy',
      stances: ['hardened'],
    },
  ],
  hardened: [
    {
      Sid: 'HubRead',
      Effect: 'Allow',
      Action: [
        'sagemaker:DescribeHub',
        'sagemaker:DescribeHubContent',
        'sagemaker:ListHubContents',
        'sagemaker:ListHubContentVersions',
      ],
      Resource: hub,
    },
    listAll('HubFind', ['sagemaker:ListHubs']),
    {
      Sid: 'HubDeploy',
      Effect: 'Allow',
      Action: ['sagemaker:DeployHubModel'],
      Resource: hub,
      when: { use: 'deploy' },
    },
    {
      Sid: 'HubDeployAndTrain',
      Effect: 'Allow',
      Action: ['sagemaker:DeployHubModel', 'sagemaker:TrainHubModel'],
      Resource: hub,
      when: { use: 'train' },
    },
  ],
};
