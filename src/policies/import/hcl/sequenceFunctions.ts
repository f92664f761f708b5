import type { Node } from 'jsonc-parser';
import { list, literal } from '../builtNodes.ts';
import { calledFunction } from '../containers/functionCalls.ts';
import {
  type Called,
  type Compute,
  entriesInOrder,
  isNull,
  isSet,
  isSingle,
  rejected,
  wholeNumber,
} from './calledWith.ts';
import { partOf } from './collections.ts';
import { formatted } from './nodeParts.ts';
import { knownText } from './textFunctions.ts';
import { isTextOfResource, marked, marksOf } from './valueMarks.ts';

/**
 * Functions of lists by the places of their entries. What Terraform rejects is marked as an error.
 * Source: https://developer.hashicorp.com/terraform/language/functions, one page for each
 */
export const sequenceFunctions: Readonly<Record<string, Compute>> = {
  element: (called) => {
    const {
      args: [from, index],
      textOf,
    } = called;
    const place = wholeNumber(index, textOf);
    if (!from || place === undefined) return undefined;
    if (isSet(from)) return rejected(called);
    const entries = entriesInOrder(from);
    // Of a list that is not known, the entry at a place is the same as by `[…]`, which wraps nothing.
    if (!entries) return calledFunction(from) && place >= 0 ? partOf(from, [String(place)]) : undefined;
    if (entries.length === 0) return rejected(called);
    return entries.at(place < 0 ? place : place % entries.length) ?? rejected(called);
  },
  slice: (called) => {
    const {
      args: [from, first, end],
      place,
      textOf,
    } = called;
    const entries = entriesInOrder(from);
    const [start, limit] = [wholeNumber(first, textOf), wholeNumber(end, textOf)];
    if (!entries || start === undefined || limit === undefined) return undefined;
    if (isSet(from) || start < 0 || limit > entries.length || start > limit) return rejected(called);
    return list(entries.slice(start, limit), place);
  },
  reverse: ({ args: [from], place }) => {
    if (from?.type !== 'array' || marksOf(from).form) return undefined;
    return marked(list((from.children ?? []).toReversed(), place), { ...marksOf(from), isSet: false });
  },
  chunklist: (called) => {
    const {
      args: [from, given],
      place,
      textOf,
    } = called;
    const [entries, size] = [entriesInOrder(from), wholeNumber(given, textOf)];
    if (!entries || size === undefined) return undefined;
    if (size < 0) return rejected(called);
    const length = size === 0 ? entries.length : size;
    const chunks = Array.from({ length: Math.ceil(entries.length / Math.max(1, length)) }, (_, at) =>
      list(entries.slice(at * length, (at + 1) * length), place),
    );
    return list(chunks, place);
  },
  index: (called) => {
    const {
      args: [from, value],
      place,
    } = called;
    const entries = entriesInOrder(from);
    const wanted = value && comparable(value, called);
    const all = entries?.map((entry) => comparable(entry, called));
    if (!all || wanted === undefined || all.includes(undefined)) return undefined;
    const at = isSet(from) ? -1 : all.indexOf(wanted);
    return at === -1 ? rejected(called) : literal(at, place);
  },
  one: (called) => {
    const {
      args: [from],
      place,
    } = called;
    const entries = entriesInOrder(from);
    if (!entries) return undefined;
    return entries.length > 1 ? rejected(called) : (entries[0] ?? literal(null, place));
  },
  coalescelist: (called) => {
    for (const arg of called.args) {
      const entries = isNull(arg) ? undefined : entriesInOrder(arg);
      if (!entries) return undefined;
      if (entries.length > 0) return arg;
    }
    return rejected(called);
  },
  range: rangeOf,
  formatlist: formattedList,
};

/** A text or number by what it is; nothing where it has a reference, or is of another type. */
function comparable(node: Node, { textOf }: Called): string | undefined {
  const text = node.type === 'boolean' || node.type === 'null' ? undefined : knownText(node, textOf);
  return text === undefined ? undefined : `${typeof node.value === 'number' ? 'number' : 'text'} ${text}`;
}

/** Terraform rejects more. */
const MOST_NUMBERS = 1024;

function rangeOf(called: Called): Node | undefined {
  const { args, place, textOf } = called;
  const numbers = args.map((arg) => wholeNumber(arg, textOf));
  const [first, second, third] = numbers;
  if (first === undefined || numbers.includes(undefined)) return undefined;
  const [start, limit] = second === undefined ? [0, first] : [first, second];
  const step = third ?? (limit < start ? -1 : 1);
  if (step === 0 || (limit - start) * step < 0) return rejected(called);
  const length = Math.ceil((limit - start) / step);
  if (length > MOST_NUMBERS) return rejected(called);
  return list(
    Array.from({ length }, (_, at) => literal(start + at * step, place)),
    place,
  );
}

/** A text for each of several lists’ entries; a value that is no list is the same in each. */
function formattedList(called: Called): Node | undefined {
  const {
    args: [written, ...given],
    place,
    textOf,
  } = called;
  const text = written && knownText(written, textOf);
  const lists = given.map((arg) => (isSingle(arg) ? undefined : entriesInOrder(arg)));
  const isKnown = given.every((arg, at) => isSingleText(arg) || lists[at] !== undefined);
  const lengths = new Set(lists.flatMap((one) => (one ? [one.length] : [])));
  const [length] = lengths;
  if (text === undefined || !isKnown || length === undefined) return undefined;
  if (lengths.size > 1) return rejected(called);
  const entries = Array.from({ length }, (_, at) =>
    formatted(
      text,
      given.map((arg, index) => lists[index]?.[at] ?? arg),
      place,
    ),
  );
  return entries.some((entry) => calledFunction(entry)?.name === 'Fn::Computed')
    ? undefined
    : list(entries, place);
}

/** A value that is certainly no list. */
const isSingleText = (node: Node): boolean =>
  isSingle(node) && (calledFunction(node)?.name !== 'Ref' || isTextOfResource(node)) && !isNull(node);
