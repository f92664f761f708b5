import type { ActivityReasons } from '../activityReasons.ts';

const backend = 'https://developer.hashicorp.com/terraform/language/backend/s3';

export const terraformStateReasons: ActivityReasons = {
  companions: [
    {
      statements: ['TerraformStateList'],
      text: 'terraform init lists env:/ to find workspaces, and then the path of the state. If it can’t list env:/, Terraform 1.6 stops. Later versions only warn, unless workspace_key_prefix is set.',
      source: 'https://github.com/hashicorp/terraform/pull/34511',
    },
    {
      statements: ['TerraformWorkspaces'],
      text: 'Deleting a workspace deletes its state. Terraform never deletes the state of the default workspace.',
      source: backend,
    },
  ],
  notes: [
    {
      text: 'These are the permissions that Terraform documents for the S3 backend with use_lockfile. A plan also writes the lock, and with -refresh can write the state.',
      source: backend,
    },
    {
      text: 'Before the first apply, S3 answers 404 for a state that doesn’t exist only if the role can list it. Otherwise it answers 403, and terraform init fails. HashiCorp documents listing with the path of the state as s3:prefix for this. AWS doesn’t document the key for requests that don’t list, so test it with an empty bucket.',
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html',
    },
  ],
};
