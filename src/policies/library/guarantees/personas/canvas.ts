import { jumpStartObjects } from '../../activities/awsBuckets.ts';
import {
  deniedUnless,
  type Guarantee,
  guaranteeSources as sources,
  onlyOn,
  sageMakerArns,
} from '../guarantee.ts';

const work = 'arn:<PARTITION>:s3:::<WORK_BUCKET_NAME>/<WORK_PREFIX>/*';

export const canvasUser: readonly Guarantee[] = [
  onlyOn(
    [
      'canvas-names',
      'Can start jobs, and create models and endpoints, only with “canvas” in their name.',
      ['sagemaker:Create*Job*', 'sagemaker:CreateEndpoint*', 'sagemaker:CreateModel'],
    ],
    sageMakerArns('*Canvas*', '*canvas*'),
    sources.leastPrivilege,
  ),
  deniedUnless(
    [
      'canvas-models',
      'Can create endpoint configurations and transform jobs only for models with “canvas” in their name.',
      ['sagemaker:CreateEndpointConfig', 'sagemaker:CreateTransformJob'],
    ],
    [{ ArnLike: { 'sagemaker:ModelArn': sageMakerArns('model/*Canvas*', 'model/*canvas*') } }],
    sources.leastPrivilege,
  ),
  onlyOn(
    ['canvas-passes', 'Can pass only the Canvas execution role.', ['iam:PassRole']],
    ['<CANVAS_ROLE_ARN>'],
    sources.passRole,
  ),
  onlyOn(
    [
      'canvas-data',
      'Can read and write objects only in the work locations.',
      ['s3:GetObject*', 's3:PutObject*'],
    ],
    [work],
    sources.leastPrivilege,
    { activity: 'useCanvas', when: { jumpStart: 'off' } },
  ),
  onlyOn(
    [
      'canvas-data-jump-start',
      'Can read objects only in the work locations, and in the JumpStart bucket that AWS owns.',
      ['s3:GetObject*'],
    ],
    [work, ...jumpStartObjects],
    sources.leastPrivilege,
  ),
  onlyOn(
    ['canvas-writes', 'Can write objects only in the work locations.', ['s3:PutObject*']],
    [work],
    sources.leastPrivilege,
  ),
];
