import { type Guardrail, jobs, monitoring, references } from './guardrail.ts';

const isolated = [...jobs, ...monitoring, 'sagemaker:CreateModel'];

export const networkIsolation: Guardrail = {
  id: 'networkIsolation',
  number: 'G3',
  group: 'network',
  title: 'Require network isolation',
  summary: 'Jobs, monitoring schedules, and models must enable network isolation.',
  options: [],
  deny: [
    {
      Sid: 'DenyWithoutNetworkIsolation',
      Action: isolated,
      Condition: { BoolIfExists: { 'sagemaker:NetworkIsolation': ['false'] } },
    },
  ],
  allow: [
    {
      Sid: 'NetworkIsolated',
      Action: isolated,
      Condition: { Bool: { 'sagemaker:NetworkIsolation': ['true'] } },
    },
  ],
  toComply: 'set EnableNetworkIsolation to true.',
  notCovered: [
    {
      text: 'AutoML jobs, transform jobs, and notebooks don’t support this condition key. Isolated containers can’t call S3 or any API. SageMaker transfers their data.',
      source: references.keys,
    },
    {
      text: 'CreateEndpointConfig supports the key, but a regular endpoint gets isolation from its model and would be denied for not setting it.',
      source: references.keys,
    },
  ],
  source: references.governance,
};
