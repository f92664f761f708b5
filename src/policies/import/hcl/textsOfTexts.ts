import type { Node } from 'jsonc-parser';
import { call, list, literal } from '../builtNodes.ts';
import { type Called, type Compute, isSingle, rejected, wholeNumber } from './calledWith.ts';
import { joined } from './nodeParts.ts';
import { matchesOf } from './safePatterns.ts';
import { knownText } from './textFunctions.ts';

/** Functions of texts that are known. Of other characters than those of ASCII, several can be one. */

type OfTexts = (texts: readonly string[]) => string | undefined;

/** Longer than any policy. */
const LONGEST_TEXT = 100_000;

const ASCII = /^[\x00-\x7F]*$/;

const trimmed = (text: string, signs: string): string => {
  let [from, to] = [0, text.length];
  while (from < to && signs.includes(text.charAt(from))) from += 1;
  while (to > from && signs.includes(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
};

/** Source: https://developer.hashicorp.com/terraform/language/functions, one page for each */
const ofTexts: Readonly<Record<string, readonly [parameters: number, OfTexts]>> = {
  lower: [1, ([text = '']) => (ASCII.test(text) ? text.toLowerCase() : undefined)],
  upper: [1, ([text = '']) => (ASCII.test(text) ? text.toUpperCase() : undefined)],
  // The first letter behind what is neither letter, digit nor `_`.
  title: [
    1,
    ([text = '']) =>
      ASCII.test(text)
        ? text.replaceAll(
            /(^|[^A-Za-z0-9_])([a-z])/g,
            (_, before: string, letter: string) => before + letter.toUpperCase(),
          )
        : undefined,
  ],
  trim: [2, ([text = '', signs = '']) => (ASCII.test(text + signs) ? trimmed(text, signs) : undefined)],
  trimprefix: [2, ([text = '', part = '']) => (text.startsWith(part) ? text.slice(part.length) : text)],
  trimsuffix: [
    2,
    ([text = '', part = '']) => (text.endsWith(part) ? text.slice(0, text.length - part.length) : text),
  ],
};

const computedOfTexts = Object.entries(ofTexts).map(([name, [parameters, make]]): [string, Compute] => [
  name,
  ({ args, place, textOf }) => {
    const texts = args.map((arg) => knownText(arg, textOf));
    if (texts.length !== parameters || !texts.every((text) => text !== undefined)) return undefined;
    const made = make(texts);
    return made === undefined ? undefined : literal(made, place);
  },
]);

export const textsOfTexts: Readonly<Record<string, Compute>> = {
  ...Object.fromEntries(computedOfTexts),
  substr: (called) => {
    const {
      args: [from, first, given],
      place,
      textOf,
    } = called;
    const [text, start, length] = [
      from && knownText(from, textOf),
      wholeNumber(first, textOf),
      wholeNumber(given, textOf),
    ];
    if (text === undefined || start === undefined || length === undefined || !ASCII.test(text))
      return undefined;
    if (start < 0 && (length === 0 || -start > text.length)) return undefined;
    const at = start < 0 ? text.length + start : start;
    return literal(length < 0 ? text.slice(at) : text.slice(at, at + length), place);
  },
  split: ({ args: [between, from], place, textOf }) => {
    const [sign, text] = [between && knownText(between, textOf), from && knownText(from, textOf)];
    if (!from || sign === undefined || sign === '') return undefined;
    if (text !== undefined)
      return list(
        text === '' ? [literal('', place)] : text.split(sign).map((part) => literal(part, place)),
        place,
      );
    return isSingle(from) ? call('Fn::Split', list([literal(sign, place), from], place), place) : undefined;
  },
  replace: replaced,
  regex: (called) => {
    const matches = patternMatches(called);
    return matches && (matches[0] ?? rejected(called));
  },
  regexall: (called) => {
    const matches = patternMatches(called);
    return matches && list(matches, called.place);
  },
};

/** Slashes around what is searched for make it a pattern. */
function replaced({ args: [from, searched, by], place, textOf }: Called): Node | undefined {
  const [text, part] = [from && knownText(from, textOf), searched && knownText(searched, textOf)];
  if (text === undefined || part === undefined || part === '' || /^\/.*\/$/s.test(part) || !by)
    return undefined;
  const replacement = knownText(by, textOf);
  if (replacement !== undefined) {
    const made = text.split(part).join(replacement);
    return made.length > LONGEST_TEXT ? undefined : literal(made, place);
  }
  if (!isSingle(by)) return undefined;
  const pieces = text.split(part);
  return joined(
    pieces.flatMap((piece, at) => (at === 0 ? [literal(piece, place)] : [by, literal(piece, place)])),
    place,
  );
}

/** What a pattern matches: texts, or lists of what its groups match. */
function patternMatches({ args: [pattern, from], place, textOf }: Called): readonly Node[] | undefined {
  const [written, text] = [pattern && knownText(pattern, textOf), from && knownText(from, textOf)];
  const found = written === undefined || text === undefined ? undefined : matchesOf(written, text);
  return found?.map((match) =>
    typeof match === 'string'
      ? literal(match, place)
      : list(
          match.map((group) => literal(group, place)),
          place,
        ),
  );
}
