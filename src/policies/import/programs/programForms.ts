import type { Node } from 'jsonc-parser';
import { list, literal, object, property } from '../builtNodes.ts';
import { membersOf, repeatedName } from '../candidates.ts';
import { elementOf } from '../cdkStatements.ts';
import { computed } from '../hcl/nodeParts.ts';
import type { FoundKind } from '../importReading.ts';
import { AWACS, readPolicyDocument } from './awacs.ts';
import { documentOfArguments, isUnknownList, withNames } from './documentOfArguments.ts';
import type { ProgramArguments, ProgramReader } from './programReader.ts';
import { readPermissions, SST } from './sst.ts';

/** How a library for infrastructure makes a policy. */
export interface ProgramForm {
  /** What it is, in words. */
  readonly what: string;
  readonly kind?: FoundKind;
  /** What cannot be read of it need not look like a policy: its statements can be values of the program. */
  readonly isMadeElsewhere?: true;
  /** Only programs with it have such calls. */
  readonly sign?: RegExp;
  /** Whether what is behind it in the text is read by itself. */
  isHere?(text: string, at: number): boolean;
  /** Up to its opening bracket. */
  readonly head: RegExp;
  /** The document that the call makes; nothing where its arguments cannot be read. The reader ends behind it. */
  read(reader: ProgramReader, from: number): Node | undefined;
}

/** The object that a call has as an argument, or as its arguments with names. */
function objectOf(
  { args, named }: ProgramArguments,
  at: number,
  place: { readonly offset: number; readonly length: number },
): Node | undefined {
  if (named.length > 0) return object(named, place);
  const given = args.at(at);
  return given?.type === 'object' ? given : undefined;
}

/** One statement of AWS CDK as a document. */
function documentOfCdk(given: Node): Node {
  const elements = [...membersOf(given)].map(([name, value]) => {
    const element = elementOf(name);
    const isRead = element !== undefined && !(/Action$/.test(element) && isUnknownList(value));
    return isRead ? property(element, value) : computed(name, value);
  });
  const twice = repeatedName(withNames(given, (name) => elementOf(name) ?? name));
  const unread =
    twice === undefined ? elements.find(({ type }) => type !== 'property') : computed(twice, given);
  const names = new Set(elements.map(({ children: [key] = [] }) => String(key?.value)));
  const isWhole = ['Action', 'Resource'].every((name) => names.has(name) || names.has(`Not${name}`));
  const statement = object(
    [...(names.has('Effect') ? [] : [property('Effect', literal('Allow', given))]), ...elements],
    given,
  );
  // What is missing here is added elsewhere, with a method.
  const read = unread ?? (isWhole ? statement : computed('PolicyStatement', given));
  return object(
    [property('Version', literal('2012-10-17', given)), property('Statement', list([read], given))],
    given,
  );
}

const METHOD = /\.\s*[A-Za-z]\w*\s*\(/y;

/** `.actions(…).resources(…).build()`: each method has the value of a part. */
function readBuilder(reader: ProgramReader, from: number): Node | undefined {
  const parts: Node[] = [];
  for (;;) {
    const name = reader.match(METHOD)?.replaceAll(/\W/g, '');
    const args = name === undefined ? undefined : reader.args()?.args;
    if (name === undefined || !args) return undefined;
    if (name === 'build') return documentOfCdk(object(parts, { offset: from, length: reader.at - from }));
    const [value] = args;
    if (!value || args.length > 1) return undefined;
    parts.push(property(name, value));
  }
}

const CLOSE = /\)/y;

function readProps(reader: ProgramReader): Node | undefined {
  const props = reader.value();
  return props?.type === 'object' && reader.match(CLOSE) !== undefined ? documentOfCdk(props) : undefined;
}

const GIVEN = /(?:JSON\.parse\(\s*|json\.loads\(\s*)?(?:([A-Za-z_$][\w$]*)\s*\)|["'`{])/y;

/** Whether a call is given a policy that the text has: in its brackets, or under a name. */
function isWrittenDown(text: string, at: number): boolean {
  GIVEN.lastIndex = at;
  const [found, name] = GIVEN.exec(text) ?? [];
  if (found === undefined || name === undefined) return found !== undefined;
  const written = name.replaceAll('$', String.raw`\$`);
  return new RegExp(
    String.raw`(?<![\w$.])${written}\s*(?::[^=\n;]{1,80})?=\s*(?:JSON\.parse\(|json\.loads\()?\s*["'\`{]`,
  ).test(text);
}

/** `at`: the place of what the data source is given, among arguments without names. */
const dataSource =
  (statements: string, at: number): ProgramForm['read'] =>
  (reader, from) => {
    const read = reader.args();
    const given = read && objectOf(read, at, { offset: from, length: reader.at - from });
    return given && documentOfArguments(given, statements);
  };

/**
 * Sources: https://www.pulumi.com/registry/packages/aws/api-docs/iam/getpolicydocument/,
 * https://developer.hashicorp.com/terraform/cdktf/concepts/data-sources,
 * https://docs.aws.amazon.com/cdk/api/v2/java/software/amazon/awscdk/services/iam/PolicyStatement.Builder.html,
 * https://docs.aws.amazon.com/cdk/api/v2/dotnet/api/Amazon.CDK.AWS.IAM.PolicyStatementProps.html,
 * https://pkg.go.dev/github.com/aws/aws-cdk-go/awscdk/v2/awsiam#PolicyStatementProps
 */
export const programForms: readonly ProgramForm[] = [
  {
    what: 'Pulumi policy document',
    head: /(?<![\w$])(?:getPolicyDocument(?:Output)?|get_policy_document(?:_output)?)\s*\(/g,
    isMadeElsewhere: true,
    // What comes behind it says how the provider is called.
    read: dataSource('statements', 0),
  },
  {
    what: 'CDK for Terraform policy document',
    head: /(?<![\w$])DataAwsIamPolicyDocument\s*\(/g,
    isMadeElsewhere: true,
    read: dataSource('statement', 2),
  },
  {
    what: 'AWS CDK statement',
    kind: 'identity',
    head: /(?<![\w$])PolicyStatement\.Builder\.create\(\s*\)/g,
    read: readBuilder,
  },
  {
    what: 'AWS CDK statement',
    kind: 'identity',
    head: /(?<![\w$])(?:NewPolicyStatement|new\s+(?:\w+\.){0,5}PolicyStatement)\s*\(\s*(?=(?:new\s+|&)(?:\w+\.){0,5}PolicyStatementProps\b)/g,
    isMadeElsewhere: true,
    read: readProps,
  },
  {
    what: 'AWS CDK policy document',
    isMadeElsewhere: true,
    head: /(?<![\w$])Policy(?:Document|Statement)\s*\.\s*from_?[jJ]son\(\s*/g,
    isHere: isWrittenDown,
    read: () => undefined,
  },
  {
    what: 'SST permissions',
    kind: 'identity',
    sign: SST,
    isMadeElsewhere: true,
    head: /(?<![\w$.])permissions\s*:\s*(?=\[\s*\{)/g,
    read: readPermissions,
  },
  {
    what: 'awacs policy document',
    sign: AWACS,
    isMadeElsewhere: true,
    head: /(?<![\w$])Policy(?:Document)?\(\s*(?=(?:Version|Id|Statement)\s*=)/g,
    read: readPolicyDocument,
  },
];
