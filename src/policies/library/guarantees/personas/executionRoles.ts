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
const writeObjects = ['s3:DeleteObject*', 's3:PutObject*', 's3:ReplicateObject', 's3:RestoreObject'];
const useKey = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'];

export const jobReads: readonly Guarantee[] = [
  onlyOn(
    ['job-reads', 'Can read objects only from the input and output locations.', ['s3:GetObject*']],
    [object(`${INPUT}/<INPUT_PREFIX>/*`), object(`${OUTPUT}/<PATH_NAME>/*`)],
    sources.roles,
  ),
];

export const jobWrites: readonly Guarantee[] = [
  ...jobReads,
  onlyOn(
    [
      'job-writes',
      'Can write objects only to the output location.',
      ['s3:PutObject*', 's3:ReplicateObject', 's3:RestoreObject'],
    ],
    [object(`${OUTPUT}/<PATH_NAME>/*`)],
    sources.roles,
  ),
];

export const trainingRole: readonly Guarantee[] = [
  ...jobWrites,
  onlyOn(
    ['job-buckets', 'Can list only the input and output buckets.', ['s3:ListBucket*']],
    [object(INPUT), object(OUTPUT)],
    sources.roles,
  ),
  never(
    [
      'job-no-deletion',
      'Can’t delete objects or object versions.',
      ['s3:DeleteObject*', 's3:PutLifecycleConfiguration'],
    ],
    sources.leastPrivilege,
  ),
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

export const hostingRole: readonly Guarantee[] = [
  onlyOn(
    ['model-reads', 'Can read objects only from the model location.', ['s3:GetObject*']],
    [object('<MODEL_BUCKET_NAME>/<MODEL_PREFIX>/*')],
    sources.roles,
  ),
  onlyOn(
    ['model-buckets', 'Can list only the model bucket.', ['s3:ListBucket*']],
    [object('<MODEL_BUCKET_NAME>')],
    sources.roles,
  ),
  never(
    [
      'model-no-encryption',
      'Can decrypt with KMS keys, but can’t encrypt.',
      ['kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
    ],
    sources.leastPrivilege,
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

/** What holds for those who attach containers or notebooks to the VPC. */
export const interfaces: readonly Guarantee[] = [
  onlyOn(
    [
      'approved-interfaces',
      'Can create network interfaces only in the approved subnets and security groups.',
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
      'Can delete and share only network interfaces in the approved subnets.',
      ['ec2:CreateNetworkInterfacePermission', 'ec2:DeleteNetworkInterface*'],
    ],
    [{ ArnEquals: { 'ec2:Subnet': [arn('ec2', 'subnet/<SUBNET_ID>')] } }],
    sources.jobVpc,
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
