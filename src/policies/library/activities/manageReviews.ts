import type { Activity } from './activity.ts';
import { arn, listAll, passRole, tagOnCreate, tagsOption } from './roleManager.ts';

const flows = [arn('flow-definition')];
const pages = [arn('human-task-ui')];

export const manageReviews: Activity = {
  id: 'manageReviews',
  title: 'Manage human review workflows',
  summary:
    'Create Augmented AI (A2I) workflows and their pages for your work teams, and pass the labeling role.',
  status: 'missingInGuide',
  options: [tagsOption],
  hardened: [
    {
      Sid: 'ReviewsCreate',
      Effect: 'Allow',
      Action: ['sagemaker:CreateFlowDefinition'],
      Resource: flows,
      Condition: { ArnLike: { 'sagemaker:WorkteamArn': [arn('workteam/private-crowd')] } },
    },
    {
      Sid: 'ReviewsManage',
      Effect: 'Allow',
      Action: ['sagemaker:DeleteFlowDefinition', 'sagemaker:DescribeFlowDefinition'],
      Resource: flows,
    },
    {
      Sid: 'ReviewsPages',
      Effect: 'Allow',
      Action: ['sagemaker:CreateHumanTaskUi', 'sagemaker:DeleteHumanTaskUi', 'sagemaker:DescribeHumanTaskUi'],
      Resource: pages,
    },
    listAll('ReviewsList', [
      'sagemaker:ListFlowDefinitions',
      'sagemaker:ListHumanLoops',
      'sagemaker:ListHumanTaskUis',
    ]),
    passRole('ReviewsPassRole', '<LABELING_ROLE_ARN>'),
    tagOnCreate('ReviewsTag', ['CreateFlowDefinition', 'CreateHumanTaskUi'], [...flows, ...pages]),
  ],
};
