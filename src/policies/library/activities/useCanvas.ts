import type { Activity, StatementTemplate } from './activity.ts';
import { jumpStartBucket, jumpStartOption } from './awsBuckets.ts';
import { ofAws } from './pullImages.ts';
import { arn, listAll, passRole, tagsOption } from './roleManager.ts';

const own = 'arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:';
const work = [`${own}*Canvas*`, `${own}*canvas*`];
/** Its own models alone: a configuration and a batch prediction can name any model. */
const withOwnModels = {
  ArnLike: { 'sagemaker:ModelArn': [`${own}model/*Canvas*`, `${own}model/*canvas*`] },
} as const;
const start = (Sid: string, ...kinds: readonly string[]): StatementTemplate => ({
  Sid,
  Effect: 'Allow',
  Action: kinds.map((kind) => `sagemaker:Create${kind}`),
  Resource: work,
});

export const useCanvas: Activity = {
  id: 'useCanvas',
  title: 'Build models in Canvas',
  summary: 'Train models without code, and use them for predictions.',
  status: 'missingInGuide',
  options: [
    {
      id: 'deploy',
      label: 'Deploy models',
      help: 'Canvas can deploy models to endpoints that others call.',
      choices: [
        { value: 'off', label: 'No', help: 'Predictions are made in Canvas.' },
        { value: 'on', label: 'Yes', help: 'Adds managing and invoking Canvas endpoints.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
    tagsOption,
    jumpStartOption,
  ],
  hardened: [
    start('CanvasTraining', 'AutoMLJob', 'AutoMLJobV2', 'TrainingJob'),
    start('CanvasProcessing', 'ProcessingJob'),
    { ...start('CanvasPredictions', 'TransformJob'), Condition: withOwnModels },
    start('CanvasModels', 'Model'),
    {
      Sid: 'CanvasFollow',
      Effect: 'Allow',
      Action: [
        'sagemaker:DeleteModel',
        'sagemaker:DescribeAutoMLJob',
        'sagemaker:DescribeAutoMLJobV2',
        'sagemaker:DescribeModel',
        'sagemaker:DescribeProcessingJob',
        'sagemaker:DescribeTrainingJob',
        'sagemaker:DescribeTransformJob',
        'sagemaker:StopAutoMLJob',
        'sagemaker:StopTrainingJob',
        'sagemaker:StopTransformJob',
      ],
      Resource: work,
    },
    {
      Sid: 'CanvasApp',
      Effect: 'Allow',
      Action: ['sagemaker:DeleteApp'],
      Resource: [arn('app', '<STUDIO_DOMAIN_ID>/*/canvas/*')],
    },
    { ...start('CanvasEndpointConfigs', 'EndpointConfig'), Condition: withOwnModels, when: { deploy: 'on' } },
    {
      Sid: 'CanvasEndpoints',
      Effect: 'Allow',
      Action: [
        'sagemaker:CreateEndpoint',
        'sagemaker:DeleteEndpoint',
        'sagemaker:DeleteEndpointConfig',
        'sagemaker:DescribeEndpoint',
        'sagemaker:DescribeEndpointConfig',
        'sagemaker:InvokeEndpoint',
        'sagemaker:UpdateEndpoint',
      ],
      Resource: work,
      when: { deploy: 'on' },
    },
    {
      Sid: 'CanvasProfile',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeDomain', 'sagemaker:DescribeUserProfile', 'sagemaker:ListTags'],
      Resource: [arn('domain', '<STUDIO_DOMAIN_ID>'), arn('user-profile', '<STUDIO_DOMAIN_ID>/*')],
    },
    listAll('CanvasFind', [
      'ecr:GetAuthorizationToken',
      'sagemaker:ListCandidatesForAutoMLJob',
      'sagemaker:ListEndpoints',
    ]),
    {
      Sid: 'CanvasImages',
      ...ofAws,
      Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    },
    passRole('CanvasPassRole', '<CANVAS_ROLE_ARN>'),
    {
      Sid: 'CanvasTags',
      Effect: 'Allow',
      Action: ['sagemaker:AddTags'],
      Resource: work,
      Condition: { Null: { 'sagemaker:TaggingAction': ['false'] } },
      when: { tags: 'on' },
    },
    jumpStartBucket('CanvasJumpStart'),
  ],
};
