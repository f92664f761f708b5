import { type Guarantee, guaranteeSources as sources, never, onlyOn, sageMakerArns } from '../guarantee.ts';

const groups = sageMakerArns('feature-group/<NAME_PREFIX>*');

const sameForBoth: readonly Guarantee[] = [
  never(
    [
      'features-groups-stay',
      'Can’t create, change, or delete feature groups.',
      ['sagemaker:CreateFeatureGroup', 'sagemaker:DeleteFeatureGroup', 'sagemaker:UpdateFeature*'],
    ],
    sources.leastPrivilege,
  ),
];

export const reader: readonly Guarantee[] = [
  onlyOn(
    [
      'features-read',
      'Can get records only of feature groups with the name prefix.',
      ['sagemaker:*GetRecord'],
    ],
    groups,
    sources.leastPrivilege,
  ),
  never(
    ['features-read-only', 'Can’t put or delete records.', ['sagemaker:DeleteRecord', 'sagemaker:PutRecord']],
    sources.leastPrivilege,
  ),
  ...sameForBoth,
];

export const writer: readonly Guarantee[] = [
  onlyOn(
    [
      'features-write',
      'Can put and delete records only of feature groups with the name prefix.',
      ['sagemaker:DeleteRecord', 'sagemaker:PutRecord'],
    ],
    groups,
    sources.leastPrivilege,
  ),
  ...sameForBoth,
];
