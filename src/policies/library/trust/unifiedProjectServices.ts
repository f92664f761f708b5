import { unifiedStudioGuide } from '../activities/reasons/sources.ts';
import { serviceForm } from './serviceForm.ts';

const services = [
  'airflow-serverless',
  'athena',
  'bedrock',
  'datazone',
  'emr-serverless',
  'glue',
  'lakeformation',
  'redshift',
  'sagemaker',
  'scheduler',
];

export const unifiedProjectServices = serviceForm({
  id: 'unifiedProjectServices',
  title: 'Services of Unified Studio',
  summary: 'DataZone and the services that run what is in a project assume the role.',
  principals: services.map((service) => `${service}.amazonaws.com`),
  actions: ['sts:AssumeRole', 'sts:SetContext', 'sts:SetSourceIdentity', 'sts:TagSession'],
  sid: 'ProjectAssumesRole',
  documented: true,
  notes: [
    {
      text: 'Matches the trust policy that AWS requires for an execution role of an IAM-based domain. AWS doesn’t document which services can be left out.',
      source: `${unifiedStudioGuide}/setup-iam-based-domains.html`,
    },
  ],
});
