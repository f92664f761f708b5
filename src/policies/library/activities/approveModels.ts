import type { Activity } from './activity.ts';
import { arn, listAll } from './roleManager.ts';

const packages = arn('model-package');

export const approveModels: Activity = {
  id: 'approveModels',
  title: 'Approve registered models',
  summary: 'View models in the model registry, and set their approval status.',
  status: 'missingInGuide',
  options: [
    {
      id: 'decision',
      label: 'Approval status',
      help: 'Which status can be set.',
      choices: [
        { value: 'both', label: 'Approve and reject', help: 'Approved and Rejected.' },
        { value: 'reject', label: 'Reject only', help: 'For automated checks that stop a model.' },
      ],
      default: 'both',
      stances: ['hardened'],
    },
  ],
  hardened: [
    {
      Sid: 'ApproveModels',
      Effect: 'Allow',
      Action: ['sagemaker:UpdateModelPackage'],
      Resource: [packages],
      Condition: { StringEquals: { 'sagemaker:ModelApprovalStatus': ['Approved', 'Rejected'] } },
      when: { decision: 'both' },
    },
    {
      Sid: 'RejectModels',
      Effect: 'Allow',
      Action: ['sagemaker:UpdateModelPackage'],
      Resource: [packages],
      Condition: { StringEquals: { 'sagemaker:ModelApprovalStatus': ['Rejected'] } },
      when: { decision: 'reject' },
    },
    {
      Sid: 'ReadRegistry',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeModelPackage', 'sagemaker:DescribeModelPackageGroup'],
      Resource: [packages, arn('model-package-group')],
    },
    listAll('ListRegistry', ['sagemaker:ListModelPackageGroups', 'sagemaker:ListModelPackages']),
  ],
};
