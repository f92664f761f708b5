import type { Reason } from '../activity.ts';
import { sources } from '../sources.ts';

/** Activity id → what a reader must know that no statement can say. */
export const imageNotes: Readonly<Record<string, readonly Reason[]>> = {
  buildAndPushImages: [
    {
      text: 'The tag condition also blocks pulling images from other accounts. To build on AWS framework images, turn on “AWS base images”. Inferred: those repositories don’t have the tag.',
      source: sources.ecrActions,
    },
  ],
  pullImages: [
    {
      text: 'GetAuthorizationToken doesn’t support resource-level permissions, so it uses "Resource": "*" in a separate statement.',
      source: sources.ecrActions,
    },
    {
      text: 'Images can’t be pulled from repositories without the tag in your account, or from repositories in other accounts that AWS doesn’t own.',
      source: sources.ecrActions,
    },
    {
      text: 'The list of AWS registries is from November 2026. For Regions that it doesn’t include, enter the account yourself.',
      source: sources.imageRegistries,
    },
  ],
  buildImagesFromStudio: [
    {
      text: 'Specify the role and bucket: sm-docker build . --role <name> --bucket <bucket>. By default, the tool builds with the Studio role.',
      source: 'https://github.com/aws-samples/sagemaker-studio-image-build-cli',
    },
    {
      text: 'For repositories other than sagemaker-studio…, add “Build images and push them to ECR”. A build in a VPC needs --vpc-id and the network permissions of the build role.',
      source: 'https://github.com/aws-samples/sagemaker-studio-image-build-cli',
    },
    {
      text: 'Anyone who can change the build gains the permissions of the build role.',
      source: sources.passRole,
    },
  ],
  buildImagesInCodeBuild: [
    {
      text: 'A build runs any command in its Dockerfile with these permissions. Use this role for nothing else.',
      source: sources.passRole,
    },
    {
      text: 'The trust policy of this role allows CodeBuild. See step 5.',
      source: 'https://github.com/aws-samples/sagemaker-studio-image-build-cli',
    },
  ],
};
