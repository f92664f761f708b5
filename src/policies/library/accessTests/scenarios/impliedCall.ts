import type { AccessTest, ContextTemplate } from '../accessTest.ts';

/** What a create call can carry that makes further calls necessary. */
export type Parameter = (typeof parameters)[number];

/** In the order in which their calls are made. */
export const parameters = [
  'role',
  'endpointConfig',
  'tags',
  'vpc',
  'volumeKey',
  'image',
  'awsImage',
  'inputKey',
  'logGroup',
  'outputKey',
] as const;

/**
 * A call that follows from a parameter. `$resource` is what is created, `$role` the role that is passed, `$create` the name of
 * the create action, `$logs` the log group.
 */
export interface ImpliedCall {
  /**
   * Who makes it: the caller of the create call, or the passed role. `either`: the role, or the caller where the role
   * may not. `service`: SageMaker assumes the role.
   */
  readonly by: 'caller' | 'role' | 'either' | 'service';
  readonly title: string;
  readonly action: string;
  readonly resource: string;
  readonly context?: ContextTemplate;
  readonly registry?: AccessTest['registry'];
  /** Where another service than SageMaker assumes the role: the form of its trust, and its principal. */
  readonly assumedBy?: { readonly trust: string; readonly caller: string };
  /** Where it is another page than that of its cell. */
  readonly source?: string;
}

/** One parameter of some create calls, and the calls that it implies. */
export interface ImpliedCalls {
  readonly creates: readonly string[];
  readonly parameter: Parameter;
  /** Empty: AWS lists all calls of the create call, and none for this parameter. */
  readonly calls: readonly ImpliedCall[];
  readonly source: string;
}

/** Condition keys that a create call has because of a parameter; a key that ends with a slash means every key with that prefix. */
export const parameterKeys: Readonly<Partial<Record<Parameter, readonly string[]>>> = {
  tags: ['aws:TagKeys', 'aws:RequestTag/'],
  vpc: ['sagemaker:VpcSubnets', 'sagemaker:VpcSecurityGroupIds'],
  volumeKey: ['sagemaker:VolumeKmsKeyArn', 'sagemaker:VolumeKmsKey'],
  outputKey: ['sagemaker:OutputKmsKeyArn', 'sagemaker:OutputKmsKey'],
};

/** Whether a call with this context has the parameter. */
export const hasParameter = (context: ContextTemplate, parameter: Parameter): boolean =>
  Object.keys(context).some((key) => isKeyOf(key, parameter));

/** A context without the keys of these parameters. */
export const withoutParameters = (context: ContextTemplate, dropped: readonly Parameter[]): ContextTemplate =>
  Object.fromEntries(
    Object.entries(context).filter(([key]) => !dropped.some((parameter) => isKeyOf(key, parameter))),
  );

const isKeyOf = (key: string, parameter: Parameter): boolean =>
  (parameterKeys[parameter] ?? []).some((known) =>
    known.endsWith('/') ? key.startsWith(known) : key === known,
  );

/** What a parameter is called. */
export const parameterWords: Readonly<Record<Parameter, string>> = {
  role: 'the execution role',
  tags: 'its tags',
  volumeKey: 'its volume key',
  outputKey: 'its output key',
  inputKey: 'the key of its input',
  vpc: 'its VPC',
  image: 'its image',
  awsImage: 'its AWS framework image',
  logGroup: 'its log',
  endpointConfig: 'its endpoint configuration',
};
