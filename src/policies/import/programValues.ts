import { placeholderOf } from '../language/placeholder.ts';

/** A value in program syntax instead of JSON: a variable, or a string composed of variables and strings. */
export interface ProgramValue {
  readonly found: string;
  /** Variables without a known value become placeholders in it. */
  readonly value: string | readonly string[];
  readonly isKnown: boolean;
}

/** What is known of the names in a program. */
export interface ProgramNames {
  valueOf(name: string): ProgramValue['value'] | undefined;
  /** A name for a value that isn’t known, which no other has. */
  placeholderFor(name: string): string;
}

interface Read {
  readonly end: number;
  readonly value: string | readonly string[];
  readonly isKnown: boolean;
  /** A quoted string and nothing else, which isn’t program syntax. */
  readonly isPlain?: boolean;
}

const NAME = String.raw`[A-Za-z_$][\w$]{0,60}(?:\.[A-Za-z_$][\w$]{0,60}|\[["'][^"'\]\n]{1,60}["']\]){0,6}`;
const CHAIN = new RegExp(NAME, 'y');
const TEXT = /[rRuU]?(?:"([^"\\\n]{0,2000})"(?!")|'([^'\\\n]{0,2000})'(?!'))/y;
const FORMATTED = new RegExp(
  String.raw`(?:[fF][rR]?|\$)(?:"((?:[^"\\\n{}]|\{\{|\}\}|\{${NAME}\}){0,2000})"(?!")|'((?:[^'\\\n{}]|\{\{|\}\}|\{${NAME}\}){0,2000})'(?!'))`,
  'y',
);
const TEMPLATE = new RegExp(String.raw`\x60((?:[^\x60\\$]|\$(?!\{)|\$\{${NAME}\}){0,2000})\x60`, 'y');
const PARTS = new RegExp(String.raw`\{\{|\}\}|\{(${NAME})\}`, 'g');
const EFFECT = /(?:^|\.)Effect\.(ALLOW|DENY)$/;
const NO_VALUES: ReadonlySet<string> = new Set([
  'true',
  'false',
  'null',
  'True',
  'False',
  'None',
  'undefined',
]);

/** The value at an offset; `undefined` if it isn’t a variable or a composed string, or if something else follows. */
export function programValueAt(text: string, start: number, names: ProgramNames): ProgramValue | undefined {
  const read = expressionAt(text, start, names);
  if (!read || read.isPlain || !isWhole(text, read.end)) return undefined;
  return { found: text.slice(start, read.end), value: read.value, isKnown: read.isKnown };
}

/** The string or the list of strings at an offset, if all of it is known. */
export function knownValueAt(
  text: string,
  start: number,
  names: ProgramNames,
): ProgramValue['value'] | undefined {
  const read = text[start] === '[' ? listAt(text, start, names) : expressionAt(text, start, names);
  return read?.isKnown && isOver(text, read.end) ? read.value : undefined;
}

/** Whether what is around a value goes on behind it: its list or object has more, or ends. */
const isWhole = (text: string, end: number): boolean =>
  /^(?:[,\]});]|$)/.test(text.slice(afterSpace(text, end), afterSpace(text, end) + 1));

/** Whether an assignment is over: the next line that is no comment is another statement. */
function isOver(text: string, end: number): boolean {
  const [rest = ''] = matchAt(/[^\S\n]*;?[^\S\n]*(?=#|\/\/|\r?\n|$)/y, text, end);
  if (
    end + rest.length < text.length &&
    !/^(?:[^\S\n]*;?[^\S\n]*)(?:#|\/\/|\r?\n)/.test(text.slice(end, end + 200))
  )
    return false;
  const next = afterSpace(text, end + rest.length);
  return (
    next >= text.length || (text.charAt(next - 1) === '\n' && STATEMENT.test(text.slice(next, next + 4)))
  );
}

/** How another statement begins, a command of a notebook, or the end of a fenced text. */
const STATEMENT = /^(?:[\w@"'}$]|!(?!=)|%{1,2}[a-z]|```)/;

/** Maximum number of entries of a list that a variable can have as its value. */
const MOST_ENTRIES = 500;

function listAt(text: string, start: number, names: ProgramNames): Read | undefined {
  const entries: string[] = [];
  let isKnown = true;
  let at = afterSpace(text, start + 1);
  while (text[at] !== ']') {
    const read = expressionAt(text, at, names);
    if (!read || typeof read.value !== 'string' || entries.length >= MOST_ENTRIES) return undefined;
    entries.push(read.value);
    isKnown &&= read.isKnown;
    at = afterSpace(text, read.end);
    if (text[at] === ',') at = afterSpace(text, at + 1);
    else if (text[at] !== ']') return undefined;
  }
  return { end: at + 1, value: entries, isKnown };
}

const SPACE = /(?:\s|#[^\n]*\n|\/\/[^\n]*\n)*/y;

function afterSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  return at + (SPACE.exec(text)?.[0].length ?? 0);
}

/** Strings and variables joined with `+`. */
function expressionAt(text: string, start: number, names: ProgramNames): Read | undefined {
  let whole = termAt(text, start, names);
  while (whole) {
    const [plus] = matchAt(/[^\S\n]{0,20}\+\s{0,40}/y, text, whole.end);
    if (plus === undefined) return whole;
    const next = termAt(text, whole.end + plus.length, names);
    if (!next || typeof next.value !== 'string' || typeof whole.value !== 'string') return undefined;
    whole = { end: next.end, value: whole.value + next.value, isKnown: whole.isKnown && next.isKnown };
  }
  return undefined;
}

function termAt(text: string, at: number, names: ProgramNames): Read | undefined {
  const [formatted, double, single] = matchAt(FORMATTED, text, at);
  const inner = double ?? single;
  if (formatted !== undefined && inner !== undefined) return filled(inner, at + formatted.length, names);
  const [plain, ...marks] = matchAt(TEXT, text, at);
  const written = marks.find((one) => one !== undefined);
  if (plain !== undefined && written !== undefined)
    return formattedCall(
      text,
      { end: at + plain.length, value: written, isKnown: true, isPlain: true },
      names,
    );
  const [template, parts] = matchAt(TEMPLATE, text, at);
  if (template !== undefined && parts !== undefined)
    return filled(
      parts.replaceAll(/[{}]/g, '$&$&').replaceAll(/\$\{\{(.*?)\}\}/g, '{$1}'),
      at + template.length,
      names,
    );
  const [name] = matchAt(CHAIN, text, at);
  if (name === undefined || NO_VALUES.has(name)) return undefined;
  const [, effect] = EFFECT.exec(name) ?? [];
  const end = at + name.length;
  if (effect !== undefined) return { end, value: effect === 'ALLOW' ? 'Allow' : 'Deny', isKnown: true };
  return { end, ...named(name, names) };
}

function named(name: string, names: ProgramNames): Pick<Read, 'value' | 'isKnown'> {
  const value = names.valueOf(name);
  return value === undefined
    ? { value: placeholderOf(names.placeholderFor(name)), isKnown: false }
    : { value, isKnown: true };
}

/** The text with the value of each name in it. */
function filled(inner: string, end: number, names: ProgramNames): Read | undefined {
  let isKnown = true;
  let isText = true;
  const value = inner.replaceAll(PARTS, (found, name: string | undefined) => {
    if (name === undefined) return found.charAt(0);
    const one = named(name, names);
    isKnown &&= one.isKnown;
    isText &&= typeof one.value === 'string';
    return typeof one.value === 'string' ? one.value : '';
  });
  return isText ? { end, value, isKnown } : undefined;
}

const ARGUMENTS = String.raw`${NAME}(?:\s{0,20},\s{0,40}${NAME}){0,9}`;
const FORMAT = new RegExp(String.raw`\.format\(\s{0,40}(${ARGUMENTS})\s{0,40},?\s{0,40}\)`, 'y');
const PERCENT = new RegExp(String.raw`[^\S\n]{0,20}%[^\S\n]{0,20}(?:\((${ARGUMENTS}),?\)|(${NAME}))`, 'y');

/** `"…{}…".format(name)` and `"…%s…" % name`. */
function formattedCall(text: string, plain: Read, names: ProgramNames): Read | undefined {
  const { end, value } = plain;
  const [format, args] = matchAt(FORMAT, text, end);
  const [percent, several, one] = matchAt(PERCENT, text, end);
  const given = (args ?? several ?? one)?.split(/\s*,\s*/);
  if (!given || typeof value !== 'string') return plain;
  const [signs, slot, length] =
    format === undefined
      ? [/%%|%s|%/g, '%s', percent?.length ?? 0]
      : [/\{\{|\}\}|\{\}|[{}]/g, '{}', format.length];
  const found = value.match(signs) ?? [];
  // Other verbs and numbered places change the order of the values.
  if (
    found.filter((sign) => sign === slot).length !== given.length ||
    found.some((sign) => ['%', '{', '}'].includes(sign))
  )
    return undefined;
  let place = 0;
  const doubled = format === undefined ? value.replaceAll(/[{}]/g, '$&$&') : value;
  const inner = doubled.replaceAll(signs, (sign) => {
    if (sign === '%%') return '%';
    if (sign !== slot) return sign;
    place += 1;
    return `{${given[place - 1] ?? ''}}`;
  });
  return filled(inner, end + length, names);
}

/** The match of a sticky pattern, and its groups. */
function matchAt(pattern: RegExp, text: string, start: number): readonly (string | undefined)[] {
  pattern.lastIndex = start;
  return pattern.exec(text) ?? [];
}
