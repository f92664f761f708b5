import type { ContextTemplate, TestRow } from './accessTest.ts';

/** AWS framework images, as the tests of every role that pulls images ask for them. */

const repository = (kind: string): string =>
  `arn:<PARTITION>:ecr:<REGION>:<AWS_IMAGE_ACCOUNT>:repository/pytorch-${kind}`;

/** The repository is of another account than the caller's, and has no tags of ours. */
const ofAws: ContextTemplate = { 'aws:ResourceAccount': '<AWS_IMAGE_ACCOUNT>' };

const ofRegion = { ofRegion: 'AWS_IMAGE_ACCOUNT', registry: 'public' } as const;
const images = { activity: 'pullImages', ...ofRegion };
const on = { ...images, when: { awsImages: 'on' } };
const besides = { ...images, when: { awsImagesBesides: 'on' } };

/** `kind`: `training` or `inference`. */
export const awsImageRows = (kind: string): readonly TestRow[] => [
  ['pull-aws', 'pulls an AWS framework image', 'ecr:BatchGetImage', repository(kind), ofAws, on],
  [
    'layers-aws',
    'downloads the layers of an AWS framework image',
    'ecr:GetDownloadUrlForLayer',
    repository(kind),
    ofAws,
    on,
  ],
  ['published-aws', 'pulls an AWS framework image', 'ecr:BatchGetImage', repository(kind), ofAws, besides],
];

export const awsImageDenials = (kind: string): readonly TestRow[] => [
  ['push-aws', 'pushes to an AWS registry', 'ecr:PutImage', repository(kind), ofAws, ofRegion],
  [
    'foreign-image',
    'pulls an image from another account',
    'ecr:BatchGetImage',
    'arn:<PARTITION>:ecr:<REGION>:999999999999:repository/tool',
    { 'aws:ResourceAccount': '999999999999' },
    { registry: 'public' },
  ],
  [
    'no-aws-image',
    'pulls an AWS framework image',
    'ecr:BatchGetImage',
    repository(kind),
    ofAws,
    { ...images, when: { awsImages: 'off' } },
  ],
];
