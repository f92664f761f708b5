import { type AccessTest, mustAllow, mustDeny, sageMaker } from '../accessTest.ts';

const packages = { activity: 'packageAlgorithms' };
const algorithm = sageMaker('algorithm/<NAME_PREFIX>1');
const otherAlgorithm = sageMaker('algorithm/zz-another-team');
const role = '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>';

/** Of those who make algorithms. */
export const packagesAlgorithms: readonly AccessTest[] = [
  ...mustAllow([
    ['algorithm', 'creates an algorithm', 'sagemaker:CreateAlgorithm', algorithm, {}, packages],
    ['algorithm-view', 'views an algorithm', 'sagemaker:DescribeAlgorithm', algorithm, {}, packages],
    ['algorithms', 'lists the algorithms', 'sagemaker:ListAlgorithms', '*', {}, packages],
    [
      'algorithm-pass',
      'passes the role that validates an algorithm',
      'iam:PassRole',
      role,
      { 'iam:PassedToService': 'sagemaker.amazonaws.com' },
      packages,
    ],
  ]),
  ...mustDeny([
    [
      'algorithm-other',
      'deletes another team’s algorithm',
      'sagemaker:DeleteAlgorithm',
      otherAlgorithm,
      {},
      packages,
    ],
    [
      'algorithm-other-new',
      'creates an algorithm with another team’s name',
      'sagemaker:CreateAlgorithm',
      otherAlgorithm,
      {},
      packages,
    ],
    ['algorithm-retag', 'changes the tags of an algorithm', 'sagemaker:AddTags', algorithm, {}, packages],
    [
      'algorithm-pass-other',
      'passes the role that validates an algorithm to EC2',
      'iam:PassRole',
      role,
      { 'iam:PassedToService': 'ec2.amazonaws.com' },
      packages,
    ],
  ]),
];
