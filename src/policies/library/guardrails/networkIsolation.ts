import { type Guardrail, jobs, monitoring, references } from './guardrail.ts';

const isolated = [...jobs, ...monitoring, 'sagemaker:CreateModel'];

export const networkIsolation: Guardrail = {
  id: 'networkIsolation',
  number: 'G3',
  group: 'network',
  title: 'Containers without any network',
  summary: 'Jobs, monitoring and models must turn network isolation on.',
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
      text: 'Automatic model tuning (AutoML), transform jobs and notebooks do not carry the key. An isolated container cannot reach S3 or any API itself; SageMaker moves its data.',
      source: references.keys,
    },
    {
      text: 'CreateEndpointConfig carries the key, but an ordinary endpoint takes isolation from its model and would be refused for leaving it out.',
      source: references.keys,
    },
  ],
  source: references.governance,
};
