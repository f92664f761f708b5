import type { ActivityReasons } from '../activityReasons.ts';

const page = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html';

export const createRolesReasons: ActivityReasons = {
  notes: [
    {
      text: 'Without the boundary, a pipeline that creates roles could create one that can do anything. Give the exported roles the boundary (Guardrails, “Permissions boundary”), with this name.',
      source: page,
    },
    {
      text: 'The pipeline role’s name must not start with the prefix. Otherwise, the role can change itself.',
      source: page,
    },
    {
      text: 'For existing roles, iam:PermissionsBoundary is the boundary that is attached to the role. The pipeline can’t change or delete a role that has the prefix but not the boundary, so it can’t take over such a role by changing its trust policy.',
      source: page,
    },
  ],
};
