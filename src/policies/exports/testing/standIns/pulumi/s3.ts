import { Resource } from './resource.ts';

export class BucketPolicy extends Resource {
  constructor(name: string, args: { readonly bucket: string; readonly policy: string }) {
    super('aws:s3/bucketPolicy:BucketPolicy', name, args);
  }
}
