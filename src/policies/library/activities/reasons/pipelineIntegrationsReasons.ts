import type { ActivityReasons } from '../activityReasons.ts';
import { managedPolicyPage } from './sources.ts';

export const pipelineIntegrationsReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['PipelineFunctions', 'PipelineQueues'],
      text: 'Limited to functions and queues with the name prefix that exist already. The managed policy also creates, changes, and deletes functions, and passes any role to Lambda, EMR, and EC2.',
      source: managedPolicyPage('AmazonSageMakerPipelinesIntegrations'),
    },
  ],
  notes: [
    {
      text: 'The AWS version is the managed policy AmazonSageMakerPipelinesIntegrations. EMR steps need it, or a policy for your own EMR clusters.',
      source: managedPolicyPage('AmazonSageMakerPipelinesIntegrations'),
    },
  ],
};
