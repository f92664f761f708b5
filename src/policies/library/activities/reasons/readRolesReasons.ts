import type { ActivityReasons } from '../activityReasons.ts';

export const readRolesReasons: ActivityReasons = {
  notes: [
    {
      text: 'The calls depend on the tool’s version. For VPC endpoint policies and organization policies in the exported code, add the Amazon EC2 and AWS Organizations read actions that the tool needs.',
      source:
        'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html',
    },
    {
      text: 'The names of roles start with the name of the policy set. Enter that as the prefix.',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    },
  ],
};
