import { Resource } from './resource.ts';

export class RepositoryPolicy extends Resource {
  constructor(name: string, args: { readonly repository: string; readonly policy: string }) {
    super('aws:ecr/repositoryPolicy:RepositoryPolicy', name, args);
  }
}
