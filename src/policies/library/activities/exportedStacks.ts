import { type Access, applying, ofExportedCode, reading } from './forExportedCode.ts';

const stacks: readonly Access[] = [
  {
    Sid: 'ExportedStacks',
    reads: [
      'cloudformation:CreateChangeSet',
      'cloudformation:DeleteChangeSet',
      'cloudformation:DescribeChangeSet',
      'cloudformation:DescribeStackEvents',
      'cloudformation:DescribeStacks',
      'cloudformation:GetTemplate',
      'cloudformation:GetTemplateSummary',
    ],
    writes: [
      'cloudformation:CreateStack',
      'cloudformation:DeleteStack',
      'cloudformation:ExecuteChangeSet',
      'cloudformation:UpdateStack',
    ],
    Resource: ['arn:<PARTITION>:cloudformation:<REGION>:<ACCOUNT_ID>:stack/<CREATED_PREFIX>*/*'],
  },
  {
    Sid: 'ExportedStackTemplates',
    reads: ['cloudformation:GetTemplateSummary', 'cloudformation:ValidateTemplate'],
    writes: [],
    Resource: ['*'],
  },
];

export const planStacks = ofExportedCode(
  [
    'planStacks',
    'Plan the stacks of the exported code',
    'Read stacks, and create change sets without executing them.',
  ],
  reading(stacks),
);

export const deployStacks = ofExportedCode(
  [
    'deployStacks',
    'Deploy the stacks of the exported code',
    'Create, change, and delete CloudFormation stacks with the prefix.',
  ],
  applying(stacks),
);
