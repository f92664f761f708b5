import type { ActivityReasons } from '../activityReasons.ts';
import { fromJumpStart, passedRole } from './sharedReasons.ts';
import { managedPolicyPage, sources } from './sources.ts';

export const useCanvasReasons: ActivityReasons = {
  companions: [
    {
      statements: ['CanvasImages'],
      text: 'Canvas runs images from accounts that AWS owns. The managed policy doesn’t limit the registry.',
      source: managedPolicyPage('AmazonSageMakerCanvasFullAccess'),
    },
    { statements: ['CanvasPassRole'], ...passedRole },
    {
      statements: ['CanvasTags'],
      text: 'Canvas tags the resources that it creates. Limited to tags set during creation.',
      source: managedPolicyPage('AmazonSageMakerCanvasFullAccess'),
    },
    { statements: ['CanvasJumpStart'], ...fromJumpStart },
  ],
  notes: [
    {
      text: 'From the managed policy AmazonSageMakerCanvasFullAccess, without its data sources (Amazon Redshift, Athena, EMR Serverless, secrets), Amazon Forecast, the model registry, and buckets whose name contains “sagemaker”. AWS doesn’t document the minimum permissions for Canvas. Test building a model first.',
      source: managedPolicyPage('AmazonSageMakerCanvasFullAccess'),
    },
    {
      text: 'Data and results are in the work locations. Set the Canvas storage location in the domain to one of them.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/canvas-storage-configuration.html',
    },
    {
      text: 'Images are pulled only from the registries that AWS lists for the Region. Canvas can use others. If a job fails because of its image, enter the account in “AWS accounts with framework images”, with the accounts of the list that you need. Your entries replace the list.',
      source: sources.imageRegistries,
    },
    {
      text: 'Jobs and models are limited only by “canvas” in their names, so Canvas users can change each other’s. They can also stop each other’s Canvas apps in the domain.',
      source: sources.sagemakerActions,
    },
  ],
};
