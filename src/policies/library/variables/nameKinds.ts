import { consoleReadActions } from '../activities/consoleReadActions.ts';
import { acceptedValue, patternKind, refusedValue } from './pattern.ts';
import type { VariableKind } from './variable.ts';

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html (characters and lengths of tags) */
const TAG_CHARACTERS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u;

/** Characters that a policy document may hold: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const POLICY_CHARACTERS = /^[\u0020-\u00ff]+$/;

const isTagText = (value: string, limit: number): boolean =>
  value.length <= limit && TAG_CHARACTERS.test(value) && POLICY_CHARACTERS.test(value);

const TAG_KEY_RULE =
  'Enter 1 to 128 letters, digits, spaces, or _ . : / = + - @. Characters above ÿ (U+00FF) aren’t supported. Don’t start with “aws:”.';

export const tagKey: VariableKind = {
  id: 'tagKey',
  rule: TAG_KEY_RULE,
  read: (value) => {
    const good = isTagText(value, 128) && !/^aws:/i.test(value);
    return good ? acceptedValue(value) : refusedValue(TAG_KEY_RULE);
  },
};

const TAG_VALUE_RULE =
  'Enter 1 to 256 letters, digits, spaces, or _ . : / = + - @. Characters above ÿ (U+00FF) aren’t supported.';

export const tagValue: VariableKind = {
  id: 'tagValue',
  rule: TAG_VALUE_RULE,
  read: (value) => (isTagText(value, 256) ? acceptedValue(value) : refusedValue(TAG_VALUE_RULE)),
};

/** Source: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html (repositoryName) */
export const ecrRepositoryPrefix = patternKind(
  'ecrRepositoryPrefix',
  'Enter lowercase letters and digits, separated by single . _ - or /, without a trailing slash, for example ml-team/images.',
  /^(?=.{1,200}$)(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/,
);

/** Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateTrainingJob.html (TrainingJobName) */
export const resourceNamePrefix = patternKind(
  'resourceNamePrefix',
  'Enter 1 to 62 letters, digits, or hyphens. Start with a letter or digit, for example team-a-.',
  /^[a-zA-Z0-9][a-zA-Z0-9-]{0,61}$/,
);

const READ_ACTION_RULE = 'Select a SageMaker read action from the list.';

export const readAction: VariableKind = {
  id: 'readAction',
  rule: READ_ACTION_RULE,
  read: (value) => {
    const scope = Object.hasOwn(consoleReadActions, value) ? consoleReadActions[value] : undefined;
    if (scope === undefined) return refusedValue(READ_ACTION_RULE);
    return acceptedValue(value, scope === 'any' ? '*' : 'arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:*');
  },
};

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html (external ID) */
export const externalId = patternKind(
  'externalId',
  'Enter 2 to 1,224 letters, digits, or _ + = , . @ : / - without spaces.',
  /^[A-Za-z0-9_+=,.@:/-]{2,1224}$/,
);

/** Source: https://docs.aws.amazon.com/athena/latest/ug/glue-best-practices.html (names of databases) */
export const databaseName = patternKind(
  'databaseName',
  'Enter up to 128 lowercase letters, digits, or _.',
  /^[a-z0-9_]{1,128}$/,
);

/** Source: https://docs.aws.amazon.com/athena/latest/APIReference/API_CreateWorkGroup.html (Name) */
export const workgroupName = patternKind(
  'workgroupName',
  'Enter up to 128 letters, digits, or one of . _ -.',
  /^[a-zA-Z0-9._-]{1,128}$/,
);

/** Names and generated IDs of clusters and apps. Source: https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html (name) */
export const resourceId = patternKind(
  'resourceId',
  'Enter an ID or a name, not an ARN: up to 100 letters, digits, hyphens, or underscores.',
  /^[a-zA-Z0-9][a-zA-Z0-9_-]{0,99}$/,
);
