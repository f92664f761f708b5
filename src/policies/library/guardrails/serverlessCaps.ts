import { type Guardrail, references } from './guardrail.ts';

const create = ['sagemaker:CreateEndpointConfig'];

export const serverlessCaps: Guardrail = {
  id: 'serverlessCaps',
  number: 'G21',
  group: 'compute',
  title: 'Size of serverless endpoints',
  summary: 'Serverless endpoints stay below a concurrency and a memory size.',
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
  toComply: 'lower MaxConcurrency and MemorySizeInMB of the serverless configuration.',
  notCovered: [
    {
      text: 'AWS’s reference has given these keys as text before and as numbers now. Try one configuration above each cap before you rely on it.',
      source: references.keys,
    },
    {
      text: 'Endpoints on instances name neither key and pass; “Only these instance types” limits them.',
      source: references.keys,
    },
  ],
  source: references.keys,
};
