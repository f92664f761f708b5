import { type Guardrail, references } from './guardrail.ts';

const create = ['sagemaker:CreateEndpointConfig'];

export const serverlessCaps: Guardrail = {
  id: 'serverlessCaps',
  number: 'G21',
  group: 'compute',
  title: 'Maximum size of serverless endpoints',
  summary: 'Limits the concurrency and memory of serverless endpoints.',
  options: [],
  deny: [
    {
      Sid: 'DenyMoreServerlessConcurrency',
      Action: create,
      Condition: {
        NumericGreaterThan: { 'sagemaker:ServerlessMaxConcurrency': ['<SERVERLESS_MAX_CONCURRENCY>'] },
      },
    },
    {
      Sid: 'DenyMoreServerlessMemory',
      Action: create,
      Condition: { NumericGreaterThan: { 'sagemaker:ServerlessMemorySize': ['<SERVERLESS_MEMORY_MB>'] } },
    },
  ],
  allow: [
    {
      Sid: 'ServerlessCapped',
      Action: create,
      Condition: {
        NumericLessThanEqualsIfExists: {
          'sagemaker:ServerlessMaxConcurrency': ['<SERVERLESS_MAX_CONCURRENCY>'],
          'sagemaker:ServerlessMemorySize': ['<SERVERLESS_MEMORY_MB>'],
        },
      },
    },
  ],
  toComply: 'set MaxConcurrency and MemorySizeInMB of the serverless configuration to the maximum or less.',
  source: references.keys,
};
