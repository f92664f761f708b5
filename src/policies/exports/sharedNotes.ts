import type { StatedConflict } from '../compose/sharedRoles.ts';
import { measure } from '../size/measure.ts';
import { quotaOf } from '../size/quotas.ts';
import type { ExistingRole } from './planned.ts';
import { trustFilesOf } from './trustFiles.ts';

/** Sentences on one role that several roles of the draft are. */

/** A role that is not created, since its name is that of a role that exists. */
export const nameTaken = (role: ExistingRole, { name, arns }: StatedConflict): string =>
  `${role.title}: no role is created, and its policies are attached to nothing, because ${name} is the name of a role that exists: ${arns.join(', ')}. Role names are unique in an account, without regard to path and case. Enter another name, and export again. Its trust policy is in the file that ends in ${trustFilesOf(role)}.`;

/** What a role gets that several personas have; `roles`: those of the draft that it is. */
export function sharedNotes(
  { name, arns }: StatedConflict,
  roles: readonly ExistingRole[],
): readonly string[] {
  const titles = roles.map(({ title }) => title).join(', ');
  const sameName =
    arns.length > 1
      ? [
          `WARNING: ${arns.join(', ')} have one role name, without regard to path and case, and an account has one role of a name. Policies are attached by name. Enter the exact ARN of each role, and the account ID if they are in different accounts.`,
        ]
      : [];
  if (roles.length < 2) return sameName;
  const [trust] = roles.flatMap(({ trusts }) => trusts.filter(({ id }) => id.includes('+')));
  return [
    `WARNING: ${arns.length > 1 ? name : arns.join('')} is one role that gets the permissions and the trust policies of several personas (${titles}), which is not least privilege. Enter a different role for each persona, or choose one role that does everything.`,
    ...sameName,
    ...quotaNotes(name, roles),
    ...(trust && measure(trust.policy, 'trust').state === 'over'
      ? [
          `The trust policy of ${name}, for all its personas, is larger than the quota of ${quotaOf('trust').limit} characters.`,
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
          `${name} gets ${managed} managed policies from its personas together, and a role may have ${attachments}.`,
        ]
      : []),
    ...(inline > limit
      ? [
          `${name} gets inline policies of ${inline} characters from its personas together, and a role may have ${limit}.`,
        ]
      : []),
  ];
}
