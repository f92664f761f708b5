import type { Guardrail } from './guardrail.ts';

const debugged = ['sagemaker:CreateTrainingJob', 'sagemaker:UpdateTrainingJob'];

export const noRemoteDebug: Guardrail = {
  id: 'noRemoteDebug',
  number: 'G14',
  group: 'compute',
  title: 'Deny remote debugging of training jobs',
  summary: 'Prevents shell access to training containers.',
  options: [],
  deny: [
    {
      Sid: 'DenyRemoteDebug',
      Action: debugged,
      Condition: { Bool: { 'sagemaker:EnableRemoteDebug': ['true'] } },
    },
  ],
  allow: [
    {
      Sid: 'RemoteDebugOff',
      Action: debugged,
      Condition: { BoolIfExists: { 'sagemaker:EnableRemoteDebug': ['false'] } },
    },
  ],
  toComply: 'omit RemoteDebugConfig, or set EnableRemoteDebug to false.',
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/train-remote-debugging.html',
};
