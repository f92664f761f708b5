import { foldCase } from '../../language/caseFolding.ts';
import { compareDecimals, plus, printDecimal, readDecimal } from '../values/decimal.ts';
import { matchesArn, matchesText, replacedVariables, type ReplayContext } from './replayText.ts';

/** Condition operators, one value of the request against one of the policy. */

type Compare = (
  given: string,
  expected: string,
  pieces: NonNullable<ReturnType<typeof replacedVariables>>,
) => boolean;

const order = (given: string, expected: string, holds: (sign: number) => boolean): boolean => {
  const [one, other] = [readDecimal(given), readDecimal(expected)];
  return one !== undefined && other !== undefined && holds(compareDecimals(one, other));
};

const seconds = (text: string): string => {
  if (/^[+-]?\d+(\.\d+)?$/.test(text) && !/^\d{4}$/.test(text)) return text;
  const [fraction = ''] = /\.\d+/.exec(text) ?? [];
  const whole = text.replace(fraction, '');
  const time = Date.parse(/T.*(Z|[+-]\d\d:?\d\d)$|^[\d-]*$/i.test(whole) ? whole : `${whole}Z`);
  return Number.isNaN(time) ? 'none' : shifted(time / 1000, fraction);
};

/** A fraction counts forward, before 1970 too. */
const shifted = (whole: number, fraction: string): string =>
  whole < 0 && fraction !== ''
    ? printDecimal(plus(readDecimal(`0${fraction}`) ?? { digits: 0n, scale: 0 }, whole))
    : `${whole}${fraction}`;

const orders: Readonly<Record<string, (sign: number) => boolean>> = {
  equals: (sign) => sign === 0,
  lessthan: (sign) => sign < 0,
  lessthanequals: (sign) => sign <= 0,
  greaterthan: (sign) => sign > 0,
  greaterthanequals: (sign) => sign >= 0,
};

/** A text in base64 as it is written where padding is not left out; nothing for other texts. */
function inBase64(text: string): string | undefined {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/.test(text)) return undefined;
  const letters = text.replaceAll('=', '').split('');
  const bits = letters.map((letter) => BASE64.indexOf(letter).toString(2).padStart(6, '0')).join('');
  const bytes = bits.slice(0, bits.length - (bits.length % 8));
  const digits = bytes.match(/.{1,6}/g) ?? [];
  const body = digits.map((six) => BASE64[Number.parseInt(six.padEnd(6, '0'), 2)] ?? '').join('');
  return body.padEnd(Math.ceil(body.length / 4) * 4, '=');
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const compares: Readonly<Record<string, Compare>> = {
  stringequals: (given, _, pieces) => matchesText(pieces, given, false),
  stringequalsignorecase: (given, _, pieces) =>
    foldCase(given) === foldCase(pieces.map(({ text }) => text).join('')),
  stringlike: (given, _, pieces) => matchesText(pieces, given, true),
  arnlike: (given, _, pieces) => matchesArn(pieces, given),
  arnequals: (given, _, pieces) => matchesArn(pieces, given),
  bool: (given, expected) => given === expected.toLowerCase(),
  ipaddress: (given, expected) => isWithin(given, expected),
  binaryequals: (given, expected) => given === inBase64(expected),
};

function compareFor(name: string): Compare | undefined {
  const [, family, comparison = ''] = /^(numeric|date)(.+)$/.exec(name) ?? [];
  const holds = orders[comparison];
  if (family === undefined || !holds) return Object.hasOwn(compares, name) ? compares[name] : undefined;
  const read = family === 'date' ? seconds : (text: string) => text;
  return (given, expected) => order(read(given), read(expected), holds);
}

/** Whether a condition holds; nothing for an operator that is not known here. */
export function holdsInReplay(
  operator: string,
  key: string,
  values: readonly string[],
  context: ReplayContext,
  variables: boolean,
): boolean | undefined {
  const [, qualifier, written = '', ifExists] =
    /^(?:(forallvalues|foranyvalue):)?(.*?)(ifexists)?$/.exec(operator.toLowerCase()) ?? [];
  const given = context.get(key.toLowerCase());
  if (written === 'null') return values.some((value) => value.toLowerCase() === String(!given));
  const negated = written.includes('not');
  const compare = compareFor(written.replace('not', ''));
  if (!compare) return undefined;
  if (!given) return ifExists !== undefined || qualifier === 'forallvalues' || (!qualifier && negated);
  const substitutes = variables && /^(string|arn)/.test(written);
  const matches = (value: string) =>
    values.some((expected) => {
      const pieces = replacedVariables(expected, context, substitutes);
      return pieces !== undefined && compare(value, expected, pieces);
    });
  const hits = given.map((value) => matches(value) !== negated);
  const all = qualifier === 'forallvalues' || (!qualifier && negated);
  return all ? hits.every(Boolean) : hits.some(Boolean);
}

/** Bits of an address, 4 or 16 bytes; nothing for other texts. */
function bitsOf(text: string): string | undefined {
  if (/^\d+(\.\d+){3}$/.test(text))
    return text
      .split('.')
      .map((byte) => Number(byte).toString(2).padStart(8, '0'))
      .join('');
  if (!text.includes(':')) return undefined;
  const dotted = text.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...bytes: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(0, 4).map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [start = '', end] = dotted.split('::');
  const [front, back] = [start, end ?? ''].map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: 8 - (front?.length ?? 0) - (back?.length ?? 0) }, () => '0');
  return [...(front ?? []), ...(end === undefined ? [] : zeros), ...(back ?? [])]
    .map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0'))
    .join('');
}

function isWithin(given: string, expected: string): boolean {
  const [network = '', length] = expected.split('/');
  const [one, other] = [bitsOf(given), bitsOf(network)];
  if (one === undefined || other === undefined || one.length !== other.length) return false;
  const size = length === undefined ? other.length : Number(length);
  return one.slice(0, size) === other.slice(0, size);
}
