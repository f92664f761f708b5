import type { ActivityReasons } from '../activityReasons.ts';
import { managedPolicyPage } from './sources.ts';

export const customizeModelReasons: ActivityReasons = {
  companions: [
    {
      statements: ['CustomizeInterfaceTags'],
      text: 'The AWS managed policy for jobs allows tagging the network interfaces that it creates in your VPC.',
      source: managedPolicyPage('AmazonSageMakerJobFullAccess'),
    },
  ],
  notes: [
    {
      text: 'The actions are those of the managed policy AmazonSageMakerJobFullAccess, which allows them on every bucket, function, agent runtime, and model package of the account. For a job in a VPC, add “Run jobs inside a VPC” and set “Job in your VPC” to Yes.',
      source: managedPolicyPage('AmazonSageMakerJobFullAccess'),
    },
    {
      text: 'The managed policy allows the MLflow actions on MLflow apps. The service authorization reference lists tracking servers only, so both are here with the same ID.',
      source:
        'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemakerwithmlflow.html',
    },
    {
      text: 'AWS base models are in a public hub, but the managed policy covers only hubs in your account. AWS doesn’t document permissions for the public hub here.',
      source: managedPolicyPage('AmazonSageMakerJobFullAccess'),
    },
  ],
};
