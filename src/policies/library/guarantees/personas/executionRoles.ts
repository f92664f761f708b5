import { jumpStartObjects } from '../../activities/awsBuckets.ts';
import {
  deniedUnless,
  type Guarantee,
  guaranteeSources as sources,
  never,
  onlyOn,
  sageMakerArns,
} from '../guarantee.ts';

const arn = (service: string, resource: string) =>
  `arn:<PARTITION>:${service}:<REGION>:<ACCOUNT_ID>:${resource}`;
const object = (path: string) => `arn:<PARTITION>:s3:::${path}`;
const INPUT = '<INPUT_BUCKET_NAME>';
const OUTPUT = '<OUTPUT_BUCKET_NAME>';
const repositories = arn('ecr', 'repository/<ECR_REPOSITORY_PREFIX>/*');
const awsImages = 'arn:<PARTITION>:ecr:<REGION>:<AWS_IMAGE_ACCOUNT>:repository/*';
const pull = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const push = ['ecr:CompleteLayerUpload', 'ecr:InitiateLayerUpload', 'ecr:PutImage', 'ecr:UploadLayerPart'];
const writes = ['s3:PutObject*', 's3:ReplicateObject', 's3:RestoreObject'];
const writeObjects = ['s3:DeleteObject*', ...writes];
const useKey = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'];

const input = object(`${INPUT}/<INPUT_PREFIX>/*`);
const output = object(`${OUTPUT}/<PATH_NAME>/*`);
const withoutJumpStart = { activity: 'jobData', when: { jumpStart: 'off' } };

export const jobReads: readonly Guarantee[] = [
  onlyOn(
    ['job-reads', 'Can read objects only from the input and output locations.', ['s3:GetObject*']],
    [input, output],
    sources.roles,
    withoutJumpStart,
  ),
  onlyOn(
    [
      'job-reads-jump-start',
      'Can read objects only from the input and output locations, and from the JumpStart bucket that AWS owns.',
      ['s3:GetObject*'],
    ],
    [input, output, ...jumpStartObjects],
    sources.roles,
  ),
];

export const outputOnly: readonly Guarantee[] = [
  onlyOn(['job-writes', 'Can write objects only to the output location.', writes], [output], sources.roles),
];

/** Of roles that write only with some options or activities. */
export const writesNothing: readonly Guarantee[] = [
  never(['writes-nothing', 'Can’t write or change objects in any bucket.', writes], sources.leastPrivilege, {
    without: ['jobData', 'serveAsync'],
    besides: { modelArtifacts: { capture: 'off', transform: 'off' } },
  }),
];

export const jobWrites: readonly Guarantee[] = [...jobReads, ...outputOnly];

export const noDeletion: readonly Guarantee[] = [
  never(
    [
      'job-no-deletion',
      'Can’t delete objects or object versions.',
      ['s3:DeleteObject*', 's3:PutLifecycleConfiguration'],
    ],
    sources.leastPrivilege,
  ),
];

export const trainingRole: readonly Guarantee[] = [
  ...jobWrites,
  onlyOn(
    ['job-buckets', 'Can list only the input and output buckets.', ['s3:ListBucket*']],
    [object(INPUT), object(OUTPUT)],
    sources.roles,
    withoutJumpStart,
  ),
  onlyOn(
    [
      'job-buckets-jump-start',
      'Can list only the input and output buckets, and the JumpStart bucket that AWS owns.',
      ['s3:ListBucket*'],
    ],
    [object(INPUT), object(OUTPUT), ...jumpStartObjects],
    sources.roles,
  ),
  ...noDeletion,
  never(
    [
      'job-starts-nothing',
      'Can’t start other jobs, notebooks, or endpoints.',
      ['sagemaker:Create*', 'sagemaker:Start*', 'sagemaker:Update*'],
    ],
    sources.leastPrivilege,
    { without: ['analyzeModels'] },
  ),
  onlyOn(
    [
      'job-starts-endpoints-only',
      'Can create nothing but endpoints and their configurations, and can’t start or update anything else.',
      ['sagemaker:Create*', 'sagemaker:Start*', 'sagemaker:Update*'],
    ],
    sageMakerArns('endpoint-config/*', 'endpoint/*'),
    sources.leastPrivilege,
  ),
  deniedUnless(
    [
      'job-own-models',
      'Can create endpoint configurations only for models with the name prefix.',
      ['sagemaker:CreateEndpointConfig'],
    ],
    [{ ArnLike: { 'sagemaker:ModelArn': sageMakerArns('model/<NAME_PREFIX>*') } }],
    sources.leastPrivilege,
  ),
];

/** Roles that only read data and results of others. */
export const readers: readonly Guarantee[] = [
  never(['no-writes', 'Can’t write or delete objects in any bucket.', writeObjects], sources.leastPrivilege),
];

export const passesNothing: readonly Guarantee[] = [
  never(['no-role-passing', 'Can’t pass a role to any service.', ['iam:PassRole']], sources.passRole),
];

/** What holds for containers of jobs and models. */
export const containers: readonly Guarantee[] = [
  ...passesNothing,
  onlyOn(
    ['data-key', 'Can encrypt and decrypt data only with the data key.', useKey],
    ['<DATA_KMS_CMK_ARN>'],
    sources.keys,
  ),
  onlyOn(
    ['pulls', 'Can pull images only from repositories with the prefix and from AWS framework images.', pull],
    [repositories, awsImages],
    sources.ecr,
  ),
  deniedUnless(
    ['pulls-tagged', 'Can pull images of this account only from repositories with the required tag.', pull],
    [{ StringEquals: { 'aws:ResourceTag/<ECR_TAG_KEY>': ['<ECR_TAG_VALUE>'] } }],
    sources.ecrTags,
    { resources: [arn('ecr', 'repository/*')] },
  ),
  never(['no-push', 'Can’t push container images.', push], sources.ecr),
  onlyOn(
    [
      'sagemaker-logs',
      'Can write only to SageMaker log groups.',
      ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
    ],
    [arn('logs', 'log-group:/aws/sagemaker/*')],
    sources.logs,
  ),
  deniedUnless(
    ['sagemaker-metrics', 'Can publish metrics only in SageMaker namespaces.', ['cloudwatch:PutMetricData']],
    [{ StringLike: { 'cloudwatch:namespace': ['*SageMaker*', '*Sagemaker*', '*sagemaker*'] } }],
    sources.metrics,
  ),
];

/** What holds for everyone who uses the volume key. */
export const volumeKeyUsers: readonly Guarantee[] = [
  deniedUnless(
    ['grants-for-aws', 'Can create KMS grants only for AWS services.', ['kms:CreateGrant']],
    [{ Bool: { 'kms:GrantIsForAWSResource': ['true'] } }],
    sources.grants,
  ),
  onlyOn(
    ['grants-on-volume-key', 'Can create KMS grants only on the volume key.', ['kms:CreateGrant']],
    ['<VOLUME_KMS_CMK_ARN>'],
    sources.grants,
  ),
];
