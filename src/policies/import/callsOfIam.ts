import { toOffset } from '../language/policy.ts';
import type { ImportReading, Refusal } from './importReading.ts';
import { saysNothing } from './joinedReadings.ts';

/**
 * What a script or a program gives a role without a policy in its text: managed policies that it attaches, policies in files that it hands
 * over, and permissions that it adds to policies of resources. Each is listed; what is in a comment is not done.
 * `whole`: that the text is a part of, which may have the file. Sources: https://docs.aws.amazon.com/cli/latest/reference/iam/attach-role-policy.html, https://docs.aws.amazon.com/cli/latest/reference/lambda/add-permission.html,
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-file.html, https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.ManagedPolicy.html
 */
export function withCalls(reading: ImportReading, text: string, whole = text): ImportReading {
  const calls = callsIn(text, whole).filter(
    ({ detail }) => !reading.refusals.some((one) => one.detail === detail),
  );
  if (calls.length === 0) return reading;
  const others = reading.refusals.filter((refusal) => !saysNothing(refusal));
  const refusals = [...others, ...calls].toSorted((one, other) => one.range.offset - other.range.offset);
  return { ...reading, refusals };
}

const ATTACHED: readonly RegExp[] = [
  /\b(?:attach[_-]?(?:role|user|group)[_-]?policy|Register-IAM(?:Role|User|Group)Policy|(?:Role|User|Group)PolicyAttachment)(?:Command|Input|Request)?\b[^;]{0,300}?(?<name>arn:aws[\w-]*:iam::(?:aws|\d{12}):policy\/[\w+=,.@/-]{1,200}[\w+=@-])/gi,
  /\bfrom_?Aws_?Managed_?Policy_?Name\(\s*["'`](?<name>[\w+=,.@/-]{1,200})["'`]/gi,
];

/** Of a command of the AWS CLI: the file of a policy. */
const FILE = /--(?:[\w-]{1,40}-)?policy(?:-document)?[=\s]["']?file:\/\/(?<name>[^\s"']{1,300})/g;

const PERMISSION =
  /\baws\s+(?:lambda|sns|sqs)\s+add-permission\b|\badd_permission\s*\(|\.addPermission\s*\(|\bAddPermissionCommand\s*\(/g;

function callsIn(text: string, whole: string): readonly Refusal[] {
  const attached = ATTACHED.flatMap((pattern) => namesIn(text, pattern));
  const files = namesIn(text, FILE).filter(
    ({ detail }, index) => index >= MOST_FILES || !isWritten(whole, detail),
  );
  const permissions = placesOf(text, PERMISSION).map(({ 0: found, index }) =>
    refusal('notRead', 'the call adds a statement to the policy of a resource', {
      from: index,
      to: index + found.length,
    }),
  );
  return [...attached, ...files, ...permissions];
}

/** Each name once. */
function namesIn(text: string, pattern: RegExp): readonly Refusal[] {
  const found = new Map<string, Refusal>();
  for (const { 0: call, groups, index } of placesOf(text, pattern)) {
    const name = groups?.name;
    if (name === undefined || found.has(name)) continue;
    const from = index + call.lastIndexOf(name);
    found.set(name, refusal('elsewhere', name, { from, to: from + name.length }));
  }
  return [...found.values()];
}

const placesOf = (text: string, pattern: RegExp): readonly RegExpExecArray[] =>
  [...text.matchAll(pattern)].filter(({ index }) => {
    const before = text.slice(Math.max(0, index - 200), index);
    return !/(?:^|\n)[^\S\n]*(?:#|\/\/|\*|--|::|REM\b)[^\n]*$/i.test(before);
  });

/** Of more files, it is not looked for whether the text writes them. */
const MOST_FILES = 100;

/** Whether the text writes a file, or has it, by its name or by the variable that has its name. */
function isWritten(text: string, path: string): boolean {
  const [, folder = '', base = path] = /(?:^|[/\\])?([^/\\]*)[/\\]([^/\\]+)$/.exec(path) ?? [];
  const name = `${beforeName(folder)}${escaped(base.replaceAll(/[${}]/g, ''))}(?![\\w.-])`;
  const written = String.raw`${WRITES}[\s"'(]{0,5}[^\s"'<>]{0,200}${name}`;
  const shown = String.raw`(?<!file:\/\/[^\s"']{0,200})${name}[^\n{]{0,100}\n${FENCES}[^\S\n]*\{`;
  const saved = String.raw`\}\s{0,9}${FENCES}[^\n]{0,20}\b[Ss]av(?:e|ed)\b[^\n]{0,60}\bas\b[^\n]{0,20}${name}`;
  return new RegExp([written, shown, saved].join('|'), 'm').test(text);
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^$(){}|[\]\\]/g, '\\$&');

/** What can be in front of the name: nothing, or its folder, as far as both are said. A variable can be any folder. */
const beforeName = (folder: string): string =>
  folder === '' || folder === '.' || folder.includes('$')
    ? String.raw`(?<![\w.-])`
    : String.raw`(?:(?<![\w./\\-])|(?<=(?:(?<![\w-])${escaped(folder)}|(?<![\w.])\.|\$[\w{}]{1,60})[/\\]))`;

/** Between the name of a file, which a document gives, and what is in the file. */
const FENCES = String.raw`(?:[^\S\n]{0,20}(?:[\u0060~]{3}[^\n]{0,40})?\r?\n){0,4}`;

/** What is in front of the name of a file that is written, or that was opened together with others. */
const WRITES = String.raw`(?:>|\btee\b|\b(?:open|writeFile(?:Sync)?|write_text)\(|\bOut-File\b|\bSet-Content\b|^# =====)`;

const refusal = (
  code: Refusal['code'],
  detail: string,
  { from, to }: { readonly from: number; readonly to: number },
): Refusal => ({ code, detail, range: { offset: toOffset(from), length: to - from } });
