import { serviceForm } from './serviceForm.ts';
import { forSageMaker } from './sageMakerService.ts';
import { type TrustForm, trustSources } from './trust.ts';

const eventBridge = serviceForm({
  id: 'notebookJobService',
  title: 'SageMaker and EventBridge',
  summary: 'EventBridge assumes the role to start a scheduled notebook, and SageMaker to run it.',
  principals: ['events.amazonaws.com'],
  sid: 'SchedulesAssumeRole',
  source: 'arn:<PARTITION>:events:<REGION>:<ACCOUNT_ID>:rule/*',
  documented: true,
  notes: [
    {
      text: 'AWS documents both services for notebook jobs, without conditions. SageMaker sends aws:SourceAccount and aws:SourceArn, so it is restricted to this account and Region.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/scheduled-notebook-policies-other.html',
    },
    {
      text: 'For targets of rules, AWS recommends both keys, with the ARN of the rule. Test a schedule first.',
      source:
        'https://docs.aws.amazon.com/eventbridge/latest/userguide/cross-service-confused-deputy-prevention.html',
    },
    {
      text: 'If both keys are present, aws:SourceArn must contain the account in aws:SourceAccount.',
      source: trustSources.confusedDeputy,
    },
  ],
});

/** SageMaker is always restricted to the account; for EventBridge it is an option. */
export const notebookJobService: TrustForm = {
  ...eventBridge,
  options: eventBridge.options.map((option) => ({
    ...option,
    label: 'Restrict EventBridge to this account',
  })),
  statements: [...eventBridge.statements, forSageMaker('NotebookJobsAssumeRole')],
};
