/**
 * What the exported stacks use of the AWS CDK, with its types and what it makes of them, so that they compile and run without
 * its 190 MB. That the library itself does the same is held by tests/toolchains/.
 */

export interface Construct {
  readonly Resources: Record<string, Resource>;
}

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  DependsOn?: readonly string[];
  DeletionPolicy?: string;
}

export const RemovalPolicy = { RETAIN: 'Retain' } as const;

export interface StackProps {
  readonly stackName?: string;
}

/** A stack is its own template. */
export class Stack implements Construct {
  readonly Resources: Record<string, Resource> = {};
  readonly region: string = 'eu-west-1';
  readonly stackName: string;

  constructor(_scope: Construct, id: string, props?: StackProps) {
    this.stackName = props?.stackName ?? id;
  }
}

export class CfnResource {
  readonly ref: string;
  readonly #made: Resource;

  constructor(scope: Construct, id: string, Type: string, properties: object) {
    if (scope.Resources[id]) throw new Error(`There is already a construct named ${id}`);
    if (!/^[A-Za-z0-9]+$/.test(id)) throw new Error(`${id} is no logical ID`);
    this.#made = { Type, Properties: capitalized(properties) };
    scope.Resources[id] = this.#made;
    this.ref = `ref:${id}`;
  }

  /** Kept when the stack is deleted: templates say it beside the properties. */
  applyRemovalPolicy(policy: string): void {
    this.#made.DeletionPolicy = policy;
  }

  addDependency(other: CfnResource): void {
    this.#made.DependsOn = [other.ref.slice('ref:'.length)];
  }
}

const capital = (key: string) => key.charAt(0).toUpperCase() + key.slice(1);

/** Names of properties as templates have them; what is in a document stays as it is. */
const capitalized = (properties: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties).map(([key, value]: [string, unknown]) => [
      capital(key),
      key === 'policies' && Array.isArray(value) ? value.map(capitalized) : value,
    ]),
  );
