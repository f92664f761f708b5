import { mustAllow, mustDeny, object, type Proof } from '../proof.ts';

const through = { endpoint: 's3Endpoint', activity: 's3EndpointAccess' };
const inside = { 'aws:PrincipalAccount': '<ACCOUNT_ID>', 'aws:ResourceAccount': '<ACCOUNT_ID>' };
const data = object('<bucket_name>/train.csv');
const bucket = object('<bucket_name>');

export const vpcEndpoint: readonly Proof[] = [
  ...mustAllow([
    ['read', 'reads an object of a named bucket', 's3:GetObject', data, inside, through],
    ['write', 'writes an object to a named bucket', 's3:PutObject', data, inside, through],
    ['list', 'lists a named bucket', 's3:ListBucket', bucket, inside, through],
    [
      'layers',
      'pulls image layers of ECR',
      's3:GetObject',
      object('prod-<REGION>-starport-layer-bucket/layer'),
      { ...inside, 'aws:ResourceAccount': '999999999999' },
      through,
    ],
  ]),
  ...mustDeny([
    [
      'other-bucket',
      'reads another bucket',
      's3:GetObject',
      object('zz-another-bucket/train.csv'),
      inside,
      through,
    ],
    [
      'copy-out',
      'copies data to a bucket of another account',
      's3:PutObject',
      object('zz-another-bucket/train.csv'),
      { ...inside, 'aws:ResourceAccount': '999999999999' },
      through,
    ],
    [
      'foreign-bucket',
      'reads a bucket of that name in another account',
      's3:GetObject',
      data,
      { ...inside, 'aws:ResourceAccount': '999999999999' },
      through,
    ],
    [
      'foreign-principal',
      'reads with credentials of another account',
      's3:GetObject',
      data,
      { ...inside, 'aws:PrincipalAccount': '999999999999' },
      through,
    ],
    ['policy', 'changes the policy of a bucket', 's3:PutBucketPolicy', bucket, inside, through],
    [
      'layers-write',
      'writes to the layers of ECR',
      's3:PutObject',
      object('prod-<REGION>-starport-layer-bucket/layer'),
      { ...inside, 'aws:ResourceAccount': '999999999999' },
      through,
    ],
  ]),
];
