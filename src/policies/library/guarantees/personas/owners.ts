import { deniedUnless, type Guarantee, guaranteeSources as sources } from '../guarantee.ts';

const own = {
  StringEquals: { 'sagemaker:ResourceTag/<OWNER_TAG_KEY>': ['${aws:PrincipalTag/<PRINCIPAL_TAG_KEY>}'] },
};
const byUserId = { StringEquals: { 'sagemaker:ResourceTag/<OWNER_TAG_KEY>': ['${aws:userid}'] } };

/** Who opens notebook instances and Studio is their owner. */
export const ownNotebooksAndStudio: readonly Guarantee[] = [
  deniedUnless(
    [
      'own-notebooks',
      'Can start and stop only notebook instances with their own owner tag.',
      ['sagemaker:StartNotebookInstance', 'sagemaker:StopNotebookInstance'],
    ],
    [own],
    sources.studioOwner,
    { activity: 'notebookAccessByOwner', when: { match: 'principalTag' } },
  ),
  deniedUnless(
    [
      'own-notebook-url',
      'Can open only notebook instances with their own owner tag.',
      ['sagemaker:CreatePresignedNotebookInstanceUrl'],
    ],
    [own],
    sources.studioOwner,
    { activity: 'notebookAccessByOwner', when: { match: 'principalTag' } },
  ),
  deniedUnless(
    [
      'own-studio',
      'Can open only the Studio user profile with their own owner tag.',
      ['sagemaker:CreatePresignedDomainUrl'],
    ],
    [own],
    sources.studioOwner,
    {
      activity: 'studioAccessByOwner',
      when: { match: 'principalTag' },
      besides: { runStudioApps: { open: 'off' } },
    },
  ),
  deniedUnless(
    [
      'notebooks-by-owner',
      'Can start, stop, and open only notebook instances whose owner tag matches the caller, by a principal tag or by aws:userid.',
      [
        'sagemaker:CreatePresignedNotebookInstanceUrl',
        'sagemaker:StartNotebookInstance',
        'sagemaker:StopNotebookInstance',
      ],
    ],
    [own, byUserId],
    sources.studioOwner,
  ),
];
