import {
  enterOneOf,
  findPartition,
  offeredPartitionIds,
  offeredPartitions,
  partitionOfRegion,
  regionCode,
} from '../../language/partitions.ts';
import { acceptedValue, patternKind, refusedValue } from './pattern.ts';
import type { VariableKind } from './variable.ts';

const PARTITION_RULE = enterOneOf(offeredPartitionIds);

export const partition: VariableKind = {
  id: 'partition',
  rule: PARTITION_RULE,
  choices: offeredPartitions.map(({ id, place }) => ({ value: id, label: `${id}: ${place}` })),
  read: (value) => {
    const found = findPartition(value);
    return found ? acceptedValue(value, found.dnsSuffix, found.signInHost) : refusedValue(PARTITION_RULE);
  },
};

const REGION = new RegExp(`^${regionCode}$`);

const REGION_RULE = 'Enter a Region code, for example eu-central-1.';

/** Source: https://docs.aws.amazon.com/general/latest/gr/rande.html */
export const region: VariableKind = {
  id: 'region',
  rule: REGION_RULE,
  read: (value, context) => {
    if (!REGION.test(value)) return refusedValue(REGION_RULE);
    const owner = partitionOfRegion(value);
    if (owner === context.partition) return acceptedValue(value);
    return refusedValue(`${value} is in the ${owner} partition, but you selected ${context.partition}.`);
  },
};

export const accountId = patternKind(
  'accountId',
  'Enter 12 digits without hyphens, for example 111122223333.',
  /^\d{12}$/,
);

/** Source: https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html */
export const organizationId = patternKind(
  'organizationId',
  'Enter “o-” followed by 10 to 32 lowercase letters or digits, for example o-a1b2c3d4e5.',
  /^o-[a-z0-9]{10,32}$/,
);
