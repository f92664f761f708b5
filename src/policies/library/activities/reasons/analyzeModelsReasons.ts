import type { ActivityReasons } from '../activityReasons.ts';

const page =
  'https://docs.aws.amazon.com/sagemaker/latest/dg/clarify-processing-job-configure-how-it-works.html';

export const analyzeModelsReasons: ActivityReasons = {
  companions: [
    {
      statements: ['ClarifyTags'],
      text: 'Clarify tags the endpoint that it creates. Limited to tags set during creation.',
      source: 'https://github.com/aws/aws-cdk/issues/32294',
    },
  ],
  notes: [
    {
      text: 'AWS documents that the Clarify container creates and deletes a shadow endpoint, but not the permissions for it. The actions and the prefix sm-clarify- come from error messages and policies that users published. Test an analysis first. With a different endpoint name prefix, analyses are denied.',
      source: page,
    },
    {
      text: 'The endpoints of all analyses in the account have the prefix sm-clarify-. This role can also invoke and delete those of other teams.',
      source: page,
    },
    { text: 'Data bias, data quality, and model quality don’t need an endpoint.', source: page },
  ],
};
