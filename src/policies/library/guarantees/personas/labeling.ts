import {
  deniedUnless,
  type Guarantee,
  guaranteeSources as sources,
  onlyOn,
  sageMakerArns,
} from '../guarantee.ts';

const passes = onlyOn(
  ['labeling-passes', 'Can pass only the labeling job execution role.', ['iam:PassRole']],
  ['<LABELING_ROLE_ARN>'],
  sources.passRole,
);

export const labelingRole: readonly Guarantee[] = [
  passes,
  onlyOn(
    ['labeling-functions', 'Can invoke only the functions for labeling.', ['lambda:Invoke*']],
    ['arn:<PARTITION>:lambda:<REGION>:<ACCOUNT_ID>:function:<LABELING_FUNCTION>'],
    sources.leastPrivilege,
  ),
];

export const labelingManager: readonly Guarantee[] = [
  passes,
  onlyOn(
    [
      'labels-jobs',
      'Can start and stop only labeling jobs with the name prefix.',
      ['sagemaker:*LabelingJob'],
    ],
    sageMakerArns('labeling-job/<NAME_PREFIX>*'),
    sources.leastPrivilege,
  ),
  deniedUnless(
    [
      'labels-privately',
      'Can start labeling jobs only with its own work teams.',
      ['sagemaker:CreateLabelingJob'],
    ],
    [{ ArnLike: { 'sagemaker:WorkteamArn': sageMakerArns('workteam/private-crowd/<NAME_PREFIX>*') } }],
    sources.leastPrivilege,
    { activity: 'manageLabeling', when: { workers: 'own' } },
  ),
  onlyOn(
    [
      'workers-pool',
      'Can change only the workforce user pool.',
      ['cognito-idp:Admin*', 'cognito-idp:Create*', 'cognito-idp:Delete*', 'cognito-idp:Update*'],
    ],
    ['arn:<PARTITION>:cognito-idp:<REGION>:<ACCOUNT_ID>:userpool/<WORKER_USER_POOL>'],
    sources.leastPrivilege,
  ),
  onlyOn(
    [
      'review-workflows',
      'Can create and delete only human review workflows and their pages with the name prefix.',
      [
        'sagemaker:CreateFlowDefinition',
        'sagemaker:CreateHumanTaskUi',
        'sagemaker:DeleteFlowDefinition',
        'sagemaker:DeleteHumanTaskUi',
      ],
    ],
    sageMakerArns('flow-definition/<NAME_PREFIX>*', 'human-task-ui/<NAME_PREFIX>*'),
    sources.leastPrivilege,
  ),
  deniedUnless(
    [
      'reviews-privately',
      'Can create human review workflows only for its own work teams.',
      ['sagemaker:CreateFlowDefinition'],
    ],
    [{ ArnLike: { 'sagemaker:WorkteamArn': sageMakerArns('workteam/private-crowd/<NAME_PREFIX>*') } }],
    sources.leastPrivilege,
  ),
];
