import { CfnResource, type Construct } from './core.ts';

interface RepositoryProps {
  readonly repositoryName?: string;
  readonly repositoryPolicyText?: object;
}

export class CfnRepository extends CfnResource {
  constructor(scope: Construct, id: string, props: RepositoryProps) {
    super(scope, id, 'AWS::ECR::Repository', props);
  }
}
