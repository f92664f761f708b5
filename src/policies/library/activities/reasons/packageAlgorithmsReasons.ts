import type { ActivityReasons } from '../activityReasons.ts';
import { passedRole, taggedOnCreation } from './sharedReasons.ts';

const seller = 'https://docs.aws.amazon.com/marketplace/latest/userguide/ml-publishing-prereq.html';
const creating = 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-mkt-create-algo.html';

export const packageAlgorithmsReasons: ActivityReasons = {
  companions: [
    { statements: ['AlgorithmsPassRole'], ...passedRole },
    { statements: ['AlgorithmsTag'], ...taggedOnCreation },
  ],
  notes: [
    {
      text: 'SageMaker validates an algorithm with a training job, a model, and a transform job in your account. No condition key limits their network or keys.',
      source: creating,
    },
    {
      text: 'AWS doesn’t document what the validation role needs besides reading and writing the data of these jobs. Test the validation first.',
      source: creating,
    },
    {
      text: 'Listing a product also needs a seller account, permissions for the AWS Marketplace Management Portal, and a role that trusts AWS Marketplace, which are not included.',
      source: seller,
    },
    {
      text: 'Model packages for AWS Marketplace are created with “Manage models and the model registry”. Subscribing to products of others needs AWS Marketplace permissions, which are not included.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-mkt-buy.html',
    },
  ],
};
