import { Resource } from './resource.ts';

export class ModelPackageGroupPolicy extends Resource {
  constructor(
    name: string,
    args: { readonly modelPackageGroupName: string; readonly resourcePolicy: string },
  ) {
    super('aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy', name, args);
  }
}
