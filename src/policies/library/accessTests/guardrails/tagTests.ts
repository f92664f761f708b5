import { type GuardrailTests, guardrailTestsOf } from './guardrailTest.ts';

const JOB = 'training-job/<NAME_PREFIX>1';

export const tags: GuardrailTests = {
  tagOnCreate: guardrailTestsOf([
    ['tagged', 'allowed', 'trains with the required tags', 'CreateTrainingJob', JOB],
    [
      'untagged',
      'denied',
      'trains without tags',
      'CreateTrainingJob',
      JOB,
      { 'aws:RequestTag/<REQUIRED_TAG_KEY>': [], 'aws:TagKeys': [] },
    ],
    [
      'model',
      'denied',
      'creates a model without tags',
      'CreateModel',
      'model/<NAME_PREFIX>1',
      { 'aws:RequestTag/<REQUIRED_TAG_KEY>': [], 'aws:TagKeys': [] },
    ],
  ]),
  noRetagging: guardrailTestsOf([
    [
      'create',
      'allowed',
      'sets the tag during creation',
      'AddTags',
      JOB,
      { 'aws:TagKeys': ['<PROTECTED_TAG_KEY>'], 'sagemaker:TaggingAction': 'CreateTrainingJob' },
    ],
    [
      'change',
      'denied',
      'changes a protected tag',
      'AddTags',
      JOB,
      { 'aws:TagKeys': ['<PROTECTED_TAG_KEY>'] },
    ],
    [
      'remove',
      'denied',
      'removes a protected tag',
      'DeleteTags',
      JOB,
      { 'aws:TagKeys': ['<PROTECTED_TAG_KEY>'] },
    ],
    ['other', 'allowed', 'changes another tag', 'AddTags', JOB, { 'aws:TagKeys': ['zz-note'] }],
  ]),
};
