import type { Activity } from './activity.ts';
import { sources } from './sources.ts';

const anyRepository = 'arn:<PARTITION>:ecr:*:<ACCOUNT_ID>:repository/*';

const pull = ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'];

const loginRepair = {
  element: 'Resource',
  before: 'arn:aws:ecr:*:<ACCOUNT_ID>:repository/*',
  after: '*',
  text: 'ecr:GetAuthorizationToken takes no resource. On a repository it never matches, so no image can be pulled.',
  source: sources.ecrActions,
} as const;

export const pullImages: Activity = {
  id: 'pullImages',
  title: 'Pull images from ECR',
  summary: 'Log in and pull from tagged repositories. Built-in algorithms need no permission.',
  options: [],
  published: [
    {
      Sid: 'SageMakerECRAccess',
      Effect: 'Allow',
      Action: ['ecr:GetAuthorizationToken'],
      Resource: ['*'],
      guide: [
        { policy: 8, statement: 5 },
        { policy: 9, statement: 5 },
      ],
    },
    {
      Sid: 'SageMakerECRUsage',
      Effect: 'Allow',
      Action: pull,
      Resource: [anyRepository],
      Condition: { StringEquals: { 'aws:ResourceTag/<ECR_TAG_KEY>': ['<ECR_TAG_VALUE>'] } },
      guide: [
        { policy: 8, statement: 6 },
        { policy: 9, statement: 6 },
      ],
    },
  ],
  hardened: [
    {
      Sid: 'EcrPullLogin',
      Effect: 'Allow',
      Action: ['ecr:GetAuthorizationToken'],
      Resource: ['*'],
      guide: [
        { policy: 8, statement: 5 },
        { policy: 9, statement: 5 },
      ],
    },
    {
      Sid: 'EcrPull',
      Effect: 'Allow',
      Action: pull,
      Resource: ['arn:<PARTITION>:ecr:<REGION>:<ACCOUNT_ID>:repository/<ECR_REPOSITORY_PREFIX>/*'],
      Condition: { StringEquals: { 'aws:ResourceTag/<ECR_TAG_KEY>': ['<ECR_TAG_VALUE>'] } },
      guide: [
        { policy: 8, statement: 6 },
        { policy: 9, statement: 6 },
      ],
    },
  ],
  repairs: [
    { guide: { policy: 8, statement: 5 }, ...loginRepair },
    {
      guide: { policy: 8, statement: 6 },
      element: 'Sid',
      before: '',
      after: 'SageMakerECRUsage',
      text: 'The statement has no Sid. It gets the one that the model hosting role’s sample uses; access is the same.',
      source: sources.sid,
    },
    { guide: { policy: 9, statement: 5 }, ...loginRepair },
    {
      guide: { policy: 9, statement: 5 },
      element: 'syntax',
      before: 'repository/*", }',
      after: 'repository/*" }',
      text: 'A comma stands before the closing brace; the document is not JSON.',
      source: sources.jsonGrammar,
    },
  ],
  differences: [
    {
      tag: 'hardening',
      statements: ['EcrPull'],
      text: 'Limited to repositories of this Region below the prefix.',
      source: sources.ecrActions,
    },
  ],
  notes: [
    {
      text: 'GetAuthorizationToken takes no resource, so it stands on * in a statement of its own.',
      source: sources.ecrActions,
    },
    {
      text: 'A repository without the tag, or in another account, cannot be pulled from.',
      source: sources.ecrActions,
    },
  ],
};
