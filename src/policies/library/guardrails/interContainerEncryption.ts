import { autoMl, type Guardrail, jobs, monitoring, references } from './guardrail.ts';

const distributed = [...jobs, ...autoMl, ...monitoring];

export const interContainerEncryption: Guardrail = {
  id: 'interContainerEncryption',
  number: 'G4',
  group: 'encryption',
  title: 'Encrypted traffic between containers',
  summary: 'Jobs must encrypt what their instances send each other.',
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
  notCovered: [
    {
      text: 'CreateModel and CreateTransformJob do not carry the key. Encryption makes distributed training slower.',
      source: references.keys,
    },
  ],
  source: references.governance,
};
