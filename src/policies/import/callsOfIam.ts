import { toOffset } from '../language/policy.ts';
import type { ImportReading, Refusal } from './importReading.ts';
import { saysNothing } from './joinedReadings.ts';

/**
 * What a script or a program gives a role without a policy in its text: managed policies that it attaches, policies in files that it hands
 * over, and permissions that it adds to policies of resources. Each is listed; what is in a comment is not done.
 * Sources: https://docs.aws.amazon.com/cli/latest/reference/iam/attach-role-policy.html, https://docs.aws.amazon.com/cli/latest/reference/lambda/add-permission.html,
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-file.html, https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.ManagedPolicy.html
 */
export function withCalls(reading: ImportReading, text: string): ImportReading {
  const calls = callsIn(text).filter(({ detail }) => !reading.refusals.some((one) => one.detail === detail));
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

function callsIn(text: string): readonly Refusal[] {
  const attached = ATTACHED.flatMap((pattern) => namesIn(text, pattern));
  const files = namesIn(text, FILE).filter(
    ({ detail }, index) => index >= MOST_FILES || !isWritten(text, detail),
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
  const [base = path] = /[^/\\]+$/.exec(path) ?? [];
  const name = base.replaceAll(/[${}]/g, '').replaceAll(/[.*+?^()|[\]\\]/g, '\\$&');
  return new RegExp(String.raw`${WRITES}[\s"'(]{0,5}[^\s"'<>]{0,200}(?<![\w.-])${name}(?![\w.-])`, 'm').test(
    text,
  );
}

/** What is in front of the name of a file that is written, or that was opened together with others. */
const WRITES = String.raw`(?:>|\btee\b|\b(?:open|writeFile(?:Sync)?|write_text)\(|\bOut-File\b|\bSet-Content\b|^# =====)`;

const refusal = (
  code: Refusal['code'],
  detail: string,
  { from, to }: { readonly from: number; readonly to: number },
): Refusal => ({ code, detail, range: { offset: toOffset(from), length: to - from } });
