import type { ActivityOption, StatementTemplate } from './activity.ts';

/** Buckets of AWS that work in SageMaker reads from. */

const jumpStart = 'arn:<PARTITION>:s3:::jumpstart-cache-prod-<REGION>';
export const jumpStartObjects = [jumpStart, `${jumpStart}/*`];

/** Models and examples of JumpStart, which roles read with their own permissions. */
export const jumpStartOption: ActivityOption = {
  id: 'jumpStart',
  label: 'JumpStart models',
  help: 'JumpStart models and examples are in an AWS bucket in your Region.',
  choices: [
    { value: 'off', label: 'No', help: 'JumpStart models can’t be loaded.' },
    { value: 'on', label: 'Yes', help: 'Adds read access to the JumpStart bucket of the Region.' },
  ],
  default: 'off',
  stances: ['hardened'],
};

export const jumpStartBucket = (Sid: string): StatementTemplate => ({
  Sid,
  Effect: 'Allow',
  Action: ['s3:GetObject', 's3:ListBucket'],
  Resource: jumpStartObjects,
  when: { jumpStart: 'on' },
});

/** The data key of encrypted objects, beside the access to the objects. */
export const dataKeyOption: ActivityOption = {
  id: 'kms',
  label: 'Objects encrypted with a customer managed key',
  help: 'S3 uses the key with the permissions of the caller.',
  choices: [
    { value: 'off', label: 'No', help: 'Encrypted objects can’t be read or written.' },
    { value: 'on', label: 'Yes', help: 'Adds use of the data key, through S3 only.' },
  ],
  default: 'off',
  stances: ['hardened'],
};
