import { accountId, organizationId, partition, region } from './account.ts';
import { kmsKeyArn, roleArn } from './arns.ts';
import { ecrRepositoryPrefix, readAction, resourceNamePrefix, tagKey, tagValue } from './names.ts';
import { securityGroupId, studioDomainId, subnetId } from './network.ts';
import { s3Bucket, s3Location } from './s3.ts';
import type { VariableKind, VariableKindId } from './variable.ts';

const kinds: Readonly<Record<VariableKindId, VariableKind>> = {
  partition,
  region,
  accountId,
  roleArn,
  kmsKeyArn,
  s3Location,
  s3Bucket,
  ecrRepositoryPrefix,
  tagKey,
  tagValue,
  studioDomainId,
  subnetId,
  securityGroupId,
  resourceNamePrefix,
  organizationId,
  readAction,
};

export function kindOf(id: VariableKindId): VariableKind {
  return kinds[id];
}
