import { type Guardrail, references } from './guardrail.ts';

export const imdsv2: Guardrail = {
  id: 'imdsv2',
  number: 'G10',
  group: 'notebooks',
  title: 'Notebooks with IMDSv2 only',
  summary: 'The metadata service of a notebook instance answers version 2 requests only.',
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
  notCovered: [
    {
      text: 'Instances that exist keep their setting until they are updated. Studio and jobs have no such setting.',
      source: references.keys,
    },
  ],
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-imds.html',
};
