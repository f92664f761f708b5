import { Resource } from './resource.ts';

export class KeyPolicy extends Resource {
  constructor(name: string, args: { readonly keyId: string; readonly policy: string }) {
    super('aws:kms/keyPolicy:KeyPolicy', name, args);
  }
}
