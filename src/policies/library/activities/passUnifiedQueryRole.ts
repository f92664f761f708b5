import type { Activity } from './activity.ts';
import { unifiedStudioGuide } from './dataZone.ts';

const page = `${unifiedStudioGuide}/AmazonSageMakerProvisioning.html`;

export const passUnifiedQueryRole: Activity = {
  id: 'passUnifiedQueryRole',
  title: 'Create connections with your own query role',
  summary: 'Pass the query execution role to Lake Formation when a connection is created.',
  status: 'missingInGuide',
  options: [],
  published: [
    {
      Sid: 'IamRolePermissionsForQueryExecution',
      Effect: 'Allow',
      Action: ['iam:PassRole', 'iam:GetRole'],
      Resource: ['<UNIFIED_QUERY_ROLE_ARN>'],
    },
  ],
  hardened: [
    {
      Sid: 'QueryRoleRead',
      Effect: 'Allow',
      Action: ['iam:GetRole'],
      Resource: ['<UNIFIED_QUERY_ROLE_ARN>'],
    },
    {
      Sid: 'QueryRolePass',
      Effect: 'Allow',
      Action: ['iam:PassRole'],
      Resource: ['<UNIFIED_QUERY_ROLE_ARN>'],
      Condition: { StringEquals: { 'iam:PassedToService': ['lakeformation.amazonaws.com'] } },
    },
  ],
  repairs: [],
  differences: [
    {
      tag: 'hardening',
      statements: ['QueryRoleRead', 'QueryRolePass'],
      text: 'The role can be passed only to Lake Formation, which is the service that AWS names.',
      source: page,
    },
  ],
};
