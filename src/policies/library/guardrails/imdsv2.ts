import type { Guardrail } from './guardrail.ts';

export const imdsv2: Guardrail = {
  id: 'imdsv2',
  number: 'G10',
  group: 'notebooks',
  title: 'Require IMDSv2 on notebooks',
  summary: 'Notebook instances must accept IMDSv2 metadata requests only.',
  options: [],
  deny: [
    {
      Sid: 'DenyOldMetadataServiceOnCreate',
      Action: ['sagemaker:CreateNotebookInstance'],
      Condition: {
        StringNotEqualsIfExists: { 'sagemaker:MinimumInstanceMetadataServiceVersion': ['2'] },
      },
    },
    {
      Sid: 'DenyOldMetadataServiceOnUpdate',
      Action: ['sagemaker:UpdateNotebookInstance'],
      Condition: { StringEquals: { 'sagemaker:MinimumInstanceMetadataServiceVersion': ['1'] } },
    },
  ],
  allow: [
    {
      Sid: 'MetadataServiceTwoOnCreate',
      Action: ['sagemaker:CreateNotebookInstance'],
      Condition: { StringEquals: { 'sagemaker:MinimumInstanceMetadataServiceVersion': ['2'] } },
    },
    {
      Sid: 'MetadataServiceNotLowered',
      Action: ['sagemaker:UpdateNotebookInstance'],
      Condition: { StringNotEquals: { 'sagemaker:MinimumInstanceMetadataServiceVersion': ['1'] } },
    },
  ],
  toComply: 'set InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion to 2.',
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-imds.html',
};
