import { throughEndpoints } from './endpointTests.ts';
import { testsOfEndpoint } from './endpointCalls.ts';
import { arn, mustAllow, mustDeny, object, type AccessTest } from '../accessTest.ts';

const through = { endpoint: 's3Endpoint', activity: 's3EndpointAccess' };
const inside = {
  'aws:PrincipalAccount': '<ACCOUNT_ID>',
  'aws:ResourceAccount': '<ACCOUNT_ID>',
  'aws:ResourceOrgID': '<ORGANIZATION_ID>',
};
const toForeigner = { 'aws:ResourceAccount': '999999999999', 'aws:ResourceOrgID': 'o-zz9zz9zz9z' };
const byForeigner = { 'aws:PrincipalAccount': '999999999999', 'aws:PrincipalOrgID': 'o-zz9zz9zz9z' };
const when = (options: Readonly<Record<string, string>>) => ({ ...through, when: options });
const strictly = { ...through, besides: { s3EndpointAccess: { style: 'strict' } } };
const layer = object('prod-<REGION>-starport-layer-bucket/layer');
const other = object('zz-another-bucket/train.csv');
const data = object('<bucket_name>/train.csv');
const bucket = object('<bucket_name>');

const ofAws = { ofRegion: 'AWS_IMAGE_ACCOUNT', registry: 'public' } as const;
const framework = 'arn:<PARTITION>:ecr:<REGION>:<AWS_IMAGE_ACCOUNT>:repository/pytorch-training';
const foreign = 'arn:<PARTITION>:ecr:<REGION>:999999999999:repository/tool';
const toAws = { 'aws:PrincipalAccount': '<ACCOUNT_ID>', 'aws:ResourceAccount': '<AWS_IMAGE_ACCOUNT>' };
const toForeign = { ...toAws, 'aws:ResourceAccount': '999999999999' };

/** The two endpoints of ECR let the same pulls through. */
const ecr = (
  [
    ['ecr-api', 'ECR API', { endpoint: 'ecr-apiEndpoint', activity: 'ecrApiEndpoint' }],
    ['ecr-dkr', 'ECR registry', { endpoint: 'ecr-dkrEndpoint', activity: 'ecrDkrEndpoint' }],
  ] as const
).map(([id, title, endpoint]) => ({
  allow: mustAllow([
    [
      `${id}-aws`,
      `pulls an AWS framework image through the ${title} endpoint`,
      'ecr:BatchGetImage',
      framework,
      toAws,
      { ...endpoint, ...ofAws, when: { awsImages: 'aws' } },
    ],
  ]),
  deny: mustDeny([
    [
      `${id}-push`,
      `pushes to an AWS registry through the ${title} endpoint`,
      'ecr:PutImage',
      framework,
      toAws,
      { ...endpoint, ofRegion: 'AWS_IMAGE_ACCOUNT', otherAccount: true },
    ],
    [
      `${id}-foreign-aws`,
      `pulls an AWS framework image with credentials from another account through the ${title} endpoint`,
      'ecr:BatchGetImage',
      framework,
      { ...toAws, 'aws:PrincipalAccount': '999999999999', 'aws:PrincipalOrgID': 'o-zz9zz9zz9z' },
      { ...endpoint, ...ofAws },
    ],
    [
      `${id}-foreign`,
      `pulls an image from another account through the ${title} endpoint`,
      'ecr:BatchGetImage',
      foreign,
      toForeign,
      { ...endpoint, when: { awsImages: 'aws' }, registry: 'public' },
    ],
  ]),
}));

const image = arn('ecr', 'repository/<ECR_REPOSITORY_PREFIX>/trainer');
const otherImage = arn('ecr', 'repository/zz-another-team/trainer');

const foreignLogin = [
  'foreign-login',
  'logs in with credentials from another account',
  'ecr:GetAuthorizationToken',
  '*',
] as const;

const ownImages = (
  [
    ['ecr-apiEndpoint', 'ecrApiEndpoint', 'ECR API'],
    ['ecr-dkrEndpoint', 'ecrDkrEndpoint', 'ECR registry'],
  ] as const
).flatMap(([endpoint, activity, name]) =>
  testsOfEndpoint({
    endpoint,
    activity,
    name,
    allowed: [
      ['pull', 'pulls an image of the team', 'ecr:BatchGetImage', image],
      ['push', 'pushes an image of the team', 'ecr:PutImage', image],
    ],
    denied: [
      ['other', 'pushes an image of another team', 'ecr:PutImage', otherImage],
      ['delete', 'deletes an image of the team', 'ecr:BatchDeleteImage', image],
    ],
    foreign: [
      ['foreign-push', 'pushes with credentials from another account', 'ecr:PutImage', image],
      ...(activity === 'ecrApiEndpoint' ? [foreignLogin] : []),
    ],
  }),
);

export const vpcEndpoint: readonly AccessTest[] = [
  ...ownImages,
  ...throughEndpoints,
  ...ecr.flatMap(({ allow }) => allow),
  ...ecr.flatMap(({ deny }) => deny),
  ...mustAllow([
    ['read', 'reads an object in an allowed bucket', 's3:GetObject', data, inside, through],
    ['write', 'writes an object to an allowed bucket', 's3:PutObject', data, inside, through],
    ['list', 'lists an allowed bucket', 's3:ListBucket', bucket, inside, through],
    [
      'layers',
      'downloads ECR image layers',
      's3:GetObject',
      layer,
      { ...inside, ...toForeigner },
      when({ ecrLayers: 'on' }),
    ],
    [
      'perimeter',
      'reads another bucket of the account',
      's3:GetObject',
      other,
      inside,
      when({ style: 'perimeter' }),
    ],
    ['delete', 'deletes an object', 's3:DeleteObject', data, inside, when({ deleteObjects: 'on' })],
    [
      'builds',
      'uploads the source of an image build',
      's3:PutObject',
      object('<BUILD_BUCKET_NAME>/source.zip'),
      inside,
      when({ builds: 'on' }),
    ],
    [
      'jump-start',
      'reads a JumpStart model',
      's3:GetObject',
      object('jumpstart-cache-prod-<REGION>/model.tar.gz'),
      { ...inside, ...toForeigner },
      when({ jumpStart: 'on' }),
    ],
  ]),
  ...mustDeny([
    ['other-bucket', 'reads another bucket', 's3:GetObject', other, inside, strictly],
    [
      'no-layers',
      'downloads ECR image layers',
      's3:GetObject',
      layer,
      { ...inside, ...toForeigner },
      when({ ecrLayers: 'off' }),
    ],
    [
      'no-deletion',
      'deletes an object',
      's3:DeleteObject',
      data,
      inside,
      when({ style: 'strict', deleteObjects: 'off' }),
    ],
    [
      'copy-out',
      'copies data to a bucket in another account',
      's3:PutObject',
      other,
      { ...inside, ...toForeigner },
      through,
    ],
    [
      'foreign-bucket',
      'reads a bucket with that name in another account',
      's3:GetObject',
      data,
      { ...inside, ...toForeigner },
      through,
    ],
    [
      'foreign-principal',
      'reads with credentials from another account',
      's3:GetObject',
      data,
      { ...inside, ...byForeigner },
      through,
    ],
    [
      'foreign-list',
      'lists an allowed bucket with credentials from another account',
      's3:ListBucket',
      bucket,
      { ...inside, ...byForeigner },
      through,
    ],
    ['policy', 'changes a bucket policy', 's3:PutBucketPolicy', bucket, inside, strictly],
    [
      'layers-write',
      'writes to the ECR layer bucket',
      's3:PutObject',
      layer,
      { ...inside, ...toForeigner },
      through,
    ],
  ]),
];
