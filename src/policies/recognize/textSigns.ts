import { dnsSuffix } from '../language/partitions.ts';
import { callOfLine, isRemark } from '../activityLog/callLines.ts';
import { separatorOf } from '../activityLog/tableHeader.ts';
import { looksLikeHcl } from '../import/looksLikeHcl.ts';
import { looksLikeYaml } from '../import/looksLikeYaml.ts';
import type { RecognizedKind, Sighting } from './recognition.ts';
import { refusalIn } from './refusalSigns.ts';
import { policyInBase64 } from '../import/encoded.ts';
import { valuesIn } from './valueSigns.ts';

interface Signs {
  readonly text: string;
  /** Its beginning: enough to tell what it is. */
  readonly head: string;
  readonly name: string;
}

type SignReader = (signs: Signs) => Sighting | undefined;

/** So much of a text is searched for patterns; words that tell are looked for in all of it. */
const HEAD = 60_000;

/** What a text is that is not JSON as a whole. It can be several things: a message in which a policy is quoted, say. */
export function sightingsInText(text: string, name: string): readonly Sighting[] {
  const signs = { text, head: text.slice(0, HEAD), name };
  const form = firstOf(forms, signs);
  // A file of one form has no message in it but in its own strings.
  const found = [form, form?.confidence === 'sure' ? undefined : refusalIn(text)];
  const seen = found.filter((one) => one !== undefined);
  if (seen.length > 0) return seen;
  const guess = firstOf([...guesses, valuesIn], signs);
  return guess ? [guess] : [];
}

function firstOf(readers: readonly SignReader[], signs: Signs): Sighting | undefined {
  for (const read of readers) {
    const found = read(signs);
    if (found) return found;
  }
  return undefined;
}

const sure = (kind: RecognizedKind, read = true): Sighting =>
  read ? { kind, confidence: 'sure' } : { kind, confidence: 'sure', destination: 'none' };

const LINK = /#(s\d{1,4}\.[A-Za-z0-9_.-]{8,1000000})/;

/** A link alone, with its address or without; or one within a sentence. */
const link: SignReader = ({ text }) => {
  if (/^#?s\d{1,4}\.[\w.-]{8,}$/.test(text)) return { ...sure('shareLink'), text: text.replace(/^#?/, '') };
  const [, fragment] = text.includes('#s') ? (LINK.exec(text) ?? []) : [];
  if (fragment === undefined) return undefined;
  return { kind: 'shareLink', confidence: /^\S+$/.test(text) ? 'sure' : 'likely', text: fragment };
};

const workspace: SignReader = ({ head }) =>
  /^\s*\{\s*"format":\s*"policy-builder-workspace"/.test(head) ? sure('workspace') : undefined;

const CDK_CODE = /\b(?:New)?PolicyStatement\b[^;]{0,400}\b(?:actions|Actions)\b|\b(?:aws-cdk-lib|aws_cdk)\b/;

/** A statement with its parts by name, as Import reads them. */
const CDK_STATEMENT =
  /\b(?:New)?PolicyStatement(?:\((?:\{|\s{0,200}[a-z_]{1,40}\s?=)|\.Builder\.create\(|\(\s{0,200}(?:new\s|&)[\w.\s]{0,40}PolicyStatementProps\b)/;

/** A policy document as libraries make it that have the data source of Terraform. */
const DATA_SOURCE =
  /\b(?:DataAwsIamPolicyDocument|(?:getPolicyDocument|get_policy_document)(?:_?[oO]utput)?)\s?\(/;

const dataSourceCode: SignReader = ({ head }) => {
  const [found] = DATA_SOURCE.exec(head) ?? [];
  return found === undefined ? undefined : sure(found.startsWith('Data') ? 'cdktfCode' : 'pulumiCode');
};

/** Permissions of SST functions, and policies of awacs. */
const policyCode: SignReader = ({ head }) => {
  const isSst = /\bsst\.aws\./.test(head) && /\bpermissions\s{0,9}:\s{0,9}\[\s{0,99}\{/.test(head);
  const isAwacs = /^(?:import|from)\s+awacs\b/m.test(head) && /\bStatement\s?[=(]/.test(head);
  return isSst || isAwacs ? sure('policyCode') : undefined;
};

/** A program that creates policies. Only the program can compute them. */
const cdkCode: SignReader = ({ head }) =>
  CDK_CODE.test(head) && !head.includes('"Statement"')
    ? sure('cdkCode', CDK_STATEMENT.test(head))
    : undefined;

const PLAN =
  /^[ \t]*# [\w.[\]"-]+ (?:will be|must be|has been) |^Terraform will perform the following actions/m;

const hcl: SignReader = ({ head, name }) => {
  const isConfiguration = looksLikeHcl(head) || (/\.(?:tf|tofu|hcl)$/i.test(name) && /[={]/.test(head));
  if (PLAN.test(head)) return sure('terraformPlanText', looksLikeHcl(head));
  return isConfiguration ? sure('terraform') : undefined;
};

/** Code blocks of a text: what is in them. */
const fence: SignReader = ({ text }) => {
  if (!text.includes('```')) return undefined;
  const blocks = text
    .split(/^[ \t]*```/m)
    .filter((_, index) => index % 2 === 1)
    .map((block) => block.slice(block.indexOf('\n') + 1));
  const holding = blocks.filter((block) => /\b(?:Statement|PolicyDocument)\b|\bAWS::IAM::/.test(block));
  const inner = holding.join('\n\n').trim();
  if (inner === '') return undefined;
  const isRead = inner.includes('"Statement"') || looksLikeYaml(inner);
  return {
    kind: 'fencedPolicy',
    confidence: 'likely',
    text: inner,
    ...(isRead ? {} : { destination: 'none' as const }),
  };
};

const quoted: SignReader = ({ head, text }) => {
  if (/^%7B/i.test(head) && /%22(?:Version|Statement|Id)%22/i.test(head)) return sure('urlEncodedPolicy');
  if (/^"\{/.test(head) && text.includes('\\"Statement\\"')) return { kind: 'policy', confidence: 'likely' };
  return /['"]Statement'\s*:|u'Statement'\s*:/.test(head)
    ? { kind: 'pythonPolicy', confidence: 'likely' }
    : undefined;
};

const CLI_YAML =
  /^(?:PolicyVersion|Role|Roles|RoleDetailList|UserDetailList|PolicyDocument|AssumeRolePolicyDocument|AttachedPolicies|VpcEndpoints|Policy):[ \t]*$/m;
const YAML_START = /^(?:---|#|[ \t]*-[ \t]|[ \t]*[\w:-]+[ \t]*:(?:\s|$))/;

const yaml: SignReader = (signs) => {
  const { head, text } = signs;
  if (!YAML_START.test(head)) return undefined;
  const isRead = looksLikeYaml(text);
  if (/AWS::Serverless-2016/.test(head)) return sure('sam', isRead);
  if (/^service:/m.test(head) && /^provider:/m.test(head)) return sure('serverless', isRead);
  if (/^runtime:[ \t]*yaml/m.test(head) || /^[ \t]+type:[ \t]*aws:iam/m.test(head))
    return sure('pulumi', isRead);
  if (/\baws:cdk:path\b/.test(head) && isRead) return sure('cdk');
  if (/\bType["']?:[ \t]*["']?AWS::/.test(head) || /^AWSTemplateFormatVersion/m.test(head))
    return sure('cloudFormation', isRead);
  if (CLI_YAML.test(head) && /\bStatement:/.test(head)) return sure('cliYaml');
  const isPolicy =
    /^[ \t]+additionalPolicies[ \t]*:/m.test(head) ||
    /^[ \t]*(?:-[ \t]+)?Statement[ \t]*:/m.test(head) ||
    /^[ \t]*-?[ \t]*Effect[ \t]*:[ \t]*["']?(?:Allow|Deny)/m.test(head);
  return isPolicy ? sure('yamlPolicy', isRead) : undefined;
};

const cdkDiff: SignReader = ({ head }) =>
  /^IAM (?:Statement|Policy) Changes/m.test(head) ? sure('cdkDiff') : undefined;

/** A policy in a table, or in lines with tabs. Source: https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-output-format.html */
const awsCliTable: SignReader = ({ head }) =>
  /^\|{2,8}[^\S\n]{1,80}(?:Policy(?:Version|Document)?|Statement|AssumeRolePolicyDocument)[^\S\n]{1,80}\|{2,8}[^\S\n]*\r?$|^STATEMENT\t(?:[^\t\n]{1,200}\t)?(?:Allow|Deny)\b/m.test(
    head,
  )
    ? sure('awsCliTable')
    : undefined;

/** A policy that is broken, cut off, or among other words. */
const tolerant: SignReader = ({ head, text }) => {
  if (/["“”'`]statement["“”'`]\s*:/.test(head) && /["“”'`]effect["“”'`]\s*:/.test(head))
    return { kind: 'policy', confidence: 'likely', destination: 'validate' };
  if (text.includes('"Statement"') || /["“”‘’'`]Statement["“”‘’'`]\s*:/.test(head))
    return { kind: 'policy', confidence: 'likely' };
  return text.includes('\\"Statement\\"') ? { kind: 'policies', confidence: 'likely' } : undefined;
};

const EVENT_SOURCE = new RegExp(String.raw`"eventSource\\?"\s*:\s*\\?"[a-z0-9.-]+\.${dnsSuffix}`);

/** Events one a line, or cut off: not JSON as a whole. */
const events: SignReader = ({ head }) =>
  /^\s*[[{]/.test(head) && EVENT_SOURCE.test(head)
    ? { kind: 'cloudTrail', confidence: 'sure', destination: 'activity' }
    : undefined;

const activityTable: SignReader = ({ head }) => {
  const [header = ''] = head.split('\n', 1);
  const hasEvents = /event ?source/i.test(head);
  return hasEvents && separatorOf(header) !== undefined ? sure('activityTable') : undefined;
};

/** Whether a file that begins like this holds events of CloudTrail. */
export const looksLikeEvents = (head: string): boolean => {
  const signs = { text: head, head, name: '' };
  return (events(signs) ?? activityTable(signs)) !== undefined;
};

/** So many lines tell. */
const LINES = 50;

const callList: SignReader = ({ head }) => {
  const lines = head.split(/\r?\n/, LINES + 1).filter((line) => !isRemark(line));
  const isList = lines.length > 0 && lines.slice(0, LINES).every((line) => callOfLine(line) !== undefined);
  return isList ? { kind: 'callList', confidence: 'likely' } : undefined;
};

const forms: readonly SignReader[] = [
  events,
  activityTable,
  link,
  workspace,
  cdkDiff,
  awsCliTable,
  cdkCode,
  dataSourceCode,
  policyCode,
  hcl,
  fence,
  quoted,
  yaml,
  tolerant,
];

const base64: SignReader = ({ text }) => {
  if (text.length < 24 || !/^[A-Za-z0-9+/_\r\n-]+={0,2}$/.test(text)) return undefined;
  const policy = policyInBase64(text);
  if (policy !== undefined)
    return { kind: 'base64', confidence: 'sure', destination: 'import', text: policy };
  // `{"` and `{` with a line end or spaces behind, as Base64 begins.
  if (/^(?:eyJ|ewo|ew0|eyA|ICB7)/.test(text)) return { kind: 'base64', confidence: 'likely' };
  return text.length >= 100 && /[A-Z]/.test(text) && /[a-z]/.test(text) && /\d/.test(text)
    ? { kind: 'base64', confidence: 'possible' }
    : undefined;
};

const byName: SignReader = ({ name }) =>
  /\.tfstate(?:\.backup)?$/i.test(name) ? sure('terraformState', false) : undefined;

const guesses: readonly SignReader[] = [callList, base64, byName];
