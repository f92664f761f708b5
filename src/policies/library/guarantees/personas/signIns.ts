import { type Guarantee, guaranteeSources as sources, never } from '../guarantee.ts';

/** Those who work for others open no notebook and no Studio of theirs. */
export const noSignIns: readonly Guarantee[] = [
  never(
    [
      'no-presigned-urls',
      'Can’t open any notebook instance, user profile, space, or other SageMaker app.',
      ['sagemaker:CreatePartnerAppPresignedUrl', 'sagemaker:CreatePresigned*', 'sagemaker:StartSession'],
    ],
    sources.studioOwner,
    { activity: 'runStudioApps', when: { open: 'off' } },
  ),
  never(
    [
      'no-other-sign-ins',
      'Can’t open any notebook instance, space of a local IDE, or other SageMaker app but Studio.',
      [
        'sagemaker:CreatePartnerAppPresignedUrl',
        'sagemaker:CreatePresignedMlflow*',
        'sagemaker:CreatePresignedNotebookInstanceUrl',
        'sagemaker:StartSession',
      ],
    ],
    sources.studioOwner,
  ),
];
