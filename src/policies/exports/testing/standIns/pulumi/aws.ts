export * as ec2 from './ec2.ts';
export * as iam from './iam.ts';
export * as organizations from './organizations.ts';
export * as ssoadmin from './ssoadmin.ts';
