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
  source: references.governance,
};
