import type { Node } from 'jsonc-parser';
import { nameOfWords } from '../../language/placeholder.ts';
import { call, list, literal } from '../builtNodes.ts';
import { isDocumentText, stringValue } from '../candidates.ts';
import { isTextOfJson } from './nestedJson.ts';

/** How a tool writes its own variables in texts. */
export interface TextVariables {
  /** With one group: the name. */
  readonly pattern: RegExp;
  /** What the name refers to. */
  nameOf(name: string): string;
}

/** A tree with a reference in place of each variable. What is a policy as a text stays one. */
export function withReferences(node: Node, variables: TextVariables): Node {
  const text = stringValue(node);
  if (text !== undefined) {
    const isOther = isDocumentText(node) || isTextOfJson(node);
    return !isOther && variables.pattern.test(text) ? joinOf(text, node, variables) : node;
  }
  if (node.type === 'property') {
    const [key, value] = node.children ?? [];
    // In a text of `Fn::Sub` CloudFormation finds them itself.
    const isSubstituted = key?.value === 'Fn::Sub';
    return key && value && !isSubstituted
      ? { ...node, children: [key, withReferences(value, variables)] }
      : node;
  }
  return node.children
    ? { ...node, children: node.children.map((child) => withReferences(child, variables)) }
    : node;
}

/** A text that is put together from pieces and variables. */
function joinOf(text: string, place: Node, { pattern, nameOf }: TextVariables): Node {
  // At odd places the variables.
  const parts = text
    .split(pattern)
    .map((part, index) =>
      index % 2 === 0 ? literal(part, place) : call('Ref', literal(nameOf(part), place), place),
    );
  return call('Fn::Join', list([literal('', place), list(parts, place)], place), place);
}

const ofAws: Readonly<Record<string, string>> = {
  partition: 'AWS::Partition',
  region: 'AWS::Region',
  account: 'AWS::AccountId',
};

/**
 * `{{account}}` of MDAA, and of tools that fill in templates as it does; `{{resolve:ssm:…}}` of CloudFormation. IAM has nothing like it.
 * Source: https://github.com/aws/modern-data-architecture-accelerator (dynamic references)
 */
export const doubleBraces: TextVariables = {
  pattern: /\{\{\s*([^{}]{1,200}?)\s*\}\}/,
  nameOf: (name) => (Object.hasOwn(ofAws, name) ? (ofAws[name] ?? name) : name),
};

/** `$BUCKET` and `${BUCKET}` of a shell: a policy variable of IAM has a colon in its name. */
export const shellVariables: TextVariables = {
  pattern: /\$\{?([A-Za-z_]\w*)(?:\}|(?![\w:{]))/,
  nameOf: (name) => name,
};

/** `${bucket.arn}` in a text of JavaScript that backticks begin and end: policy variables of IAM would have a backslash in front. */
export const templateVariables: TextVariables = {
  pattern: /\$\{\s*([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)\s*\}/,
  nameOf: (name) => nameOfWords([name]),
};
