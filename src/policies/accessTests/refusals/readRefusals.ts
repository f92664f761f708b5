import { isServicePrincipal } from '../../language/partitions.ts';
import type { Layer } from '../../simulate/policySet.ts';
import { completeResource } from './completeResource.ts';
import { messageOfDecodedText } from './decodedMessage.ts';
import { looseMessages, ofBucket } from './looseMessages.ts';
import { messageForms, type PlacedMessage, RESOURCE_AHEAD } from './messageForms.ts';
import type { RefusalReading, RefusedCall, RefusedCalls, UnreadRefusal } from './refusedCall.ts';

/** In the words of AWS's messages. */
const LAYERS: readonly (readonly [words: RegExp, layer: Layer])[] = [
  [/service control polic/i, 'serviceControl'],
  [/resource control polic/i, 'resourceControl'],
  [/permissions boundar/i, 'permissionsBoundary'],
  [/session polic/i, 'session'],
  [/VPC endpoint polic/i, 'vpcEndpoint'],
  [/identity-based polic/i, 'identity'],
  [/resource-based polic|trust polic|key polic|bucket polic/i, 'resource'],
];

/** More of a log is not read. */
export const MAX_MESSAGES_LENGTH = 2_000_000;

/** What follows a message and belongs to it, and what comes before it and names the call. */
const [BEHIND, BEFORE] = [1500, 300];

/**
 * Reads access denied messages of AWS, one or a whole log: who, what, on what, and which kind of policy refused it. Calls that
 * differ in nothing but their resource are one group, the most frequent first.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function readRefusals(text: string): readonly RefusedCalls[] {
  const flat = flatText(text);
  const placed = placedMessages(flat);
  const groups = new Map<string, { call: RefusedCall; resources: Set<string>; count: number }>();
  placed.forEach((message, index) => {
    const call = callOf(message, flat, placed[index - 1]?.end ?? 0, placed[index + 1]?.at ?? flat.length);
    const key = JSON.stringify([
      roleOfCaller(call.principal),
      call.action.toLowerCase(),
      call.operation,
      call.layer,
      call.explicit,
      call.policy,
      call.resource === undefined,
    ]);
    const group = groups.get(key) ?? { call, resources: new Set(), count: 0 };
    if (call.resource !== undefined) group.resources.add(call.resource);
    groups.set(key, { ...group, count: group.count + 1 });
  });
  return [...groups.values()]
    .map(({ call, resources, count }) => ({ call, resources: [...resources], count }))
    .toSorted((one, other) => other.count - one.count);
}

/** Reads one message: of several the first. */
export function readRefusal(message: string): RefusalReading {
  const flat = flatText(message.slice(0, 20_000));
  const [first, second] = placedMessages(flat);
  if (first) return { ok: true, call: callOf(first, flat, 0, second?.at ?? flat.length) };
  return { ok: false, why: whyUnread(message) };
}

/** Why a text has no refused call that can be answered. */
export function whyUnread(message: string): UnreadRefusal {
  const text = flatText(message.slice(0, 100_000));
  if (text === '') return 'empty';
  if (/encoded authorization failure message/i.test(text)) return 'encoded';
  if (/have access to the model with the specified model id/i.test(text)) return 'modelAccess';
  if (/insufficient lake formation permission/i.test(text)) return 'lakeFormation';
  const isDenied =
    /access ?denied|not authorized|unauthorizedoperation|no basic auth credentials|\b403\b.{0,40}forbidden|permission/i.test(
      text,
    );
  return isDenied ? 'noAction' : 'notRecognised';
}

/** The texts of all messages, without what is around them. */
export function refusalTexts(text: string): readonly string[] {
  const flat = flatText(text);
  const placed = placedMessages(flat);
  return placed.map(({ at, end }, index) =>
    flat.slice(
      operationAt(flat, placed[index - 1]?.end ?? 0, at),
      Math.min(end + BEHIND, placed[index + 1]?.at ?? flat.length),
    ),
  );
}

/** In front of each line: of Terraform, of a mail or a chat that quotes, and of a table. */
const MARKS = /^(?:[^\S\n]*[│┃╷╵|>])+/gm;

/** Breaks of lines, also those of JSON and of the console, are spaces. */
const flatText = (text: string): string =>
  (messageOfDecodedText(text) ?? text)
    .slice(0, MAX_MESSAGES_LENGTH)
    .replaceAll(MARKS, ' ')
    .replaceAll(/\\[nrt]|[\u200b\ufeff]/g, ' ')
    .replaceAll(/&(?:quot|apos|#0*3[49]);|\\{1,3}u002[27]/gi, '"')
    .replaceAll(/\s+/g, ' ')
    .trim();

function placedMessages(flat: string): readonly PlacedMessage[] {
  const placed: PlacedMessage[] = [];
  for (const { pattern, read } of messageForms) {
    for (const match of flat.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const message = read(match.groups ?? {});
      const isTaken = placed.some((other) => match.index < other.end && other.at < end);
      if (message && !isTaken) placed.push({ at: match.index, end, read: message });
    }
  }
  if (placed.length === 0) return looseMessages(flat);
  return withoutEchoes(placed.toSorted((one, other) => one.at - other.at));
}

/** The console says the action once before the lines that say all. */
const withoutEchoes = (placed: readonly PlacedMessage[]): readonly PlacedMessage[] =>
  placed.filter(({ end, read }, index) => {
    const next = placed[index + 1];
    const isEcho =
      read.principal === undefined &&
      next?.read.principal !== undefined &&
      next.read.action.toLowerCase() === read.action.toLowerCase() &&
      next.at - end < BEHIND;
    return !isEcho;
  });

function callOf({ at, end, read }: PlacedMessage, flat: string, from: number, to: number): RefusedCall {
  const behind = flat.slice(end, Math.min(to, end + BEHIND));
  const hasResource = /\bresources?(?:\(s\))?(?: with ARN)?:? ?$/i.test(flat.slice(at, end));
  const [ahead = ''] = hasResource ? (RESOURCE_AHEAD.exec(behind) ?? []) : [];
  const isNamed = ahead !== '' && !/^(?:because|with)\b/i.test(ahead);
  const rest = read.because ?? behind.slice(isNamed ? ahead.length : 0);
  const written = unquoted(
    withoutEllipsis(isNamed ? ahead : (read.resource ?? copiedObject(read.action, flat.slice(from, at)))),
  );
  const principal = callerIn(read.principal);
  const resource = completeResource(written, placeOf(principal, written, rest));
  const explicit = EXPLICIT.test(sentenceOf(rest));
  const implicit = /because no |^no /i.test(rest.trim());
  return {
    principal,
    action: unquoted(read.action),
    resource,
    ...(resource === undefined && written !== '' ? { named: written } : {}),
    operation: operationIn(flat.slice(Math.max(from, at - BEFORE), at), rest),
    layer: read.layer ?? LAYERS.find(([words]) => words.test(sentenceOf(rest)))?.[1],
    explicit: explicit || implicit ? explicit : undefined,
    policy: policyIn(rest),
  };
}

/** In messages, and in the console's line about the context. */
const EXPLICIT = /explicit deny|^an? [\w -]{1,60} explicitly denies/i;

/** The CLI names the object that it copies before the message of S3: `upload failed: ./x to s3://bucket/key`. */
function copiedObject(action: string, before: string): string {
  if (!/^s3:/i.test(action)) return '';
  const found = /(s3:\/\/[^\s"']{3,1100})(?![\s\S]*s3:\/\/)/.exec(before.slice(-BEFORE))?.[1] ?? '';
  return ofBucket(action, found);
}

/** A message goes on for one sentence; a policy's ARN can follow. */
const sentenceOf = (rest: string): string => /^.{0,400}?(?:\. |$)/.exec(rest)?.[0] ?? rest.slice(0, 400);

/** Who pasted the message cut the end of the ARN off: it is of any such resource. */
const withoutEllipsis = (text: string): string =>
  text.replace(/^(\W*arn:.*?)(?:\.{3}|\u2026)(?=["'`\u201d\u2019]*$)/, '$1*');

/** Without quotation marks, what makes it bold in Markdown, and what ends the sentence. */
function unquoted(text: string): string {
  const inner = text
    .replace(/^\*\*([^*].*?)\*\*(?=[.,;:)]*$)/, '$1')
    .replace(/^[\\"'`“‘[]+/, '')
    .replace(/[\\"'`”’.,;)\]]+$/, '');
  // The ARN of a log stream can end with a colon.
  return inner.startsWith('arn:') ? inner : inner.replace(/:+$/, '');
}

/** The ARN of who called, or a service; nothing for another name. */
function callerIn(text: string | undefined): string | undefined {
  const principal = unquoted(text ?? '');
  const isCaller = /^arn:aws[\w-]*:(?:iam|sts)::\d{12}:\S+$/.test(principal);
  return isCaller || isServicePrincipal(principal) ? principal : undefined;
}

function placeOf(principal: string | undefined, resource: string, rest: string) {
  const [, partition = 'aws', account] = /^arn:(aws[\w-]*):\w+::(\d{12}):/.exec(principal ?? '') ?? [];
  const [, region] =
    /\b([a-z]{2,4}(?:-gov|-de)?-[a-z]+-\d)\b/.exec(`${resource} ${rest.slice(0, 600)}`) ?? [];
  return { partition, account, region };
}

const OPERATION =
  /when calling the (\w+) operation(?!.*when calling the)|operation error [\w ]{1,60}: (\w+)|API: [\w-]+:(\w+)/;

const operationAt = (flat: string, from: number, at: number): number => {
  const before = flat.slice(Math.max(from, at - BEFORE), at);
  const found = before.search(/An error occurred \(|operation error /);
  return found === -1 ? at : at - before.length + found;
};

/** What was called, as SDKs write it before a message. */
function operationIn(before: string, behind: string): string | undefined {
  const [, ofPython, ofGo, ofApi] = OPERATION.exec(before) ?? [];
  const [, used] = /used to invoke (\w+)/.exec(`${before.slice(-120)} ${behind.slice(0, 80)}`) ?? [];
  return ofPython ?? ofGo ?? ofApi ?? used ?? callOfService(behind);
}

/** CloudFormation names the service that it called, not the call: the one that takes a role. */
const CALLS: Readonly<Record<string, string>> = {
  lambda: 'CreateFunction',
  awslambda: 'CreateFunction',
  codebuild: 'CreateProject',
  awscodebuild: 'CreateProject',
  sfn: 'CreateStateMachine',
  awsstepfunctions: 'CreateStateMachine',
};

const callOfService = (behind: string): string | undefined =>
  CALLS[/\(Service: (\w+)/.exec(behind.slice(0, 400))?.[1]?.toLowerCase() ?? ''];

const policyIn = (rest: string): string | undefined =>
  /\bpolic(?:y|ies)\b[^:]{0,40}: (arn:aws[\w-]*:(?:iam|organizations):[\w-]*:(?:\d{12}|aws):[\w+=,.@/-]{1,700}?)\.?(?=[\s"'<]|$)/i.exec(
    rest.slice(0, 800),
  )?.[1] ??
  /\bboundary[^:]{0,40}: (arn:aws[\w-]*:iam::(?:\d{12}|aws):policy\/[\w+=,.@/-]{1,560}?)\.?(?=[\s"'<]|$)/i.exec(
    rest.slice(0, 800),
  )?.[1];

/** One for all sessions of a role. */
const roleOfCaller = (principal: string | undefined): string | undefined =>
  principal?.replace(/(:assumed-role\/[^/]+)\/.*/, '$1');
