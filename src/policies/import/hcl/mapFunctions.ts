import type { Node } from 'jsonc-parser';
import { hasPlaceholder } from '../../language/placeholder.ts';
import { list, object, type Place, property } from '../builtNodes.ts';
import { listEntries, membersOf } from '../candidates.ts';
import { calledFunction } from '../containers/functionCalls.ts';
import {
  type Called,
  type Compute,
  entriesInOrder,
  isNull,
  isSet,
  isSingle,
  rejected,
} from './calledWith.ts';
import { hasUnknownNames, partOf } from './collections.ts';
import { listFunction } from './listFunctions.ts';
import { lastOfEach } from './nodeParts.ts';
import { knownText } from './textFunctions.ts';
import { marksOf } from './valueMarks.ts';

/**
 * Functions of objects and sets.
 * Source: https://developer.hashicorp.com/terraform/language/functions, one page for each
 */
export const mapFunctions: Readonly<Record<string, Compute>> = {
  lookup: (called) => {
    const {
      args: [from, key, otherwise],
      textOf,
    } = called;
    const name = key && knownText(key, textOf);
    if (!from || name === undefined) return undefined;
    if (!isKnownObject(from))
      return calledFunction(from)?.name === 'Ref' && !otherwise ? partOf(from, [`"${name}"`]) : undefined;
    if (hasUnknownNames(from)) return undefined;
    return membersOf(from).get(name) ?? otherwise ?? rejected(called);
  },
  merge: ({ args, place }) => {
    const given = args.filter((arg) => !isNull(arg));
    if (given.length === 0 || !given.every(isKnownObject)) return undefined;
    return object(lastOfEach(given.flatMap(({ children = [] }) => children)), place);
  },
  zipmap: (called) => {
    const {
      args: [keys, values],
      place,
      textOf,
    } = called;
    const [names, entries] = [entriesInOrder(keys), entriesInOrder(values)];
    const texts = names?.map((name) => knownText(name, textOf));
    if (!texts?.every((text) => text !== undefined) || !entries) return undefined;
    if (isSet(values) || texts.length !== entries.length) return rejected(called);
    const members = texts.flatMap((text, at) =>
      entries.slice(at, at + 1).map((entry) => property(text, entry)),
    );
    return object(lastOfEach(members), place);
  },
  // The values of a map are of one type: only what is a text stays as it is.
  tomap: ({ args: [from], place }) =>
    from && isKnownObject(from) && [...membersOf(from).values()].every(isText)
      ? { ...from, ...place }
      : undefined,
  setunion: ({ args, place, textOf }) => {
    const lists = args.filter((arg) => arg.type === 'array' && !marksOf(arg).form);
    if (lists.length < args.length || lists.some((one) => marksOf(one).mayHaveMore)) return undefined;
    return asSet(args.flatMap(listEntries), place, textOf);
  },
  setintersection: (called) => {
    const [first, ...others] = textsOfSets(called) ?? [];
    return (
      first &&
      setOf(
        first.filter(([text]) => others.every((one) => one.some(([other]) => other === text))),
        called,
      )
    );
  },
  setsubtract: (called) => {
    const [first, second] = textsOfSets(called) ?? [];
    return (
      first &&
      second &&
      setOf(
        first.filter(([text]) => !second.some(([other]) => other === text)),
        called,
      )
    );
  },
};

const isKnownObject = (node: Node): boolean =>
  node.type === 'object' && !calledFunction(node) && !marksOf(node).form;

const isText = (node: Node): boolean =>
  isSingle(node) && (node.type === 'string' || calledFunction(node) !== undefined);

const asSet = (entries: readonly Node[], place: Place, textOf: Called['textOf']): Node =>
  listFunction('toset', list(entries, place), place, textOf);

type KnownEntry = readonly [text: string, node: Node];

const setOf = (entries: readonly KnownEntry[], { place, textOf }: Called): Node =>
  asSet(
    entries.map(([, node]) => node),
    place,
    textOf,
  );

/** Sets of texts that are all known. */
function textsOfSets({ args, textOf }: Called): readonly (readonly KnownEntry[])[] | undefined {
  const sets = args.map((arg) =>
    entriesInOrder(arg)?.map((node): KnownEntry | undefined => {
      const text = node.type === 'number' || node.type === 'boolean' ? undefined : knownText(node, textOf);
      return text === undefined || hasPlaceholder(text) ? undefined : [text, node];
    }),
  );
  const known = sets.map((one) => (one?.every((entry) => entry !== undefined) ? one : undefined));
  return known.every((one) => one !== undefined) ? known : undefined;
}
