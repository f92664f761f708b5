import type { Activity } from './activity.ts';
import { arn, listAll, passRole, tagOnCreate, tagsOption } from './roleManager.ts';

/** The ID of an app, which its ARN has, is made when it is created. */
const both = [arn('mlflow-tracking-server'), arn('mlflow-app', '*')];

export const manageMlflow: Activity = {
  id: 'manageMlflow',
  title: 'Manage MLflow servers and apps',
  summary: 'Create, change, start, stop, and delete them, and pass their role.',
  status: 'missingInGuide',
  options: [tagsOption],
  hardened: [
    {
      Sid: 'ManageMlflow',
      Effect: 'Allow',
      Action: [
        'sagemaker:CreateMlflowApp',
        'sagemaker:CreateMlflowTrackingServer',
        'sagemaker:DeleteMlflowApp',
        'sagemaker:DeleteMlflowTrackingServer',
        'sagemaker:DescribeMlflowApp',
        'sagemaker:DescribeMlflowTrackingServer',
        'sagemaker:StartMlflowTrackingServer',
        'sagemaker:StopMlflowTrackingServer',
        'sagemaker:UpdateMlflowApp',
        'sagemaker:UpdateMlflowTrackingServer',
      ],
      Resource: both,
    },
    listAll('ManageMlflowList', ['sagemaker:ListMlflowApps', 'sagemaker:ListMlflowTrackingServers']),
    passRole('ManageMlflowPassRole', '<MLFLOW_ROLE_ARN>'),
    tagOnCreate('ManageMlflowTag', ['CreateMlflowApp', 'CreateMlflowTrackingServer'], both),
  ],
};
