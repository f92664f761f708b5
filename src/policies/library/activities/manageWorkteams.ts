import type { Activity } from './activity.ts';
import { arn, listAll, tagOnCreate, tagsOption } from './roleManager.ts';

const teams = [arn('workteam/private-crowd')];

export const manageWorkteams: Activity = {
  id: 'manageWorkteams',
  title: 'Manage private work teams',
  summary: 'Create and change work teams with the name prefix, of groups that exist in Amazon Cognito.',
  status: 'missingInGuide',
  options: [tagsOption],
  hardened: [
    {
      Sid: 'Workteams',
      Effect: 'Allow',
      Action: [
        'sagemaker:CreateWorkteam',
        'sagemaker:DeleteWorkteam',
        'sagemaker:DescribeWorkteam',
        'sagemaker:UpdateWorkteam',
      ],
      Resource: teams,
    },
    listAll('WorkteamsList', ['sagemaker:ListWorkforces', 'sagemaker:ListWorkteams']),
    {
      Sid: 'WorkteamsUserPool',
      Effect: 'Allow',
      Action: [
        'cognito-idp:DescribeUserPool',
        'cognito-idp:DescribeUserPoolClient',
        'cognito-idp:UpdateUserPool',
        'cognito-idp:UpdateUserPoolClient',
      ],
      Resource: ['arn:<PARTITION>:cognito-idp:<REGION>:<ACCOUNT_ID>:userpool/<WORKER_USER_POOL>'],
    },
    tagOnCreate('WorkteamsTag', ['CreateWorkteam'], teams),
  ],
};
