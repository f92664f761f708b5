import type { Activity } from './activity.ts';
import { arn, listAll } from './roleManager.ts';
import { sources } from './sources.ts';

const sharing = 'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-curated-hubs-ram.html';
const training = 'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-curated-hubs-fine-tune.html';
const hub = [arn('hub', '<HUB_NAME>'), arn('hub-content', '<HUB_NAME>/*')];

export const useHub: Activity = {
  id: 'useHub',
  title: 'Use models of a private JumpStart hub',
  summary: 'View the models of one hub, and deploy or fine-tune them.',
  status: 'missingInGuide',
  options: [
    {
      id: 'use',
      label: 'Models of the hub',
      help: 'What can be done with them, besides viewing.',
      choices: [
        { value: 'deploy', label: 'Deploy', help: 'Adds sagemaker:DeployHubModel.' },
        {
          value: 'train',
          label: 'Deploy and fine-tune',
          help: 'Adds sagemaker:DeployHubModel and sagemaker:TrainHubModel.',
        },
        { value: 'view', label: 'View only', help: 'Adds nothing.' },
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
  repairs: [],
  differences: [],
  notes: [
    {
      text: 'The same actions as the permissions that AWS RAM has for shared hubs. Models and endpoints are created with other activities, and the execution role reads the model: choose “JumpStart models” there.',
      source: sharing,
    },
    {
      text: 'The AWS sample for fine-tuning allows TrainHubModel on every hub of the account. A hub of another account must also allow it.',
      source: training,
    },
    {
      text: 'The public hub is not included, so only the models of the hub can be found.',
      source: sources.sagemakerActions,
    },
  ],
};
