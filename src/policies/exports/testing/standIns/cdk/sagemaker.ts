import { CfnResource, type Construct } from './core.ts';

interface ModelPackageGroupProps {
  readonly modelPackageGroupName: string;
  readonly modelPackageGroupPolicy?: object;
}

export class CfnModelPackageGroup extends CfnResource {
  constructor(scope: Construct, id: string, props: ModelPackageGroupProps) {
    super(scope, id, 'AWS::SageMaker::ModelPackageGroup', props);
  }
}
