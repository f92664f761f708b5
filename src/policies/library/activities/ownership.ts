import type { ActivityOption, StatementTemplate } from './activity.ts';

/** What the two activities that match an owner tag share. */

export const ownerBy = {
  principalTag: '${aws:PrincipalTag/<PRINCIPAL_TAG_KEY>}',
  userid: '${aws:userid}',
} as const;

export const matchOption: ActivityOption = {
  id: 'match',
  label: 'Identify the owner by',
  help: 'The value that the owner tag must match.',
  choices: [
    {
      value: 'principalTag',
      label: 'Principal tag',
      help: 'The session or role tag with the principal tag key. Safe only if callers can’t set it themselves.',
    },
    {
      value: 'userid',
      label: 'aws:userid',
      help: 'Role ID and session name of a federated user. Safe only if callers can’t choose the session name.',
    },
  ],
  default: 'principalTag',
  stances: ['published', 'hardened'],
};

/**
 * Denials that keep the owner tag as it is, for all resources of a type in any account and Region. They compare without
 * regard to case because `ResourceTag/owner` also reads a tag `Owner`.
 */
export function ownerTagGuards(sid: string, resourceType: string): readonly StatementTemplate[] {
  const guarded = {
    Effect: 'Deny',
    Resource: [`arn:<PARTITION>:sagemaker:*:*:${resourceType}/*`],
  } as const;
  const ownerTag = { 'ForAnyValue:StringEqualsIgnoreCase': { 'aws:TagKeys': ['<OWNER_TAG_KEY>'] } };
  return [
    {
      Sid: `Deny${sid}OwnerRetag`,
      ...guarded,
      Action: ['sagemaker:AddTags'],
      Condition: { ...ownerTag, Null: { 'sagemaker:TaggingAction': ['true'] } },
    },
    { Sid: `Deny${sid}OwnerUntag`, ...guarded, Action: ['sagemaker:DeleteTags'], Condition: ownerTag },
  ];
}
