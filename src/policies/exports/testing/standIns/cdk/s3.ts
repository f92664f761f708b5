import { CfnResource, type Construct } from './core.ts';

interface BucketPolicyProps {
  readonly bucket: string;
  readonly policyDocument: object;
}

export class CfnBucketPolicy extends CfnResource {
  constructor(scope: Construct, id: string, props: BucketPolicyProps) {
    super(scope, id, 'AWS::S3::BucketPolicy', props);
  }
}
