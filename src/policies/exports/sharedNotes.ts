import type { StatedConflict } from '../model/rolesInAccount.ts';
import { measure } from '../size/measure.ts';
import { quotaOf } from '../size/quotas.ts';
import type { ExistingRole } from './planned.ts';
import { trustFilesOf } from './trustFiles.ts';

/** Notes of the exports on a role that is entered for several personas, or whose name already exists. */

/** A role that is not created, because a role with its name already exists. */
export const nameTaken = (role: ExistingRole, { name, arns }: StatedConflict): string =>
  `${role.title}: the role is not created and its policies are not attached, because a role named ${name} already exists: ${arns.join(', ')}. Role names must be unique within an account, regardless of path and case. Enter another name, and export again. Its trust policy is in the file that ends in ${trustFilesOf(role)}.`;

/** What a role gets that is entered for several personas; `roles`: the roles of the draft that it replaces. */
export function sharedNotes(
  { name, arns }: StatedConflict,
  roles: readonly ExistingRole[],
): readonly string[] {
  // Titles have commas.
  const titles = roles.map(({ title }) => title).join('; ');
  const sameName =
    arns.length > 1
      ? [
          `WARNING: ${arns.join(', ')} have the same role name. Role names must be unique within an account, regardless of path and case. Policies are attached by role name. Enter the exact ARN of each role. If the roles are in different accounts, also enter the account ID.`,
        ]
      : [];
  if (roles.length < 2) return sameName;
  const [trust] = roles.flatMap(({ trusts }) => trusts.filter(({ id }) => id.includes('+')));
  return [
    `WARNING: The role ${arns.length > 1 ? name : arns.join('')} gets the permissions and trust policies of several personas (${titles}), which is not least privilege. Enter a different role for each persona, or select “One role for all personas”.`,
    ...sameName,
    ...quotaNotes(name, roles),
    ...(trust && measure(trust.policy, 'trust').state === 'over'
      ? [
          `The trust policy of ${name} for all its personas exceeds the quota of ${quotaOf('trust').limit} characters.`,
        ]
      : []),
  ];
}

/** Quotas of a role count what all personas attach to it. */
function quotaNotes(name: string, roles: readonly ExistingRole[]): readonly string[] {
  const managed = roles.flatMap((role) => role.managed).length;
  const inline = roles
    .flatMap((role) => role.inline)
    .reduce((sum, { document }) => sum + measure(document, 'inlineRole').characters, 0);
  const { attachments } = quotaOf('managed');
  const { limit } = quotaOf('inlineRole');
  return [
    ...(managed > attachments
      ? [
          `${name} gets ${managed} managed policies from all its personas. The quota is ${attachments} for each role.`,
        ]
      : []),
    ...(inline > limit
      ? [
          `${name} gets inline policies with ${inline} characters from all its personas. The quota is ${limit} characters for each role.`,
        ]
      : []),
  ];
}
