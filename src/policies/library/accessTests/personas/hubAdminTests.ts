import { carefulCall, mustAllow, mustDeny, object, type AccessTest, sageMaker } from '../accessTest.ts';

const hubs = { activity: 'manageHubs' };
const hub = sageMaker('hub/<HUB_NAME>');
const content = (name: string) => sageMaker(`hub-content/${name}/Model/llm`);
const publicHub = 'arn:<PARTITION>:sagemaker:<REGION>:aws:hub/SageMakerPublicHub';

export const hubAdmin: readonly AccessTest[] = [
  ...mustAllow([
    ['create', 'creates the hub', 'sagemaker:CreateHub', hub, carefulCall, hubs],
    [
      'refer',
      'adds a model from the public hub',
      'sagemaker:CreateHubContentReference',
      content('<HUB_NAME>'),
      carefulCall,
      hubs,
    ],
    ['find', 'lists the models in the public hub', 'sagemaker:ListHubContents', publicHub, {}, hubs],
    [
      'read-public',
      'reads the bucket of the public hub',
      's3:GetObject',
      object('jumpstart-cache-prod-<REGION>/models.json'),
      {},
      { ...hubs, when: { jumpStart: 'on' } },
    ],
    ['remove', 'removes a model', 'sagemaker:DeleteHubContentReference', content('<HUB_NAME>'), {}, hubs],
  ]),
  ...mustDeny([
    [
      'write-public',
      'writes to the bucket of the public hub',
      's3:PutObject',
      object('jumpstart-cache-prod-<REGION>/models.json'),
    ],
    ['data', 'reads data in S3', 's3:GetObject', object('zz-another-team/data.csv')],
    ['other-hub', 'deletes another hub', 'sagemaker:DeleteHub', sageMaker('hub/zz-another-team')],
    [
      'other-content',
      'changes a model in another hub',
      'sagemaker:UpdateHubContent',
      content('zz-another-team'),
    ],
    ['public', 'adds a model to the public hub', 'sagemaker:ImportHubContent', publicHub],
    ['share', 'shares the hub', 'sagemaker:PutResourcePolicy', hub],
    ['deploy', 'deploys a model from the hub', 'sagemaker:DeployHubModel', content('<HUB_NAME>')],
    [
      'endpoint',
      'creates an endpoint',
      'sagemaker:CreateEndpoint',
      sageMaker('endpoint/<NAME_PREFIX>1'),
      carefulCall,
    ],
  ]),
];
