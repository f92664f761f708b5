import { accountId, organizationId, partition, region } from './account.ts';
import { kmsKeyArn, principalArn, roleArn, samlProviderArn } from './arnKinds.ts';
import { instanceType, positiveInteger } from './limits.ts';
import {
  databaseName,
  ecrRepositoryPrefix,
  externalId,
  readAction,
  resourceId,
  resourceNamePrefix,
  tagKey,
  tagValue,
  workgroupName,
} from './nameKinds.ts';
import { cidr, securityGroupId, studioDomainId, subnetId, vpcEndpointId, vpcId } from './networkIds.ts';
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
  instanceType,
  positiveInteger,
  vpcEndpointId,
  vpcId,
  cidr,
  samlProviderArn,
  principalArn,
  externalId,
  databaseName,
  workgroupName,
  resourceId,
};

export function kindOf(id: VariableKindId): VariableKind {
  return kinds[id];
}
