import { minifyPolicy } from '../language/print.ts';
import { measure } from '../size/measure.ts';
import { quotaOf } from '../size/quotas.ts';
import { type ExportSet, ofKind } from './exporter.ts';
import type { PlannedPermissionSet } from './planned.ts';
import { sizeNote } from './sizeNotes.ts';

/**
 * What a reader of permission sets must know. Sources: https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html,
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html,
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html
 */
export function permissionSetNotes(
  permissionSets: readonly PlannedPermissionSet[],
  set: ExportSet,
): readonly string[] {
  return [
    'Run this in the account that administers IAM Identity Center (the management account of the organization or a delegated administrator) and in the Region of its instance. It creates the permission sets and assigns them to no one.',
    'IAM Identity Center creates a role from each permission set in every account that it is assigned in, and manages its trust policy. Session duration and relay state keep their defaults: one hour (up to 12 hours can be set), and none.',
    roleNote(permissionSets),
    ...permissionSets.flatMap(managedNote),
    ...accountNote(permissionSets),
    ...permissionSets.flatMap(inlineNotes),
    ...sizesOf(set),
  ];
}

/** How policies name a role that gets a new name whenever it is made again. */
function roleNote(permissionSets: readonly PlannedPermissionSet[]): string {
  const patterns = permissionSets.map(({ name }) => `AWSReservedSSO_${name}_*`);
  return `Roles: ${patterns.join(', ')}. The suffix changes when IAM Identity Center creates a role again. Trust policies and resource-based policies (of buckets, keys, and so on) that name such a role need the account as the principal and a condition ArnLike on aws:PrincipalArn, such as arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/*${patterns[0]}.`;
}

function managedNote({ title, managed }: PlannedPermissionSet): readonly string[] {
  const { attachments } = quotaOf('managed');
  return managed.length <= attachments
    ? []
    : [
        `${title} has ${managed.length} managed policies. A permission set can have 20, but the quota of its role is ${attachments} in each account. Request a quota increase in those accounts first, or select shorter policies under Size.`,
      ];
}

/** What an inline policy says of an account, it says in all of them. */
function accountNote(permissionSets: readonly PlannedPermissionSet[]): readonly string[] {
  const titles = permissionSets
    .filter(
      ({ inline }) =>
        inline && /:(?:\d{12}|<ACCOUNT_ID>):|"(?:\d{12}|<ACCOUNT_ID>)"/.test(minifyPolicy(inline.document)),
    )
    .map(({ title }) => title);
  return titles.length === 0
    ? []
    : [
        `The inline policy names an account and is the same in every account that the permission set is assigned in (${titles.join('; ')}). Assign it in that account only, or select managed policies under Size: each account has its own.`,
      ];
}

/** Source: https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PutInlinePolicyToPermissionSet.html (InlinePolicy) */
const NOT_ACCEPTED = /[^\t\n\r\x20-\xff]/;

function inlineNotes({ title, inline }: PlannedPermissionSet): readonly string[] {
  if (!inline) return [];
  const text = minifyPolicy(inline.document);
  const { characters, quota, state } = measure(inline.document, 'inlineRole');
  return [
    ...(state === 'over'
      ? [
          `${title}: the inline policy has ${characters.toLocaleString('en')} of ${quota.limit.toLocaleString('en')} characters, so IAM Identity Center rejects it. A permission set has one inline policy. Under Size, shorten it or select managed policies.`,
        ]
      : []),
    ...(NOT_ACCEPTED.test(text)
      ? [
          `${title}: the inline policy has characters beyond U+00FF, which IAM Identity Center rejects. Remove them.`,
        ]
      : []),
  ];
}

/** The notes on sizes of the one inline policy that a permission set can have. */
const sizesOf = (set: ExportSet): readonly string[] =>
  set.attach === 'inline'
    ? ofKind(set, 'identity')
        .filter(({ role }) => role?.state === 'permissionSet')
        .flatMap((document) => sizeNote(document, set.attach, set.ruleset) ?? [])
    : [];
