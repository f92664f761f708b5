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
  source: references.keys,
};
