import type { ActivityReasons } from '../activityReasons.ts';
import { passedRole, taggedOnCreation } from './sharedReasons.ts';
import { a2iPage } from './sources.ts';

export const manageReviewsReasons: ActivityReasons = {
  companions: [
    { statements: ['ReviewsPassRole'], ...passedRole },
    { statements: ['ReviewsTag'], ...taggedOnCreation },
    {
      statements: ['ReviewsCreate'],
      text: 'Reviewers see the data, so only private work teams with the name prefix are allowed, as for labeling jobs.',
      source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html',
    },
  ],
  notes: [
    {
      text: 'The role of a workflow reads the data to review and writes the results, as the labeling role does. Its locations must be those of the workflow.',
      source: a2iPage,
    },
    {
      text: 'The bucket of the data needs a CORS configuration, which IAM doesn’t give: reviews fail without it.',
      source: a2iPage,
    },
    {
      text: 'Those who request a review need “Request human reviews”, and for Amazon Textract or Rekognition also permissions of these services, which are not included.',
      source: a2iPage,
    },
  ],
};
