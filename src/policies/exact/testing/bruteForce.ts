import type { PolicyDocument, Statement } from '../../language/policy.ts';
import { listOf } from '../../language/policy.ts';

/**
 * Decides one request by the rules of the comparison, element by element, with nothing in common with the search or its replay:
 * patterns are compared by recursion, values by tables.
 */

export interface TriedRequest {
  readonly principal?: string | undefined;
  readonly action: string;
  readonly resource: string;
  /** By the name of the key in lower case; a key that is not there is absent. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/** A character of a pattern: a wildcard, or one that means itself. A colon that a variable brought in separates no fields. */
interface Sign {
  readonly text: string;
  readonly wild: boolean;
}

const signsOf = (text: string): readonly Sign[] =>
  text.split('').map((one) => ({ text: one, wild: '*?:'.includes(one) }));

/** Nothing where a variable has no value. */
function resolved(
  text: string,
  request: TriedRequest,
  version: string | undefined,
): readonly Sign[] | undefined {
  if (version !== '2012-10-17') return signsOf(text);
  const open = text.indexOf('${');
  const close = text.indexOf('}', open);
  if (open < 0 || close < 0) return signsOf(text);
  const rest = resolved(text.slice(close + 1), request, version);
  const value = valueOf(text.slice(open + 2, close), request);
  if (value === undefined || !rest) return undefined;
  return [
    ...signsOf(text.slice(0, open)),
    ...value.split('').map((one) => ({ text: one, wild: false })),
    ...rest,
  ];
}

function valueOf(inner: string, { context }: TriedRequest): string | undefined {
  if (inner.length === 1 && '*?$'.includes(inner)) return inner;
  const [name = '', fallback] = inner.split(',').map((part) => part.trim());
  const values = context[name.toLowerCase()];
  if (values) return values.length === 1 ? values[0] : undefined;
  return fallback === undefined ? undefined : fallback.slice(1, -1);
}

/** `wild`: whether `*` and `?` are wildcards. */
function isLike([first, ...others]: readonly Sign[], text: string, wild = true): boolean {
  if (!first) return text === '';
  if (wild && first.wild && first.text === '*')
    return isLike(others, text) || (text !== '' && isLike([first, ...others], text.slice(1)));
  if (text === '') return false;
  const fits = (wild && first.wild && first.text === '?') || text.startsWith(first.text);
  return fits && isLike(others, text.slice(first.text.length || 1), wild);
}

const isStars = (signs: readonly Sign[]): boolean =>
  signs.length > 0 && signs.every(({ text, wild }) => wild && text === '*');

/** The first five fields, and the rest with its colons. */
function fieldsOf(signs: readonly Sign[]): readonly (readonly Sign[])[] {
  const fields: Sign[][] = [[]];
  for (const sign of signs) {
    const ends = sign.wild && sign.text === ':' && fields.length < 6;
    if (ends) fields.push([]);
    else fields.at(-1)?.push(sign);
  }
  return fields;
}

function isArnLike(signs: readonly Sign[], text: string, isResource: boolean): boolean {
  if (isStars(signs)) return true;
  const fields = [...fieldsOf(signs)];
  const isArn = fields[0]?.map((sign) => sign.text).join('') === 'arn';
  if (isResource && isArn) for (let at = fields.length; at < 6; at += 1) fields.push(signsOf('*'));
  const given = fieldsOf(signsOf(text)).map((field) => field.map((sign) => sign.text).join(''));
  return (
    fields.length === 6 && given.length === 6 && fields.every((field, at) => isLike(field, given[at] ?? ''))
  );
}

type Holds = (given: string, signs: readonly Sign[], written: string) => boolean;

const lower = (text: string): string => text.toLowerCase();
const joined = (signs: readonly Sign[]): string => signs.map(({ text }) => text).join('');
const instant = (text: string): number => (/^\d{5,}$/.test(text) ? Number(text) : Date.parse(text) / 1000);
const bytes = (text: string): readonly number[] | undefined => {
  if (!text.includes(':')) return text.split('.').map(Number);
  const [front = '', back] = text.split('::');
  const groups = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const [one, other] = [groups(front), groups(back ?? '')];
  const zeros = Array.from({ length: 8 - one.length - other.length }, () => 0);
  return [...one, ...(back === undefined ? [] : zeros), ...other].flatMap((group) => [
    group >> 8,
    group & 255,
  ]);
};
const isInside: Holds = (given, _, written) => {
  const [network = '', size] = written.split('/');
  const [one, other] = [bytes(given), bytes(network)];
  if (!one || !other || one.length !== other.length) return false;
  const bits = (all: readonly number[]) => all.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const length = Number(size ?? one.length * 8);
  return bits(one).slice(0, length) === bits(other).slice(0, length);
};

const orders: Readonly<Record<string, (one: number, other: number) => boolean>> = {
  Equals: (one, other) => one === other,
  LessThan: (one, other) => one < other,
  LessThanEquals: (one, other) => one <= other,
  GreaterThan: (one, other) => one > other,
  GreaterThanEquals: (one, other) => one >= other,
};

function comparisonOf(name: string): Holds {
  if (name === 'StringEquals') return (given, signs) => given === joined(signs);
  if (name === 'StringEqualsIgnoreCase') return (given, signs) => lower(given) === lower(joined(signs));
  if (name === 'StringLike') return (given, signs) => isLike(signs, given);
  if (name === 'ArnLike' || name === 'ArnEquals') return (given, signs) => isArnLike(signs, given, false);
  if (name === 'BinaryEquals') return (given, _, written) => /^[\w+/]+=*$/.test(given) && given === written;
  if (name === 'Bool') return (given, _, written) => given === lower(written);
  if (name === 'IpAddress') return isInside;
  const [, family, order = ''] = /^(Numeric|Date)(\w+)$/.exec(name) ?? [];
  const holds = orders[order];
  if (!holds) throw new Error(`no such operator: ${name}`);
  const read = family === 'Date' ? instant : Number;
  return (given, _, written) => holds(read(given), read(written));
}

function isMet(
  operator: string,
  key: string,
  expected: readonly string[],
  request: TriedRequest,
  version: string | undefined,
): boolean {
  const given = request.context[lower(key)];
  if (operator === 'Null')
    return expected.some((value) => (lower(value) === 'true') === (given === undefined));
  const [qualifier, plain = operator] = operator.includes(':') ? operator.split(':') : [undefined, operator];
  const ifExists = plain.endsWith('IfExists');
  const name = ifExists ? plain.slice(0, -'IfExists'.length) : plain;
  const negated = name.includes('Not');
  if (!given) return ifExists || qualifier === 'ForAllValues' || (negated && qualifier === undefined);
  const holds = comparisonOf(name.replace('Not', ''));
  const hasVariables = /^(?:String|Arn)/.test(name) ? version : undefined;
  const isOne = (value: string): boolean =>
    expected.some((written) => {
      const signs = resolved(written, request, hasVariables);
      return signs !== undefined && holds(value, signs, written);
    }) !== negated;
  return qualifier === 'ForAllValues' || (negated && qualifier === undefined)
    ? given.every(isOne)
    : given.some(isOne);
}

function isNamed(name: string, caller: string): boolean {
  if (name === '*') return true;
  const account = /^\d{12}$/.test(name) ? name : /^arn:[^:]*:iam::(\d{12}):root$/.exec(name)?.[1];
  if (account === undefined) return name === caller;
  const [arn, , , , own, ...rest] = caller.split(':');
  return arn === 'arn' && own === account && rest.join(':') !== '';
}

function isMatched(statement: Statement, version: string | undefined, request: TriedRequest): boolean {
  const { Action, NotAction, Resource, NotResource, Principal, NotPrincipal, Condition = {} } = statement;
  const hasAction = listOf(Action ?? NotAction).some((one) =>
    isLike(signsOf(lower(one)), lower(request.action)),
  );
  if (hasAction !== (Action !== undefined)) return false;
  const resources = Resource ?? NotResource;
  const hasResource = listOf(resources).some((one) => {
    const signs = resolved(one, request, version);
    return signs !== undefined && isArnLike(signs, request.resource, true);
  });
  if (resources !== undefined && hasResource !== (Resource !== undefined)) return false;
  const named = Principal ?? NotPrincipal;
  const names = named === '*' ? ['*'] : Object.values(named ?? {}).flatMap((some) => listOf(some));
  const hasPrincipal = names.some((name) => isNamed(name, request.principal ?? ''));
  if (named !== undefined && hasPrincipal !== (Principal !== undefined)) return false;
  return Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) =>
      isMet(operator, key, [values].flat().map(String), request, version),
    ),
  );
}

/** Whether documents together allow a request. */
export function isAllowedByRules(documents: readonly PolicyDocument[], request: TriedRequest): boolean {
  const effects = documents.flatMap(({ Version, Statement: statements }) =>
    [statements].flat().flatMap((one) => (isMatched(one, Version, request) ? [one.Effect] : [])),
  );
  return effects.includes('Allow') && !effects.includes('Deny');
}
