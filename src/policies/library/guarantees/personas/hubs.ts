import { type Guarantee, guaranteeSources as sources, never, onlyOn, sageMakerArns } from '../guarantee.ts';

export const hubAdmin: readonly Guarantee[] = [
  onlyOn(
    [
      'hub-changes',
      'Can change only the private hub and its content.',
      ['sagemaker:CreateHub*', 'sagemaker:DeleteHub*', 'sagemaker:ImportHubContent', 'sagemaker:UpdateHub*'],
    ],
    sageMakerArns('hub/<HUB_NAME>', 'hub-content/<HUB_NAME>/*'),
    sources.leastPrivilege,
  ),
  never(
    [
      'hub-uses-nothing',
      'Can’t deploy or fine-tune models.',
      [
        'sagemaker:Create*Job',
        'sagemaker:CreateEndpoint*',
        'sagemaker:CreateModel*',
        'sagemaker:DeployHubModel',
        'sagemaker:TrainHubModel',
      ],
    ],
    sources.leastPrivilege,
  ),
];
