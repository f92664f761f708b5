import type { ActivityReasons } from '../activityReasons.ts';
import { managedPolicyPage } from './sources.ts';

export const trainAgentReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['AgentTurns'],
      text: 'Limited to jobs with the name prefix in this account and Region, of every category.',
      source: managedPolicyPage('AmazonSageMakerJobRuntimeAccess'),
    },
    {
      tag: 'hardening',
      statements: ['AgentToken'],
      text: 'sagemaker:CallWithBearerToken has no resources. The managed policy adds aws:ResourceAccount, and AWS doesn’t document that the request carries it, so it’s left out.',
      source: managedPolicyPage('AmazonSageMakerJobRuntimeAccess'),
    },
    {
      tag: 'hardening',
      statements: ['AgentDataKey'],
      text: 'Limited to the data key, and only where the job has one.',
      source: managedPolicyPage('AmazonSageMakerJobRuntimeAccess'),
    },
  ],
  notes: [
    {
      text: 'The AWS version is the managed policy AmazonSageMakerJobRuntimeAccess. The agent also needs the permissions that its tools require, and the permissions of AgentCore for its image and logs.',
      source: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-permissions.html',
    },
  ],
};
