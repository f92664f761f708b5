import { toOffset, type TextRange } from '../language/policy.ts';
import { encodedPolicies } from './encoded.ts';
import { policySigns, type PolicySign } from './policySigns.ts';
import type { FoundPolicy, ImportReading, Refusal } from './importReading.ts';
import type { Unreadable } from './findJson.ts';

/** What in a text looks like a policy and was not read: nothing of it is left out without a word. */

export interface SearchedParts {
  /** What was read or refused as a policy, or is passed over on purpose. */
  readonly settled: readonly TextRange[];
  /** Structures, such as JSON, in which policies were looked for. */
  readonly structures: readonly TextRange[];
  readonly unreadable: readonly Unreadable[];
}

/** A reading with a refusal for each stretch that looks like a policy and is not settled. What was read is then not the whole. */
export function withUnreadPolicies(text: string, reading: ImportReading, read: SearchedParts): ImportReading {
  const broken = read.unreadable.map((one) => extentOf(text, one));
  const gaps = gapsIn(text, settledIn(reading, read, broken));
  const isCdk = OF_CDK.test(text);
  const unread = gaps.flatMap((gap) => unreadIn(text, gap, read.structures, isCdk));
  const ofPolicies = broken.filter((extent) => isPolicy(text, extent));
  const [first] = inOrder([
    ...unread,
    ...reading.refusals.filter(({ code, range }) => code === 'notAPolicy' && isOneOf(read.structures, range)),
    ...reading.refusals.filter((refusal) => ofPolicies.some((extent) => isAt(refusal, extent))),
  ]);
  if (!first) return reading;
  return {
    policies: reading.policies.map((policy) => notAlone(policy, first.range)),
    refusals: inOrder([...reading.refusals, ...unread]),
  };
}

const settledIn = (
  { policies, refusals }: ImportReading,
  { settled }: SearchedParts,
  broken: readonly TextRange[],
): readonly TextRange[] => [
  ...settled,
  ...broken,
  ...policies.flatMap(({ range, notes }) => [range, ...notes.map((note) => note.range)]),
  ...refusals.map(({ range }) => range),
];

const isOneOf = (ranges: readonly TextRange[], { offset: at, length }: TextRange): boolean =>
  ranges.some((one) => one.offset === at && one.length === length);

/** Whether a refusal is the one of something broken. */
const isAt = ({ range }: Refusal, { offset: at, length }: TextRange): boolean =>
  at <= range.offset && range.offset <= at + length;

const isPolicy = (text: string, { offset: at, length }: TextRange): boolean =>
  policySigns(text.slice(at, at + length)).length > 0;

const inOrder = (refusals: readonly Refusal[]): readonly Refusal[] =>
  refusals.toSorted((one, other) => one.range.offset - other.range.offset);

const notAlone = (policy: FoundPolicy, range: TextRange): FoundPolicy => ({
  ...policy,
  notes: [...policy.notes, { code: 'notAlone', detail: '', range }],
  doubtful: true,
});

/** Brackets of something broken are counted for so long. */
const LONGEST = 20_000;

/** What is broken, from its first bracket to the one that closes it; where none does, to where it shows. */
function extentOf(text: string, { code, start, offset: at, length }: Unreadable): TextRange {
  const shown = { offset: toOffset(start), length: Math.max(0, at + length - start) };
  if (code === 'tooMany') return { offset: toOffset(start), length: text.length - start };
  let depth = 0;
  for (let end = start; end < Math.min(text.length, start + LONGEST); end += 1) {
    const character = text[end];
    if (character === '{' || character === '[') depth += 1;
    if (character === '}' || character === ']') depth -= 1;
    if (depth <= 0) return { offset: toOffset(start), length: Math.max(shown.length, end + 1 - start) };
  }
  return shown;
}

function gapsIn(text: string, settled: readonly TextRange[]): readonly Stretch[] {
  const gaps: Stretch[] = [];
  let from = 0;
  for (const range of settled.toSorted((one, other) => one.offset - other.offset)) {
    if (range.offset > from) gaps.push({ from, to: range.offset });
    from = Math.max(from, range.offset + range.length);
  }
  return from < text.length ? [...gaps, { from, to: text.length }] : gaps;
}

/** A refusal for each sign; those that go on in the same notation have one together. */
function unreadIn(
  text: string,
  { from, to }: Stretch,
  structures: readonly TextRange[],
  isCdk: boolean,
): readonly Refusal[] {
  const found: Refusal[] = [];
  for (const { goesOn, ...sign } of policySigns(text.slice(from, to))) {
    const refusal = refusalFor(text, { from: from + sign.from, to: from + sign.to }, structures);
    const last = found.at(-1);
    if (goesOn && last?.detail === refusal.detail)
      found[found.length - 1] = { ...last, range: rangeOf({ from: last.range.offset, to: from + sign.to }) };
    else found.push(refusal);
  }
  return [...found, ...otherSigns(text.slice(from, to), isCdk).map((sign) => otherRefusal(sign, from))];
}

interface OtherSign extends Stretch {
  readonly detail: string;
}

const otherRefusal = ({ detail, ...sign }: OtherSign, shift: number): Refusal => ({
  code: 'notRead',
  detail,
  range: rangeOf({ from: shift + sign.from, to: shift + sign.to }),
});

/** What holds a policy without the look of one: in Base64, on one line, in XML, in a table, in calls of a builder. */
const otherForms: readonly (readonly [words: string, pattern: RegExp])[] = [
  [
    'its parts are on one line',
    /\beffect\s{0,5}[:=]\s{0,5}(?:allow|deny)[^\S\n]{1,5}(?:[/|\u2022·-][^\S\n]{1,5})?(?:not)?(?:action|resource|principal)s?\s{0,5}[:=]/gi,
  ],
  [
    'it is a table of the AWS CLI; use --output json',
    /^\|{3,8}[^\S\n]{1,40}(?:Effect[^\S\n]{1,40}\|[^\S\n]{1,40})?(?:Allow|Deny)[^\S\n]{1,200}\|/gm,
  ],
  ['it is text of the AWS CLI; use --output json', /^STATEMENT\t(?:[^\t\n]{1,200}\t)?(?:Allow|Deny)\b/gm],
  [
    'it is a table of cdk diff; use cdk synth --json',
    /^│[^\S\n]{1,3}[+-][^\S\n]{1,3}│[^│\n]{1,200}│[^\S\n]{1,3}(?:Allow|Deny)[^\S\n]{1,20}│/gm,
  ],
  [
    'it has codes of the colors of a terminal, such as [32m',
    /\[[\d;]{1,12}m["']?(?:Statement|Effect)["']?\b/g,
  ],
  ['it is XML', /<effect>\s{0,20}(?:allow|deny)\s{0,20}<\/effect>/gi],
  [
    'it is AWS CDK code',
    /\bPolicyStatement\b[^;]{0,200}\.actions\(|\bPolicyStatement(?:\(\s*\)|\s+\w{1,60}\s*=\s*new\s*\(|\.Builder\.create\()|\b(?:new\s+(?:\w{1,60}\.){0,5}|New)PolicyStatement\((?=\s*[^\s{])/g,
  ],
  [
    'it is code of IAM Floyd',
    /\bnew\s+(?:\w{1,60}\.){0,3}Statement\.[A-Z]\w{1,60}\s*\(|\bStatement\.[A-Z]\w{1,60}\(\)\s*\.\s*(?:allow|deny)\(/g,
  ],
  ['it is code of Pulumi', /(?<!\bfunc\s)\bGetPolicyDocument(?:\.Invoke\s*\(|(?:Output)?\(\s*ctx\b)/g],
  [
    'it is code of CDK for Terraform',
    /(?<!\bfunc\s)\bNewDataAwsIamPolicyDocument\(|\bDataAwsIamPolicyDocument\.Builder\.create\(/g,
  ],
];

const otherSigns = (text: string, isCdk: boolean): readonly OtherSign[] => [
  ...(isCdk ? grantsIn(text) : []),
  ...encodedPolicies(text).map(({ from, to }) => ({ from, to, detail: 'it is Base64-encoded' })),
  ...otherForms.flatMap(([detail, pattern]) =>
    Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
      from: index,
      to: index + found.length,
      detail,
    })),
  ),
];

/** A program that uses AWS CDK. */
const OF_CDK = /\baws-cdk-lib\b|@aws-cdk\/|\baws_cdk\b|\bawscdk\b|Amazon\.CDK/;

/**
 * What gives a role access with statements that AWS CDK makes.
 * Source: https://docs.aws.amazon.com/cdk/v2/guide/permissions.html (grants)
 */
const GRANT = /\.grant(?:_[a-z_]{1,60}|[A-Z]\w{0,60})?\(/g;

const grantsIn = (text: string): readonly OtherSign[] =>
  Array.from(text.matchAll(GRANT), ({ 0: found, index }) => ({
    from: index + 1,
    to: index + found.length - 1,
    detail: 'AWS CDK makes the statements of this grant',
  }));

type Stretch = Pick<PolicySign, 'from' | 'to'>;

const rangeOf = ({ from, to }: Stretch): TextRange => ({ offset: toOffset(from), length: to - from });

function refusalFor(text: string, sign: Stretch, structures: readonly TextRange[]): Refusal {
  const isInside = structures.some(({ offset: at, length }) => at <= sign.from && sign.to <= at + length);
  const around = text.slice(text.lastIndexOf('\n', sign.from - 1) + 1, sign.to);
  const form = forms.find(([, pattern]) => pattern.test(around))?.[0];
  const detail = (isInside && form !== LOWER_CASE ? undefined : form) ?? (isInside ? ELSEWHERE : OTHER);
  return { code: 'notRead', detail, range: rangeOf(sign) };
}

const LOWER_CASE = 'names such as Statement and Effect must start with a capital letter';
const ELSEWHERE = 'it is not where a policy is expected';
const OTHER = 'it is not valid JSON';

const forms: readonly (readonly [words: string, pattern: RegExp])[] = [
  ['its text is struck through', /[\u0334-\u0338]/],
  ['it has HTML entities, such as &quot;', /&(?:amp;)*(?:quot|#0*34|#x0*22);/i],
  ['it is URL-encoded, with %22 for quotation marks', /%(?:25)*22/],
  ['its quotation marks are escaped (\\")', /\\+["']|\\+u0022/],
  ['its quotation marks are doubled ("")', /""\w+""/],
  ['it is AWS CDK code', /\bPolicyStatement\b/],
  ['it has HTML tags, such as <br>', /<br\s*\/?>/i],
  ['its lines start with >', /^[^\S\n]*>/m],
  ['its lines are numbered', /^[^\S\n]*\d{1,6}(?:[^\S\n]*[:|.)][^\S\n]*|[^\S\n]+)["'}\]{[A-Za-z-]/m],
  ['it is Terraform configuration (HCL)', /^\W*data\s|\bstatement\s*\{|\beffect\s*=\s*"\w+"[^\S\n]*$/im],
  [LOWER_CASE, /["'](?:effect|statement|action)["']\s*:/],
  ['it is YAML', /^[\s#-]*(?:Effect[^\S\n]*:[^\S\n]*["']?(?:Allow|Deny)["']?|Statement[^\S\n]*:)[^\S\n]*$/m],
  ['its element names are not in quotation marks', /\b(?:effect|action|resource)s?\s*[:=]/i],
];
