import { jumpStartObjects } from '../../activities/awsBuckets.ts';
import { type Guarantee, guaranteeSources as sources, never, onlyOn } from '../guarantee.ts';
import { noDeletion, writesNothing } from './executionRoles.ts';

const object = (path: string) => `arn:<PARTITION>:s3:::${path}`;
const INPUT = '<INPUT_BUCKET_NAME>';
const input = object(`${INPUT}/<INPUT_PREFIX>/*`);
const OUTPUT = '<OUTPUT_BUCKET_NAME>';
const topics = 'arn:<PARTITION>:sns:<REGION>:<ACCOUNT_ID>:<ASYNC_TOPIC>';
const writes = ['s3:PutObject*', 's3:ReplicateObject', 's3:RestoreObject'];

const models = object('<MODEL_BUCKET_NAME>/<MODEL_PREFIX>/*');
const modelBucket = object('<MODEL_BUCKET_NAME>');
const modelsOnly = { activity: 'modelArtifacts', when: { transform: 'off', jumpStart: 'off' } };

const requests = object('<ASYNC_REQUEST_BUCKET>/<ASYNC_REQUEST_PREFIX>/*');
const responses = object('<ASYNC_RESPONSE_BUCKET>/<ASYNC_RESPONSE_PREFIX>/*');
const resultsOfModels = [object(`${OUTPUT}/<PATH_NAME>/*.jsonl`), object(`${OUTPUT}/<PATH_NAME>/*.out`)];

export const hostingRole: readonly Guarantee[] = [
  onlyOn(
    ['model-reads', 'Can read objects only from the model location.', ['s3:GetObject*']],
    [models],
    sources.roles,
    { ...modelsOnly, without: ['serveAsync'] },
  ),
  onlyOn(
    ['model-buckets', 'Can list only the model bucket.', ['s3:ListBucket*']],
    [modelBucket],
    sources.roles,
    modelsOnly,
  ),
  onlyOn(
    [
      'model-transform-reads',
      'Can read objects only from the model and input locations, and list only their buckets.',
      ['s3:GetObject*', 's3:ListBucket*'],
    ],
    [models, modelBucket, input, object(INPUT)],
    sources.roles,
    { activity: 'modelArtifacts', when: { jumpStart: 'off' }, without: ['serveAsync'] },
  ),
  onlyOn(
    [
      'model-reads-jump-start',
      'Can read objects only from the model and input locations and the JumpStart bucket that AWS owns, and list only their buckets.',
      ['s3:GetObject*', 's3:ListBucket*'],
    ],
    [models, modelBucket, input, object(INPUT), ...jumpStartObjects],
    sources.roles,
    { without: ['serveAsync'] },
  ),
  onlyOn(
    [
      'model-reads-requests',
      'Can read objects only from the model and input locations, the JumpStart bucket that AWS owns, and the locations of asynchronous requests.',
      ['s3:GetObject*'],
    ],
    [models, input, ...jumpStartObjects, requests],
    sources.roles,
  ),
  ...writesNothing,
  onlyOn(
    [
      'model-writes',
      'Can write only captured data (.jsonl) and batch transform output (.out) in the output location, so that it can’t overwrite model archives there.',
      writes,
    ],
    resultsOfModels,
    sources.leastPrivilege,
    { without: ['serveAsync'] },
  ),
  onlyOn(
    [
      'model-writes-responses',
      'Can write only captured data (.jsonl) and batch transform output (.out) in the output location, and in the locations of asynchronous responses.',
      writes,
    ],
    [...resultsOfModels, responses],
    sources.leastPrivilege,
  ),
  onlyOn(
    ['model-notifies', 'Can publish only to the notification topics.', ['sns:Publish']],
    [],
    sources.leastPrivilege,
    { exceptWith: { serveAsync: [topics] } },
  ),
  ...noDeletion,
  never(
    [
      'model-no-encryption',
      'Can decrypt with KMS keys, but can’t encrypt.',
      ['kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
    ],
    sources.leastPrivilege,
    { activity: 'hostingEncryption', when: { capture: 'off' } },
  ),
  never(
    [
      'model-starts-nothing',
      'Can’t create or delete SageMaker resources.',
      ['sagemaker:Create*', 'sagemaker:Delete*', 'sagemaker:Start*'],
    ],
    sources.leastPrivilege,
  ),
];
