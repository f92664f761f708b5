import { type Guarantee, guaranteeSources as sources, never, onlyOn, sageMakerArns } from '../guarantee.ts';

export const autoMlRole: readonly Guarantee[] = [
  onlyOn(
    ['automl-passes', 'Can pass only the AutoML execution role.', ['iam:PassRole']],
    ['<AUTOML_ROLE_ARN>'],
    sources.passRole,
  ),
  onlyOn(
    [
      'automl-creates',
      'Can create and delete only models and endpoints, in this account and Region.',
      ['sagemaker:Create*', 'sagemaker:Delete*'],
    ],
    sageMakerArns('endpoint-config/*', 'endpoint/*', 'model/*'),
    sources.roles,
  ),
  never(
    [
      'automl-starts-nothing',
      'Can’t start other jobs or update endpoints.',
      ['sagemaker:Create*Job*', 'sagemaker:Start*', 'sagemaker:UpdateEndpoint*'],
    ],
    sources.roles,
  ),
];
