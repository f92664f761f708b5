import type { ActivityReasons } from '../activityReasons.ts';

export const terraformStateReasons: ActivityReasons = {
  notes: [
    {
      text: 'These are the permissions that Terraform documents for the S3 backend with use_lockfile. A plan also writes the lock, and with -refresh can write the state.',
      source: 'https://developer.hashicorp.com/terraform/language/backend/s3',
    },
  ],
};
