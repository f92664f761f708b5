import { type Guardrail, jobs, monitoring, references } from './guardrail.ts';

const timed = [...jobs, ...monitoring];

export const runTimeCap: Guardrail = {
  id: 'runTimeCap',
  number: 'G12',
  group: 'compute',
  title: 'Maximum run time of jobs',
  summary: 'Denies jobs with a longer or unspecified maximum run time.',
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
  toComply: 'set StoppingCondition.MaxRuntimeInSeconds to the maximum or less.',
  notCovered: [
    {
      text: 'Transform and AutoML jobs don’t support this condition key. Processing jobs without a stopping condition are denied.',
      source: references.keys,
    },
  ],
  source: references.keys,
};
