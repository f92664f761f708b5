import { deniedUnless, type Guarantee, guaranteeSources as sources, never, onlyOn } from '../guarantee.ts';

const arn = (service: string, resource: string) =>
  `arn:<PARTITION>:${service}:<REGION>:<ACCOUNT_ID>:${resource}`;
const object = (path: string) => `arn:<PARTITION>:s3:::${path}`;
const INPUT = '<INPUT_BUCKET_NAME>';
const OUTPUT = '<OUTPUT_BUCKET_NAME>';
const repositories = arn('ecr', 'repository/<ECR_REPOSITORY_PREFIX>/*');
const awsImages = 'arn:<PARTITION>:ecr:<REGION>:<AWS_IMAGE_ACCOUNT>:repository/*';
const pull = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const push = ['ecr:CompleteLayerUpload', 'ecr:InitiateLayerUpload', 'ecr:PutImage', 'ecr:UploadLayerPart'];
const writeObjects = ['s3:DeleteObject*', 's3:PutObject*', 's3:ReplicateObject', 's3:RestoreObject'];
const useKey = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'];

export const trainingRole: readonly Guarantee[] = [
  onlyOn(
    ['job-reads', 'Reads objects only from the input and output locations.', ['s3:GetObject*']],
    [object(`${INPUT}/<INPUT_PREFIX>/*`), object(`${OUTPUT}/<PATH_NAME>/*`)],
    sources.roles,
  ),
  onlyOn(
    [
      'job-writes',
      'Writes objects only to the output location.',
      ['s3:PutObject*', 's3:ReplicateObject', 's3:RestoreObject'],
    ],
    [object(`${OUTPUT}/<PATH_NAME>/*`)],
    sources.roles,
  ),
  onlyOn(
    ['job-buckets', 'Lists only the input and output buckets.', ['s3:ListBucket*']],
    [object(INPUT), object(OUTPUT)],
    sources.roles,
  ),
  never(
    [
      'job-no-deletion',
      'Deletes no object and no version of one.',
      ['s3:DeleteObject*', 's3:PutLifecycleConfiguration'],
    ],
    sources.leastPrivilege,
  ),
  never(
    [
      'job-starts-nothing',
      'Starts no other job, notebook, or endpoint.',
      ['sagemaker:Create*', 'sagemaker:Start*', 'sagemaker:Update*'],
    ],
    sources.leastPrivilege,
  ),
];

export const hostingRole: readonly Guarantee[] = [
  onlyOn(
    ['model-reads', 'Reads objects only from the model location.', ['s3:GetObject*']],
    [object('<MODEL_BUCKET_NAME>/<MODEL_PREFIX>/*')],
    sources.roles,
  ),
  onlyOn(
    ['model-buckets', 'Lists only the model bucket.', ['s3:ListBucket*']],
    [object('<MODEL_BUCKET_NAME>')],
    sources.roles,
  ),
  never(
    [
      'model-no-encryption',
      'Encrypts nothing with a KMS key; it only decrypts.',
      ['kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
    ],
    sources.leastPrivilege,
  ),
  never(
    [
      'model-starts-nothing',
      'Creates and deletes no SageMaker resource.',
      ['sagemaker:Create*', 'sagemaker:Delete*', 'sagemaker:Start*'],
    ],
    sources.leastPrivilege,
  ),
];

/** Roles that only read data and results of others. */
export const readers: readonly Guarantee[] = [
  never(['no-writes', 'Writes and deletes no object in any bucket.', writeObjects], sources.leastPrivilege),
];

/** What holds for containers of jobs and models. */
export const containers: readonly Guarantee[] = [
  never(['no-role-passing', 'Passes no role to any service.', ['iam:PassRole']], sources.passRole),
  onlyOn(
    ['data-key', 'Encrypts and decrypts data with the data key only.', useKey],
    ['<DATA_KMS_CMK_ARN>'],
    sources.keys,
  ),
  onlyOn(
    ['pulls', 'Pulls images only from repositories with the prefix and from AWS framework images.', pull],
    [repositories, awsImages],
    sources.ecr,
  ),
  deniedUnless(
    ['pulls-tagged', 'Pulls images of this account only from repositories with the required tag.', pull],
    [{ StringEquals: { 'aws:ResourceTag/<ECR_TAG_KEY>': ['<ECR_TAG_VALUE>'] } }],
    sources.ecrTags,
    { resources: [arn('ecr', 'repository/*')] },
  ),
  never(['no-push', 'Pushes no container image.', push], sources.ecr),
  onlyOn(
    [
      'sagemaker-logs',
      'Writes only to the log groups of SageMaker.',
      ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
    ],
    [arn('logs', 'log-group:/aws/sagemaker/*')],
    sources.logs,
  ),
  deniedUnless(
    ['sagemaker-metrics', 'Publishes metrics only in SageMaker namespaces.', ['cloudwatch:PutMetricData']],
    [{ StringLike: { 'cloudwatch:namespace': ['*SageMaker*', '*Sagemaker*', '*sagemaker*'] } }],
    sources.metrics,
  ),
];

/** What holds for those who attach containers or notebooks to the VPC. */
export const interfaces: readonly Guarantee[] = [
  onlyOn(
    [
      'approved-interfaces',
      'Creates network interfaces only in the approved subnets and security groups.',
      ['ec2:CreateNetworkInterface'],
    ],
    [
      arn('ec2', 'network-interface/*'),
      arn('ec2', 'subnet/<SUBNET_ID>'),
      arn('ec2', 'security-group/<SECURITY_GROUP_ID>'),
    ],
    sources.jobVpc,
  ),
];

/** As above for jobs, where AWS documents a wider form. */
export const jobInterfaces: readonly Guarantee[] = [
  deniedUnless(
    [
      'job-interfaces',
      'Deletes and shares only network interfaces in the approved subnets.',
      ['ec2:CreateNetworkInterfacePermission', 'ec2:DeleteNetworkInterface*'],
    ],
    [{ ArnEquals: { 'ec2:Subnet': [arn('ec2', 'subnet/<SUBNET_ID>')] } }],
    sources.jobVpc,
  ),
];

/** What holds for everyone who uses the volume key. */
export const volumeKeyUsers: readonly Guarantee[] = [
  deniedUnless(
    ['grants-for-aws', 'Creates KMS grants only for AWS services.', ['kms:CreateGrant']],
    [{ Bool: { 'kms:GrantIsForAWSResource': ['true'] } }],
    sources.grants,
  ),
  onlyOn(
    ['grants-on-volume-key', 'Creates KMS grants only on the volume key.', ['kms:CreateGrant']],
    ['<VOLUME_KMS_CMK_ARN>'],
    sources.grants,
  ),
];
