import type { Activity } from '../../activities/activity.ts';
import { ecrApiEndpoint } from '../../activities/ecrApiEndpoint.ts';
import { ecrDkrEndpoint } from '../../activities/ecrDkrEndpoint.ts';
import { featureStoreEndpoint } from '../../activities/featureStoreEndpoint.ts';
import { kmsEndpoint } from '../../activities/kmsEndpoint.ts';
import { logsEndpoint } from '../../activities/logsEndpoint.ts';
import { monitoringEndpoint } from '../../activities/monitoringEndpoint.ts';
import { sagemakerApiEndpoint } from '../../activities/sagemakerApiEndpoint.ts';
import { sagemakerRuntimeEndpoint } from '../../activities/sagemakerRuntimeEndpoint.ts';
import { stsEndpoint } from '../../activities/stsEndpoint.ts';
import { bucketsOfAws } from '../../activities/s3EndpointOptions.ts';
import {
  deniedUnless,
  type Guarantee,
  guaranteeSources as sources,
  never,
  onlyOn,
  sageMakerArns,
} from '../guarantee.ts';

const bucket = 'arn:<PARTITION>:s3:::<bucket_name>';
const listed = [bucket, `${bucket}/*`];
const builds = 'arn:<PARTITION>:s3:::<BUILD_BUCKET_NAME>/*';
const layers = 'arn:<PARTITION>:s3:::prod-<REGION>-starport-layer-bucket/*';
const ofAws = bucketsOfAws.map((name) => `arn:<PARTITION>:s3:::${name}/*`);

const s3 = { policy: { endpoint: 's3Endpoint' }, activity: 's3EndpointAccess' } as const;
const strict = { style: 'strict' };
const noBuckets = { builds: 'off', jumpStart: 'off', packages: 'off', samples: 'off' };

const callersOf = {
  account: { 'aws:PrincipalAccount': ['<ACCOUNT_ID>'] },
  organization: { 'aws:PrincipalOrgID': ['<ORGANIZATION_ID>'] },
};
const ownersOf = {
  account: { 'aws:ResourceAccount': ['<ACCOUNT_ID>'] },
  organization: { 'aws:ResourceOrgID': ['<ORGANIZATION_ID>'] },
};
const byServices = { Bool: { 'aws:PrincipalIsAWSService': ['true'] } };
/** What the data perimeter allows: callers and resources of the account or its organization, and calls by AWS services. */
const withinPerimeter = [
  { StringEquals: { ...callersOf.account, ...ownersOf.account } },
  { StringEquals: { ...callersOf.organization, ...ownersOf.organization } },
  byServices,
];

const buckets: readonly Guarantee[] = [
  onlyOn(
    ['endpoint-buckets', 'Allows requests only to the specified buckets and to ECR image layers.', ['s3:*']],
    [...listed, layers],
    sources.s3Endpoint,
    { ...s3, when: { ...strict, ...noBuckets } },
  ),
  deniedUnless(
    [
      'endpoint-other-buckets',
      'Allows requests to other buckets than those of the activity only within the account or organization, and by AWS services.',
      ['s3:*'],
    ],
    withinPerimeter,
    sources.s3Endpoint,
    { ...s3, exceptResources: [...listed, builds, layers, ...ofAws] },
  ),
  onlyOn(
    [
      'endpoint-writes',
      'Allows no writes to buckets that aren’t specified.',
      ['s3:AbortMultipartUpload', 's3:PutObject*'],
    ],
    listed,
    sources.s3Endpoint,
    { ...s3, when: { ...strict, builds: 'off' } },
  ),
  deniedUnless(
    [
      'endpoint-other-writes',
      'Allows writes to other buckets than the specified ones and the image build bucket only within the account or organization, and by AWS services.',
      ['s3:AbortMultipartUpload', 's3:PutObject*'],
    ],
    withinPerimeter,
    sources.s3Endpoint,
    { ...s3, exceptResources: [...listed, builds] },
  ),
  never(
    ['endpoint-no-deletion', 'Allows no deletion of objects or buckets.', ['s3:Delete*']],
    sources.s3Endpoint,
    { ...s3, when: { ...strict, deleteObjects: 'off' } },
  ),
  deniedUnless(
    [
      'endpoint-other-deletion',
      'Allows other deletion than that of objects in the specified buckets only within the account or organization, and by AWS services.',
      ['s3:Delete*'],
    ],
    withinPerimeter,
    sources.s3Endpoint,
    { ...s3, exceptResources: [`${bucket}/*`] },
  ),
];

const strictlyOfAccount = { ...s3, resources: listed, when: { ...strict, bounded: 'account' } };
/** Whose callers and resources pass, and with which options that is claimed: always what both bounds have in common. */
const bounds = [
  { bound: 'account', of: 'this account', when: { when: { bounded: 'account' } } },
  { bound: 'organization', of: 'this account or its organization', when: {} },
] as const;

const boundTo = (keys: typeof callersOf | typeof ownersOf, bound: 'account' | 'organization') => [
  { StringEquals: keys.account },
  ...(bound === 'organization' ? [{ StringEquals: keys.organization }] : []),
  byServices,
];

const callersOfBuckets: readonly Guarantee[] = [
  deniedUnless(
    ['endpoint-callers', 'Allows only principals of this account to use the specified buckets.', ['s3:*']],
    [{ StringEquals: callersOf.account }],
    sources.s3Endpoint,
    strictlyOfAccount,
  ),
  deniedUnless(
    [
      'endpoint-owners',
      'Allows access to the specified buckets only if they belong to this account.',
      ['s3:*'],
    ],
    [{ StringEquals: ownersOf.account }],
    sources.s3Endpoint,
    strictlyOfAccount,
  ),
  ...bounds.flatMap(({ bound, of, when }) => [
    deniedUnless(
      [
        `endpoint-callers-of-${bound}`,
        `Allows only principals of ${of}, and AWS services, to use buckets other than those that AWS owns.`,
        ['s3:*'],
      ],
      boundTo(callersOf, bound),
      sources.s3Endpoint,
      { ...s3, ...when, exceptResources: [layers, ...ofAws] },
    ),
    deniedUnless(
      [
        `endpoint-owners-of-${bound}`,
        `Allows access to buckets other than those that AWS owns only if they belong to ${of}, and to AWS services.`,
        ['s3:*'],
      ],
      boundTo(ownersOf, bound),
      sources.s3Endpoint,
      { ...s3, ...when, exceptResources: [layers, ...ofAws] },
    ),
  ]),
];

/** Whichever style an endpoint has: whose credentials can use it. */
function callersOfEndpoint({ id: activity, title, endpoint }: Activity): readonly Guarantee[] {
  if (!endpoint) return [];
  const policy = { endpoint: `${endpoint.id}Endpoint` };
  return bounds.map(({ bound, of, when }) =>
    deniedUnless(
      [
        `${activity}-callers-of-${bound}`,
        `Allows only principals of ${of}, and AWS services, to use the ${title} endpoint.`,
        ['*'],
      ],
      boundTo(callersOf, bound),
      sources.endpoints,
      { policy, activity, ...when },
    ),
  );
}

const callersOfOthers = [
  sagemakerApiEndpoint,
  sagemakerRuntimeEndpoint,
  ecrApiEndpoint,
  ecrDkrEndpoint,
  logsEndpoint,
  kmsEndpoint,
  stsEndpoint,
  monitoringEndpoint,
  featureStoreEndpoint,
].flatMap(callersOfEndpoint);

const strictly = (endpoint: string, activity: string) =>
  ({ policy: { endpoint: `${endpoint}Endpoint` }, activity, when: strict }) as const;

export const vpcEndpoint: readonly Guarantee[] = [
  ...buckets,
  ...callersOfBuckets,
  onlyOn(
    ['endpoint-inference', 'Allows requests only to endpoints with the name prefix.', ['*']],
    sageMakerArns('endpoint/<NAME_PREFIX>*'),
    sources.endpoints,
    strictly('sagemaker-runtime', 'sagemakerRuntimeEndpoint'),
  ),
  onlyOn(
    ['endpoint-keys', 'Allows requests only for the data key and the volume key.', ['*']],
    ['<DATA_KMS_CMK_ARN>', '<VOLUME_KMS_CMK_ARN>'],
    sources.endpoints,
    strictly('kms', 'kmsEndpoint'),
  ),
  onlyOn(
    ['endpoint-roles', 'Allows only roles of this account to be assumed.', ['sts:Assume*']],
    ['arn:<PARTITION>:iam::<ACCOUNT_ID>:role/*'],
    sources.endpoints,
    strictly('sts', 'stsEndpoint'),
  ),
  ...callersOfOthers,
];
