import type { Activity } from './activity.ts';
import { listBuckets } from './listBuckets.ts';
import { dataZoneActions } from './dataZone.ts';
import { dataKeyThroughS3, passRole } from './roleManager.ts';

const bucket = 'arn:<PARTITION>:s3:::<UNIFIED_PROJECT_BUCKET>';
const role = '<UNIFIED_PROJECT_ROLE_ARN>';

export const useUnifiedProject: Activity = {
  id: 'useUnifiedProject',
  title: 'Work in a Unified Studio project',
  summary: 'Read the project in DataZone, use its storage, and pass this role to SageMaker.',
  status: 'missingInGuide',
  options: [
    {
      id: 'services',
      label: 'Services that run with this role',
      help: 'The services that the role can pass itself to.',
      choices: [
        { value: 'sagemaker', label: 'SageMaker only', help: 'Jobs, models, and apps of SageMaker.' },
        {
          value: 'workflows',
          label: 'Also AWS Glue and workflows',
          help: 'Adds AWS Glue jobs, Amazon MWAA Serverless workflows, and schedules.',
        },
      ],
      default: 'sagemaker',
      stances: ['hardened'],
    },
    {
      id: 'kms',
      label: 'KMS key of the project storage',
      help: 'Whether the storage is encrypted with the data key.',
      choices: [
        { value: 'off', label: 'No', help: 'The objects have no customer managed key.' },
        { value: 'on', label: 'Yes', help: 'Adds use of the data key through S3.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
  ],
  hardened: [
    {
      Sid: 'ProjectPortal',
      Effect: 'Allow',
      Action: dataZoneActions({
        Get: 'Connection Environment EnvironmentBlueprintConfiguration Project UserProfile',
        List: 'Connections EnvironmentBlueprints Environments Projects',
        Post: 'LineageEvent',
      }),
      Resource: ['*'],
    },
    {
      Sid: 'ProjectDomain',
      Effect: 'Allow',
      Action: ['datazone:GetDomain'],
      Resource: ['arn:<PARTITION>:datazone:<REGION>:<ACCOUNT_ID>:domain/<UNIFIED_DOMAIN_ID>'],
    },
    {
      Sid: 'ProjectObjects',
      Effect: 'Allow',
      Action: ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      Resource: [`${bucket}/<UNIFIED_PROJECT_PREFIX>/*`],
    },
    ...listBuckets('ProjectBucket', 'unifiedProjectData', [
      'UNIFIED_PROJECT_BUCKET',
      'UNIFIED_PROJECT_PREFIX',
    ]),
    passRole('ProjectPassesItself', role),
    {
      Sid: 'ProjectPassesToWorkflows',
      Effect: 'Allow',
      Action: ['iam:PassRole'],
      Resource: [role],
      Condition: {
        StringEquals: {
          'iam:PassedToService': [
            'airflow-serverless.amazonaws.com',
            'glue.amazonaws.com',
            'scheduler.amazonaws.com',
          ],
        },
      },
      when: { services: 'workflows' },
    },
    dataKeyThroughS3('ProjectKey'),
  ],
};
