import type { Activity } from './activity.ts';
import { listBuckets } from './listBuckets.ts';
import { dataZoneActions } from './dataZone.ts';

const bucket = 'arn:<PARTITION>:s3:::<UNIFIED_PROJECT_BUCKET>';
const regional = (service: string, resource: string) =>
  `arn:<PARTITION>:${service}:<REGION>:<ACCOUNT_ID>:${resource}`;
const workflows = (...names: readonly string[]) => names.map((name) => `airflow-serverless:${name}`);
const all = ['*'];

export const deployUnifiedProject: Activity = {
  id: 'deployUnifiedProject',
  title: 'Deploy to a Unified Studio project',
  summary: 'Find the project, upload to its storage, and create and run its workflows with its role.',
  status: 'missingInGuide',
  options: [
    {
      id: 'subscribe',
      label: 'Request access to catalog assets',
      help: 'A deployment can request the assets that it depends on.',
      choices: [
        { value: 'off', label: 'No', help: 'Members of the project subscribe to assets.' },
        { value: 'on', label: 'Yes', help: 'Adds searching the catalog and requesting subscriptions.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
  ],
  hardened: [
    {
      Sid: 'DeployFindProject',
      Effect: 'Allow',
      Action: dataZoneActions({
        Get: 'Connection Environment Project',
        List: 'Connections Domains Environments Projects',
      }),
      Resource: all,
    },
    {
      Sid: 'DeployDomain',
      Effect: 'Allow',
      Action: ['datazone:GetDomain', 'datazone:ListTagsForResource'],
      Resource: [regional('datazone', 'domain/<UNIFIED_DOMAIN_ID>')],
    },
    {
      Sid: 'DeployObjects',
      Effect: 'Allow',
      Action: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      Resource: [`${bucket}/<UNIFIED_PROJECT_PREFIX>/*`],
    },
    ...listBuckets('DeployBucket', 'unifiedProjectData', [
      'UNIFIED_PROJECT_BUCKET',
      'UNIFIED_PROJECT_PREFIX',
    ]),
    {
      Sid: 'DeployNewWorkflows',
      Effect: 'Allow',
      Action: workflows('CreateWorkflow', 'ListWorkflows'),
      Resource: all,
    },
    {
      Sid: 'DeployWorkflows',
      Effect: 'Allow',
      Action: workflows(
        'GetTaskInstance',
        'GetWorkflow',
        'GetWorkflowRun',
        'ListTagsForResource',
        'ListTaskInstances',
        'ListWorkflowRuns',
        'StartWorkflowRun',
        'StopWorkflowRun',
        'TagResource',
        'UpdateWorkflow',
      ),
      Resource: [regional('airflow-serverless', 'workflow/*')],
    },
    {
      Sid: 'DeployPassesProjectRole',
      Effect: 'Allow',
      Action: ['iam:PassRole'],
      Resource: ['<UNIFIED_PROJECT_ROLE_ARN>'],
      Condition: { StringEquals: { 'iam:PassedToService': ['airflow-serverless.amazonaws.com'] } },
    },
    {
      Sid: 'DeployLogs',
      Effect: 'Allow',
      Action: ['logs:FilterLogEvents', 'logs:GetLogEvents'],
      Resource: [regional('logs', 'log-group:/aws/mwaa-serverless/*')],
    },
    {
      Sid: 'DeploySubscribe',
      Effect: 'Allow',
      Action: dataZoneActions({
        Create: 'SubscriptionRequest',
        Get: 'SubscriptionRequestDetails',
        List: 'SubscriptionGrants SubscriptionRequests Subscriptions',
        Search: 'Listings',
      }),
      Resource: all,
      when: { subscribe: 'on' },
    },
  ],
};
