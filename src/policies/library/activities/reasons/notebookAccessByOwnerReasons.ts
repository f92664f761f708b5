import type { ActivityReasons } from '../activityReasons.ts';
import { ownerTagKept, tagsDuringCreation } from './sharedReasons.ts';
import { sources } from './sources.ts';

export const notebookAccessByOwnerReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['NotebookAccessByOwner', 'NotebookAccessByUserId'],
      text: 'Limited to notebook instances in this account and Region.',
      source: sources.sagemakerActions,
    },
    {
      tag: 'hardening',
      statements: ['NotebookVolumeKeyThroughSageMaker', 'NotebookVolumeKeyGrantThroughSageMaker'],
      text: 'The key can be used only in calls that SageMaker makes for the caller.',
      source: sources.grantConditions,
    },
    {
      tag: 'validity',
      statements: ['NotebookDescribe', 'NotebookList'],
      text: 'Without permission to view instances, the console doesn’t show buttons to start or open them.',
      source: sources.policyExamples,
    },
    {
      tag: 'validity',
      statements: [
        'NotebookPassRole',
        'NotebookVpcDescribe',
        'NotebookVpcCreateInterface',
        'NotebookVolumeKeyDescribe',
        'NotebookVolumeKeyGrant',
      ],
      text: 'Starting an instance is denied without permissions on its role, network, and key.',
      source: sources.apiPermissions,
    },
    { tag: 'hardening', statements: ['DenyNotebookOwnerRetag', 'DenyNotebookOwnerUntag'], ...ownerTagKept },
    { tag: 'hardening', statements: ['DenyNotebookOwnerRetag'], ...tagsDuringCreation },
  ],
  companions: [
    {
      statements: ['NotebookDescribe'],
      text: 'The console describes an instance before it shows the start and open buttons.',
      source: sources.policyExamples,
    },
    {
      statements: ['NotebookList'],
      text: 'The console lists the instances first. The action doesn’t support resource-level permissions, so it uses "Resource": "*".',
      source: sources.apiPermissions,
    },
    {
      statements: ['NotebookPassRole'],
      text: 'Starting an instance passes its execution role to SageMaker.',
      source: sources.apiPermissions,
    },
    {
      statements: ['NotebookVpcDescribe'],
      text: 'Starting an instance in a VPC looks up its network. These actions don’t support resource-level permissions, so they use "Resource": "*".',
      source: sources.apiPermissions,
    },
    {
      statements: ['NotebookVpcCreateInterface'],
      text: 'Starting an instance in a VPC creates its network interface.',
      source: sources.apiPermissions,
    },
    {
      statements: ['NotebookVolumeKeyDescribe'],
      text: 'Starting an instance with a volume key looks up the key.',
      source: sources.apiPermissions,
    },
    {
      statements: ['NotebookVolumeKeyGrant'],
      text: 'Starting an instance with a volume key creates a grant on it. Limited to grants that AWS services create for the caller.',
      source: sources.apiPermissions,
    },
    {
      statements: ['NotebookVolumeKeyGrantThroughSageMaker'],
      text: 'Starting an instance with a volume key looks up the key and creates a grant on it. Limited to what SageMaker does for the caller, and to grants for AWS services.',
      source: sources.apiPermissions,
    },
  ],
  notes: [
    {
      text: 'The guide shows two alternatives with the same Sid. A policy can use only one of them.',
      source: 'https://github.com/kubernetes/kops/issues/4951',
    },
    {
      text: 'You can restrict the presigned URL further with aws:SourceVpce or aws:SourceIp.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-ip-filter.html',
    },
    {
      text: 'An instance with a private Git repository also requires secretsmanager:GetSecretValue on its secret.',
      source: sources.apiPermissions,
    },
  ],
};
