import { autoMl, type Guardrail, jobs, monitoring, references } from './guardrail.ts';

const distributed = [...jobs, ...autoMl, ...monitoring];

export const interContainerEncryption: Guardrail = {
  id: 'interContainerEncryption',
  number: 'G4',
  group: 'encryption',
  title: 'Require encryption between containers',
  summary: 'Jobs must encrypt the traffic between their instances.',
  options: [],
  deny: [
    {
      Sid: 'DenyPlainContainerTraffic',
      Action: distributed,
      Condition: { BoolIfExists: { 'sagemaker:InterContainerTrafficEncryption': ['false'] } },
    },
  ],
  allow: [
    {
      Sid: 'ContainerTrafficEncrypted',
      Action: distributed,
      Condition: { Bool: { 'sagemaker:InterContainerTrafficEncryption': ['true'] } },
    },
  ],
  toComply: 'set EnableInterContainerTrafficEncryption to true.',
  source: references.governance,
};
