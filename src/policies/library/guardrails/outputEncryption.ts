import { type Guardrail, references, withOutput } from './guardrail.ts';

export const outputEncryption: Guardrail = {
  id: 'outputEncryption',
  number: 'G6',
  group: 'encryption',
  title: 'Output encrypted with a key of yours',
  summary: 'Whatever writes results to S3 must name a KMS key for them.',
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
  toComply: 'set KmsKeyId of the output to the ARN of a key.',
  notCovered: [
    {
      text: 'CreateModel, CreateEndpointConfig and CreateNotebookInstance have no output key. What code writes to S3 on its own is covered by the bucket’s default encryption and policy only.',
      source: references.keys,
    },
    {
      text: 'AWS renamed the key in June 2026. The denial asks for both names in one block, so that it refuses only when neither is there; the condition on an Allow can ask for the new one only.',
      source: references.keys,
    },
  ],
  source: references.governance,
};
