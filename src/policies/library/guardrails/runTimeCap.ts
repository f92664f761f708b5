import { type Guardrail, jobs, monitoring, references } from './guardrail.ts';

const timed = [...jobs, ...monitoring];

export const runTimeCap: Guardrail = {
  id: 'runTimeCap',
  number: 'G12',
  group: 'compute',
  title: 'Longest run time of a job',
  summary: 'A job that may run longer, or says nothing about it, is refused.',
  options: [],
  deny: [
    {
      Sid: 'DenyLongerRuns',
      Action: timed,
      Condition: {
        NumericGreaterThanIfExists: { 'sagemaker:MaxRuntimeInSeconds': ['<MAX_RUNTIME_SECONDS>'] },
      },
    },
  ],
  allow: [
    {
      Sid: 'RunTimeCapped',
      Action: timed,
      Condition: { NumericLessThanEquals: { 'sagemaker:MaxRuntimeInSeconds': ['<MAX_RUNTIME_SECONDS>'] } },
    },
  ],
  toComply: 'set StoppingCondition.MaxRuntimeInSeconds to the cap or less.',
  notCovered: [
    {
      text: 'Transform and AutoML jobs do not carry the key. Processing jobs without a stopping condition are refused; set one.',
      source: references.keys,
    },
  ],
  source: references.keys,
};
