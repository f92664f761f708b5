import { object, type ContextTemplate } from '../accessTest.ts';

/** What is shared of models, in the account of the registry and in those that use them. */

export const group = (account: string, name = '<SHARED_MODEL_GROUP>') =>
  `arn:<PARTITION>:sagemaker:<REGION>:${account}:model-package-group/${name}`;
export const model = (account: string, name = '<SHARED_MODEL_GROUP>') =>
  `arn:<PARTITION>:sagemaker:<REGION>:${account}:model-package/${name}/1`;
export const repository = (account: string, name = '<SHARED_MODEL_REPOSITORY>') =>
  `arn:<PARTITION>:ecr:<REGION>:${account}:repository/${name}`;

export const artifact = object('<SHARED_MODEL_BUCKET>/<SHARED_MODEL_PREFIX>/1/model.tar.gz');
export const otherArtifact = object('<SHARED_MODEL_BUCKET>/zz-another-team/model.tar.gz');
export const bucket = object('<SHARED_MODEL_BUCKET>');
export const viaS3: ContextTemplate = { 'kms:ViaService': 's3.<REGION>.amazonaws.com' };
