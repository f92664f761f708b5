import {
  deniedUnless,
  type Guarantee,
  guaranteeSources as sources,
  never,
  onlyOn,
  sageMakerArns,
} from '../guarantee.ts';

const s3 = { policy: { endpoint: 's3Endpoint' } } as const;
const listed = ['arn:<PARTITION>:s3:::<bucket_name>', 'arn:<PARTITION>:s3:::<bucket_name>/*'];
const layers = 'arn:<PARTITION>:s3:::prod-<REGION>-starport-layer-bucket/*';
const callersOfAccount = { StringEquals: { 'aws:PrincipalAccount': ['<ACCOUNT_ID>'] } };

export const vpcEndpoint: readonly Guarantee[] = [
  onlyOn(
    ['endpoint-buckets', 'Allows requests only to the specified buckets and to ECR image layers.', ['s3:*']],
    [...listed, layers],
    sources.s3Endpoint,
    s3,
  ),
  onlyOn(
    [
      'endpoint-writes',
      'Allows no writes to buckets that aren’t specified.',
      ['s3:AbortMultipartUpload', 's3:PutObject*'],
    ],
    listed,
    sources.s3Endpoint,
    s3,
  ),
  deniedUnless(
    ['endpoint-callers', 'Allows only principals of this account to use the specified buckets.', ['s3:*']],
    [callersOfAccount],
    sources.s3Endpoint,
    { ...s3, resources: listed },
  ),
  deniedUnless(
    [
      'endpoint-owners',
      'Allows access to the specified buckets only if they belong to this account.',
      ['s3:*'],
    ],
    [{ StringEquals: { 'aws:ResourceAccount': ['<ACCOUNT_ID>'] } }],
    sources.s3Endpoint,
    { ...s3, resources: listed },
  ),
  never(
    ['endpoint-no-deletion', 'Allows no deletion of objects or buckets.', ['s3:Delete*']],
    sources.s3Endpoint,
    s3,
  ),
  onlyOn(
    ['endpoint-inference', 'Allows requests only to endpoints with the name prefix.', ['*']],
    sageMakerArns('endpoint/<NAME_PREFIX>*'),
    sources.endpoints,
    { policy: { endpoint: 'sagemaker-runtimeEndpoint' } },
  ),
  onlyOn(
    ['endpoint-keys', 'Allows requests only for the data key and the volume key.', ['*']],
    ['<DATA_KMS_CMK_ARN>', '<VOLUME_KMS_CMK_ARN>'],
    sources.endpoints,
    { policy: { endpoint: 'kmsEndpoint' } },
  ),
  onlyOn(
    ['endpoint-roles', 'Allows only roles of this account to be assumed.', ['sts:Assume*']],
    ['arn:<PARTITION>:iam::<ACCOUNT_ID>:role/*'],
    sources.endpoints,
    { policy: { endpoint: 'stsEndpoint' } },
  ),
];
