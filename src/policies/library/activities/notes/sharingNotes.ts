import type { Reason } from '../activity.ts';
import { sharedModelSources as sources } from '../sharedModels.ts';

export const sharingNotes: Readonly<Record<string, readonly Reason[]>> = {
  readSharedModels: [
    {
      text: 'Both accounts must allow it: the model package group, bucket, key, and repository also need policies.',
      source: sources.crossAccount,
    },
    {
      text: 'To deploy a model, another role of this account creates the model and passes an execution role. The execution role also needs this access.',
      source: sources.deploy,
    },
    {
      text: 'AWS documents cross-account access only in samples. Whether ListModelPackages works for a group of another account isn’t confirmed.',
      source: sources.deploy,
    },
  ],
};
