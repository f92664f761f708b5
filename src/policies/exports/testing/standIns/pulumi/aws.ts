export * as ec2 from './ec2.ts';
export * as ecr from './ecr.ts';
export * as iam from './iam.ts';
export * as kms from './kms.ts';
export * as organizations from './organizations.ts';
export * as s3 from './s3.ts';
export * as sagemaker from './sagemaker.ts';
export * as ssoadmin from './ssoadmin.ts';
