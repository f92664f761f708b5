import type { ActivityReasons } from '../activityReasons.ts';
import { passedRole, taggedOnCreation } from './sharedReasons.ts';
import { sources } from './sources.ts';

export const manageDomainsReasons: ActivityReasons = {
  companions: [
    { statements: ['DomainsPassRole'], ...passedRole },
    {
      statements: ['DomainsServiceRole'],
      text: 'The first domain of an account creates this service-linked role.',
      source: sources.apiPermissions,
    },
    {
      statements: ['DomainsFileSystem', 'DomainsKey'],
      text: 'Creating a domain with a key creates an encrypted EFS file system.',
      source: sources.apiPermissions,
    },
    {
      statements: ['DomainsVolumeKeyGrant'],
      text: 'A domain’s key is used through a grant. Limited to grants that AWS services create for the caller, not to SageMaker: AWS doesn’t document which service creates the grant for the file system.',
      source: sources.apiPermissions,
    },
    { statements: ['DomainsTag'], ...taggedOnCreation },
  ],
  notes: [
    {
      text: 'Only the specified domains can be changed. Create the first domain, enter its ID, and export again.',
      source: sources.sagemakerActions,
    },
    {
      text: 'Updates can name other networks, images, and lifecycle configurations. Guardrails limit them.',
      source: sources.sagemakerActions,
    },
    {
      text: 'Anyone who can open a user profile gets the permissions of its execution role, so presigned URLs are not included.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-spaces.html',
    },
  ],
};
