import type { ActivityReasons } from '../activityReasons.ts';
import { a2iPage } from './sources.ts';

export const startReviewsReasons: ActivityReasons = {
  notes: [
    {
      text: 'Name human loops with the name prefix: otherwise they can be started, but not read or stopped.',
      source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html',
    },
    {
      text: 'Deleting human loops and listing them isn’t included. Calls of Amazon Textract or Rekognition that start a loop need permissions of these services.',
      source: a2iPage,
    },
    {
      text: 'Human loops are called at another address (a2i-runtime). Whether a VPC endpoint exists for it isn’t confirmed.',
      source: a2iPage,
    },
  ],
};
