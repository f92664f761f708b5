import { type Guardrail, references, withOutput } from './guardrail.ts';

export const outputEncryption: Guardrail = {
  id: 'outputEncryption',
  number: 'G6',
  group: 'encryption',
  title: 'Require output encryption with a customer managed key',
  summary: 'Requests that write output to S3 must specify a KMS key.',
  options: [],
  deny: [
    {
      Sid: 'DenyWithoutOutputKey',
      Action: withOutput,
      Condition: { Null: { 'sagemaker:OutputKmsKeyArn': ['true'], 'sagemaker:OutputKmsKey': ['true'] } },
    },
  ],
  allow: [
    {
      Sid: 'OutputKeyNamed',
      Action: withOutput,
      Condition: { Null: { 'sagemaker:OutputKmsKeyArn': ['false'] } },
    },
  ],
  toComply: 'set KmsKeyId of the output to a KMS key ARN.',
  source: references.governance,
};
