import type { VariableKindId } from '../library/variables/variable.ts';

/** What was changed, as a sentence behind "Read from …"; empty where the two texts say it. */
const changes = {
  form: '',
  accountAdded: 'Account {about} added.',
  regionAdded: 'Region {about} added.',
  otherAccount: 'It is in account {about}, not in the account above.',
  placeNotKept: 'It names {about}. The policy uses the account and Region above once they are entered.',
  otherRegion: 'It is in Region {about}, not in the Region above.',
  wholeBucket: 'Includes the whole bucket.',
  pathUnknown: 'If the role has a path, enter it as path/name.',
  hiddenCharacters: 'Characters that can’t be seen were removed.',
  lowerCase: 'Changed to lowercase.',
  zone: '{about} is an Availability Zone of this Region.',
  oneAddress: 'One address is a /32 range.',
  mlPrefix: 'SageMaker instance types start with “ml.”.',
} as const;

/** Why a text is no value yet, and what to do. */
const problems = {
  rule: '{about}',
  needsAccount: 'The account of {about} is missing. Enter the account ID first, or the full ARN.',
  needsRegion: 'The Region of {about} is missing. Enter the Region first, or the full ARN.',
  needsPlace:
    'The account and Region of {about} are missing. Enter the account ID and the Region first, or the full ARN.',
  needsOtherAccount: '{about} is in the other account, which isn’t known here. Enter the full ARN.',
  otherResource: 'This is the ARN of another resource ({about}).',
  otherPartition: 'This ARN is in the {about} partition. Enter a value of the selected partition.',
  accountNotKept: 'This is in account {about}. The policy uses the account above, so it would never match.',
  regionNotKept: 'This is in Region {about}. The policy uses the Region above, so it would never match.',
  wildcard: 'Wildcards such as {about} aren’t supported here.',
  alias:
    'Permissions match the ARN of the key, not its alias. Find it with: aws kms describe-key --key-id {about} --query KeyMetadata.Arn',
  accessPoint: 'This is an access point. Enter the bucket that it belongs to.',
  instanceProfile: 'This is an instance profile. Enter the role in it.',
  identityCenterRole:
    'Roles of IAM Identity Center have a path that isn’t in this name. Copy the ARN from the IAM console.',
  oidcProvider: 'This is an OIDC provider. Enter a SAML provider.',
  uniqueId: 'This is an IAM unique ID. Enter the name or the ARN.',
  oneObject: 'This is one object. Enter its bucket, or a folder (prefix).',
  partOfBucket: 'This is a part of a bucket. Enter a whole bucket.',
  oneRepository: 'This is one repository. Enter a prefix, which applies to the repositories under it.',
  oneRepositoryElsewhere:
    'This is one repository, in {about}. Enter a prefix of repositories in the account and Region above.',
  partOfDomain: 'This is a part of a Studio domain. Enter the whole domain.',
  roleOrUser: 'This can be a role or a user.',
  commaInName: 'A comma can be part of a name here.',
  onlyOne: 'This field accepts one value.',
  partOfAccount: 'This is one resource of an account. Enter the account ID.',
  otherUrl: 'This URL doesn’t identify a resource of this type.',
  tooLong: 'This text is too long for a value.',
  locked: 'Your organization locked this value.',
  notAllowed: '{about} isn’t on the list of your organization.',
} as const;

/** Which other forms a kind of value has, behind its rule. */
const otherForms: Readonly<Partial<Record<VariableKindId, string>>> = {
  roleArn: 'A role name or path/name also works.',
  principalArn: 'role/name or user/name also works.',
  samlProviderArn: 'The name of the provider also works.',
  kmsKeyArn: 'A key ID also works.',
  s3Location: 'An S3 URI or ARN also works.',
  s3Bucket: 'An S3 URI or ARN also works.',
};

/** What a choice means, behind the value itself. */
const choices = {
  below: 'only objects under it',
  folder: 'every object in its folder',
  bucket: 'the whole bucket',
  repositories: 'every repository under it',
  domain: 'the whole domain',
  account: 'the whole account',
  value: '',
  role: 'a role',
  user: 'a user',
  list: 'several values',
  one: 'one value',
} as const;

export type EntryChangeCode = keyof typeof changes;
export type EntryProblemCode = keyof typeof problems;
export type ChoiceCode = keyof typeof choices;

/** A code, and what it is about. */
interface Coded<Code> {
  readonly code: Code;
  readonly about?: string;
}

const filled = (words: string, about = ''): string => words.replace('{about}', () => about);

/** What was changed, as sentences; empty where only the form is another. */
export const changeSentences = (made: readonly Coded<EntryChangeCode>[]): string =>
  made
    .map(({ code, about }) => filled(changes[code], about))
    .filter(Boolean)
    .join(' ');

export const problemSentence = ({ code, about }: Coded<EntryProblemCode>): string =>
  filled(problems[code], about);

/** A rule of a kind of value, and the forms that are read besides. */
export const ruleSentence = (rule: string, kind: VariableKindId): string =>
  `${rule} ${otherForms[kind] ?? ''}`.trim();

export const choiceWords = ({ code }: Coded<ChoiceCode>): string => choices[code];
