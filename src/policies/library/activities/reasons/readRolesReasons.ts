import type { ActivityReasons } from '../activityReasons.ts';

export const readRolesReasons: ActivityReasons = {
  notes: [
    {
      text: 'The calls depend on the tool and its version. This activity allows those of Terraform and Pulumi, of the handlers of CloudFormation and the AWS CDK, and of the AWS CLI script. Other parts of the exported code, such as VPC endpoint policies and organization policies, have separate activities.',
      source:
        'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html',
    },
    {
      text: 'The names of roles start with the name of the policy set. Enter that as the prefix.',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    },
  ],
};
