import type { ActivityReasons } from '../activityReasons.ts';

const page =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemakerwithmlflow.html';

export const useMlflowReasons: ActivityReasons = {
  notes: [
    {
      text: 'MLflow has no permissions by experiment: anyone who can track in a server or app can change every experiment in it. Deleting is not included.',
      source: page,
    },
    {
      text: 'The service authorization reference lists tracking servers as the resource of these actions, and AWS managed policies use apps as well, so both are here.',
      source: page,
    },
    {
      text: 'Artifacts are read from and written to S3 by the client itself, so the user also needs access to the artifact store.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/mlflow-create-tracking-server-iam.html',
    },
  ],
};
