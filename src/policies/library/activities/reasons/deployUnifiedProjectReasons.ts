import type { ActivityReasons } from '../activityReasons.ts';
import { dataZoneToo } from './sharedReasons.ts';

export const deployUnifiedProjectReasons: ActivityReasons = {
  companions: [
    {
      statements: ['DeployPassesProjectRole'],
      text: 'A workflow runs with the role of the project. Only this role can be passed, and only to this service.',
      source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_mwaa-serverless.html',
    },
  ],
  notes: [
    dataZoneToo,
    {
      text: 'These are the calls that the AWS tool aws-smus-cicd-cli makes to deploy to a project that exists, with workflows of Amazon MWAA Serverless. The sample policy of the tool allows all of SageMaker, DataZone, S3, and CloudFormation, and passing and changing any role; mwaa:* in it isn’t a valid action prefix. AWS says that the minimum permissions aren’t documented yet.',
      source:
        'https://github.com/aws/CICD-for-SageMakerUnifiedStudio/blob/main/docs/github-actions-integration.md',
    },
    {
      text: 'The role must also be a member of the project.',
      source:
        'https://github.com/aws/CICD-for-SageMakerUnifiedStudio/blob/main/docs/getting-started/admin-quickstart.md',
    },
    {
      text: 'The log groups of workflows aren’t confirmed by AWS documentation. Check their names in your account.',
      source: 'https://docs.aws.amazon.com/mwaa/latest/mwaa-serverless-userguide/',
    },
  ],
};
