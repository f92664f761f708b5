import { type AccessTest, mustAllow, mustDeny, sageMaker } from '../accessTest.ts';

const manages = { activity: 'manageReviews' };
const starts = { activity: 'startReviews' };
const flow = sageMaker('flow-definition/<NAME_PREFIX>1');
const otherFlow = sageMaker('flow-definition/zz-another-team');
const page = sageMaker('human-task-ui/<NAME_PREFIX>1');
const loop = sageMaker('human-loop/<NAME_PREFIX>1');
const otherLoop = sageMaker('human-loop/zz-another-team');
const create = 'sagemaker:CreateFlowDefinition';
const ownTeam = {
  'sagemaker:WorkteamArn': sageMaker('workteam/private-crowd/<NAME_PREFIX>1'),
  'sagemaker:WorkteamType': 'private-crowd',
};

/** Of those who make human review workflows. */
export const managesReviews: readonly AccessTest[] = [
  ...mustAllow([
    ['review-flow', 'creates a human review workflow', create, flow, ownTeam, manages],
    ['review-page', 'creates the page of a workflow', 'sagemaker:CreateHumanTaskUi', page, {}, manages],
    ['review-view', 'views a workflow', 'sagemaker:DescribeFlowDefinition', flow, {}, manages],
    ['review-loops', 'lists human reviews', 'sagemaker:ListHumanLoops', '*', {}, manages],
  ]),
  ...mustDeny([
    [
      'review-vendor',
      'creates a workflow for a vendor',
      create,
      flow,
      {
        'sagemaker:WorkteamArn': sageMaker('workteam/vendor-crowd/zz'),
        'sagemaker:WorkteamType': 'vendor-crowd',
      },
      manages,
    ],
    [
      'review-public',
      'creates a workflow for Amazon Mechanical Turk',
      create,
      flow,
      {
        'sagemaker:WorkteamArn':
          'arn:<PARTITION>:sagemaker:<REGION>:394669845002:workteam/public-crowd/default',
        'sagemaker:WorkteamType': 'public-crowd',
      },
      manages,
    ],
    [
      'review-other',
      'deletes another team’s workflow',
      'sagemaker:DeleteFlowDefinition',
      otherFlow,
      {},
      manages,
    ],
    ['review-start', 'starts a human review', 'sagemaker:StartHumanLoop', flow, {}, manages],
    ['review-retag', 'changes the tags of a workflow', 'sagemaker:AddTags', flow, {}, manages],
    [
      'review-pass',
      'passes the labeling role to EC2',
      'iam:PassRole',
      '<LABELING_ROLE_ARN>',
      { 'iam:PassedToService': 'ec2.amazonaws.com' },
      manages,
    ],
  ]),
];

/** Of applications that ask for human reviews. */
export const startsReviews: readonly AccessTest[] = [
  ...mustAllow([
    ['loop', 'requests a human review', 'sagemaker:StartHumanLoop', flow, {}, starts],
    ['loop-read', 'reads a human review', 'sagemaker:DescribeHumanLoop', loop, {}, starts],
    ['loop-stop', 'stops a human review', 'sagemaker:StopHumanLoop', loop, {}, starts],
  ]),
  ...mustDeny([
    [
      'loop-other-flow',
      'requests a review by another team',
      'sagemaker:StartHumanLoop',
      otherFlow,
      {},
      starts,
    ],
    ['loop-other', 'reads another team’s human review', 'sagemaker:DescribeHumanLoop', otherLoop, {}, starts],
    [
      'loop-other-stop',
      'stops another team’s human review',
      'sagemaker:StopHumanLoop',
      otherLoop,
      {},
      starts,
    ],
    ['loop-delete', 'deletes a human review', 'sagemaker:DeleteHumanLoop', loop, {}, starts],
    ['loop-flow', 'creates a human review workflow', create, flow, ownTeam, starts],
  ]),
];
