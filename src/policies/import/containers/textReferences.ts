import type { Node } from 'jsonc-parser';
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

/** A tree of a configuration or template of Terraform, in which `$${aws:username}` stands for `${aws:username}`. */
export function withoutEscapes(node: Node): Node {
  const text = stringValue(node);
  if (text !== undefined) return text.includes('$${') ? unescaped(text, node) : node;
  return node.children ? { ...node, children: node.children.map(withoutEscapes) } : node;
}

const unescaped = (text: string, place: Node): Node =>
  call(
    'Fn::Join',
    list(
      [
        literal('', place),
        list(
          [
            literal(
              text.replaceAll('$${', () => '${'),
              place,
            ),
          ],
          place,
        ),
      ],
      place,
    ),
    place,
  );

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
 * `{{account}}` of MDAA, and of tools that fill in templates as it does; `{{resolve:ssm:…}}` of CloudFormation; `${{ … }}` of GitHub
 * Actions. IAM has nothing like it. What begins or ends a condition or a loop is no value.
 * Source: https://github.com/aws/modern-data-architecture-accelerator (dynamic references)
 */
const doubleBraces: TextVariables = {
  pattern:
    /\$?\{\{-?\s*((?![\s#/^!>]|(?:if|else|end|range|with|define|template|block)\b)[^{}]{1,200}?)\s*-?\}\}/,
  nameOf: (name) => (Object.hasOwn(ofAws, name) ? (ofAws[name] ?? name) : name),
};

/** `<%= bucket %>` of ERB and EJS, `#{bucket}` of Ruby and Octopus, `@@bucket@@`, `$(bucket)` of Kubernetes and Azure. IAM has nothing like it. */
const otherMarks: TextVariables = {
  pattern: /(?:<%=-?|#\{|@@|\$\()\s*(@?[A-Za-z_][\w.[\]'":-]{0,100}?)\s*(?:-?%>|\}#?|@@|\))/,
  nameOf: (name) => name,
};

/** `${bucket.arn}` of Pulumi’s YAML. Source: https://www.pulumi.com/docs/iac/languages-sdks/yaml/yaml-language-reference/ */
const pulumiVariables: TextVariables = {
  pattern: /\$\{\s*([A-Za-z_][\w.[\]"-]*)\s*\}/,
  nameOf: (name) => name,
};

/** `{bucket_name}` of Cloud Custodian’s actions. Source: https://github.com/cloud-custodian/cloud-custodian/blob/main/c7n/resources/s3.py (`set-statements`) */
const custodianVariables: TextVariables = {
  pattern: /(?<![${])\{([A-Za-z_][\w.]{0,60})\}(?!\})/,
  nameOf: (name) => (name === 'account_id' ? 'AWS::AccountId' : (ofAws[name] ?? name)),
};

const CUSTODIAN =
  /^policies:[^]*?^[^\S\n]+(?:-[^\S\n]+)?type:[^\S\n]*["']?(?:set-statements|modify-policy)\b/m;

/**
 * `${Account}` and `${TrainingJobName}` of the Service Authorization Reference, and of policies that IAM Access Analyzer generates. A
 * variable of IAM has a colon in its name.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-generation.html
 */
const referenceVariables: TextVariables = {
  pattern: /\$\{([A-Z]\w{0,60})\}/,
  nameOf: (name) => ofReference[name] ?? name,
};

/** `${var.bucket}` in a document that was copied out of a configuration of Terraform: a name of IAM’s variables has no full stop. */
const configurationVariables: TextVariables = {
  pattern: /(?<!\$)\$\{\s*([A-Za-z_][\w-]*(?:\.[\w[\]"*-]+)+)\s*\}/,
  nameOf: (name) => name.replace(/^var\./, ''),
};

const ofReference: Readonly<Record<string, string>> = {
  Partition: 'AWS::Partition',
  Region: 'AWS::Region',
  Account: 'AWS::AccountId',
};

const REFERENCE = /:\$\{(?:Region|Account)\}:(?![^]*\bAWS::[A-Z]\w+::)/;

const CONFIGURATION = /\$\{\s*(?:var|local|module|data|each|path|aws_\w{1,60})\./;

const PULUMI = /^\s*fn::\w|^\s+type:[^\S\n]+["']?aws:[\w/]+:\w/m;

/** Manifests of Kubernetes have such variables, too: of kro, and of what fills them in before. */
const MANIFEST = /^[^\S\n]*(?:-[^\S\n]+)?apiVersion:[^\S\n]+["']?[a-z][\w.-]*\/v\d\w*/m;

const FILL_INS = /\{\{|<%=|#\{|@@|\$\(/;

/** A tree with a reference in place of each mark that a tool fills in before IAM sees it. `around`: what its text is part of. */
export function withFillIns(node: Node, text: string, around = text): Node {
  const marked = FILL_INS.test(text) ? withReferences(withReferences(node, doubleBraces), otherMarks) : node;
  const custodian = CUSTODIAN.test(around) ? withReferences(marked, custodianVariables) : marked;
  const reference = REFERENCE.test(text) ? withReferences(custodian, referenceVariables) : custodian;
  const filled = CONFIGURATION.test(text)
    ? withoutEscapes(withReferences(reference, configurationVariables))
    : reference;
  const hasVariables = text.includes('${') && (PULUMI.test(text) || MANIFEST.test(around));
  return hasVariables ? withReferences(filled, pulumiVariables) : filled;
}

/**
 * What is left of such marks, and of what a program formats a text with: without it the text is another policy. A percent sign with two
 * digits or letters up to f is one of an address.
 */
export const isFilledLater = (text: string): boolean => FILLED_LATER.test(text);

const FILLED_LATER = /%(?:\d{1,2}\$)?[svq](?![0-9A-Za-z])|%\{|\{%|<%|\{\{|\$\(|#\{|\$\{\w{1,60}:[-=?+]/;

/** `$BUCKET` and `${BUCKET}` of a shell, or of Kotlin: a policy variable of IAM has a colon in its name, within brackets. */
export const shellVariables: TextVariables = {
  pattern: /\$(?:\{(?=[A-Za-z_]\w*\}))?([A-Za-z_]\w*)(?:(?<=\$\{\w+)\}|(?<!\$\{\w+)(?!\w))/,
  nameOf: (name) => name,
};

/** What a shell or Kotlin computes in such a text: positions, parts of variables, and expressions. Those of IAM are none. */
export const COMPUTED_IN_SHELL = /\$(?:[\d@#!]|\{(?!\w+\}|\w[\w-]*:[A-Za-z]|[*?$]\}))/;

/** The same of PowerShell, where a colon goes on with a name: `$env:BUCKET` is a variable of the environment, and another than `$BUCKET`. */
export const powerShellVariables: TextVariables = {
  pattern: /\$\{?((?:(?:env|script|global|local|using):)?[A-Za-z_]\w*)(?:\}|(?![\w:{]))/i,
  nameOf: (name) => name.replace(/^env:/i, 'env_').replace(/^\w+:/, ''),
};

/** What a program puts between two parts of a text in backticks: `"arn:aws:s3:::` + bucket + `/*"`. */
export const joinedTexts: TextVariables = {
  pattern: /`\s*\+\s*([A-Za-z_][\w.]*(?:\(\))?)\s*\+\s*`/,
  nameOf: (name) => name,
};

/** `${bucket.arn}` in a text of JavaScript that backticks begin and end: policy variables of IAM would have a backslash in front. */
export const templateVariables: TextVariables = {
  pattern: /\$\{\s*([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)\s*\}/,
  nameOf: (name) => name,
};

/** `${bucket}` of a file of Terraform that is a template: policy variables of IAM have a colon in their names. */
export const fileVariables: TextVariables = {
  pattern: /(?<!\$)\$\{\s*([A-Za-z_][\w.]*)\s*\}/,
  nameOf: (name) => name,
};
