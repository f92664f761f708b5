import type { Activity } from './activity.ts';

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
};
