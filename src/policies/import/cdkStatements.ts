/**
 * Statements of AWS CDK code, in Python and TypeScript. Source:
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.PolicyStatement.html
 */

/** The names of the parts of a statement in policies. */
const ELEMENTS: Readonly<Record<string, string>> = {
  sid: 'Sid',
  effect: 'Effect',
  actions: 'Action',
  notactions: 'NotAction',
  resources: 'Resource',
  notresources: 'NotResource',
  conditions: 'Condition',
};

/** The name of a part in policies; `undefined` for parts that aren’t plain text, such as principals. */
export const elementOf = (part: string): string | undefined =>
  ELEMENTS[part.replaceAll('_', '').toLowerCase()];

/** Whether the object at an offset is the argument of a statement. */
export const isCdkStatement = (text: string, start: number): boolean =>
  /\bPolicyStatement\(?\s{0,40}$/.test(text.slice(Math.max(0, start - 80), start));
