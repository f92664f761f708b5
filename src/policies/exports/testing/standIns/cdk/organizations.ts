import { CfnResource, type Construct } from './core.ts';

interface PolicyProps {
  readonly name: string;
  readonly description?: string;
  readonly type: string;
  readonly targetIds?: string[];
  readonly content: object;
}

export class CfnPolicy extends CfnResource {
  constructor(scope: Construct, id: string, props: PolicyProps) {
    super(scope, id, 'AWS::Organizations::Policy', props);
  }
}
