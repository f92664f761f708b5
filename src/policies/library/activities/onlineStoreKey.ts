import type { ActivityOption, StatementTemplate } from './activity.ts';

/** The key of an online store: each call to its records uses it with the permissions of the caller. */
export const onlineStoreKeyOption: ActivityOption = {
  id: 'kms',
  label: 'Online store encrypted with a customer managed key',
  help: 'Feature Store uses the key with the permissions of the caller.',
  choices: [
    { value: 'off', label: 'No', help: 'Calls fail for feature groups with a customer managed key.' },
    { value: 'on', label: 'Yes', help: 'Adds kms:Decrypt on the data key.' },
  ],
  default: 'off',
  stances: ['hardened'],
};

export const onlineStoreKey = (Sid: string): StatementTemplate => ({
  Sid,
  Effect: 'Allow',
  Action: ['kms:Decrypt'],
  Resource: ['<DATA_KMS_CMK_ARN>'],
  when: { kms: 'on' },
});
