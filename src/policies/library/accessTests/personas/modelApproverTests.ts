import { mustAllow, mustDeny, type AccessTest, sageMaker } from '../accessTest.ts';

const approve = { activity: 'approveModels' };
const model = sageMaker('model-package/<NAME_PREFIX>1/1');
const other = sageMaker('model-package/zz-another-team/1');
const update = 'sagemaker:UpdateModelPackage';
const status = (value: string) => ({ 'sagemaker:ModelApprovalStatus': value });

export const modelApprover: readonly AccessTest[] = [
  ...mustAllow([
    [
      'approve',
      'approves a model',
      update,
      model,
      status('Approved'),
      { ...approve, when: { decision: 'both' } },
    ],
    ['reject', 'rejects a model', update, model, status('Rejected'), approve],
    ['read', 'views a model', 'sagemaker:DescribeModelPackage', model, {}, approve],
    ['list', 'lists models', 'sagemaker:ListModelPackages', '*', {}, approve],
  ]),
  ...mustDeny([
    ['other', 'approves another team’s model', update, other, status('Approved')],
    ['metadata', 'changes a model without a decision', update, model],
    ['pending', 'sets a model back to pending', update, model, status('PendingManualApproval')],
    ['other-read', 'views another team’s model', 'sagemaker:DescribeModelPackage', other],
    ['register', 'registers a model', 'sagemaker:CreateModelPackage', model],
    ['delete', 'deletes a model', 'sagemaker:DeleteModelPackage', model],
    ['deploy', 'deploys an endpoint', 'sagemaker:CreateEndpoint', sageMaker('endpoint/<NAME_PREFIX>1')],
    [
      'share',
      'shares a model group',
      'sagemaker:PutModelPackageGroupPolicy',
      sageMaker('model-package-group/<NAME_PREFIX>1'),
    ],
  ]),
];
