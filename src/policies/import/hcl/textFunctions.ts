import type { Node } from 'jsonc-parser';
import { hasPlaceholder } from '../../language/placeholder.ts';
import { call, list, literal, object, type Place, property } from '../builtNodes.ts';
import { isDocumentText, listEntries } from '../candidates.ts';
import { calledFunction, isNoValue } from '../containers/functionCalls.ts';
import { computed } from './nodeParts.ts';
import { marked, marksOf } from './valueMarks.ts';

/** Functions that make a text of a text. What is known is computed; a reference stays a reference. */

/** A value as one text, with placeholders for its references. */
export type TextOf = (node: Node) => string | undefined;

interface Trimming {
  readonly start: RegExp;
  readonly end: RegExp;
}

const NEVER = /(?!)/u;

const KEPT: Trimming = { start: NEVER, end: NEVER };

/**
 * Source: https://developer.hashicorp.com/terraform/language/functions/trimspace, …/chomp and …/tostring. Spaces are those of Unicode.
 */
const functions: ReadonlyMap<string, Trimming> = new Map([
  ['trimspace', { start: /^\p{White_Space}+/u, end: /\p{White_Space}+$/u }],
  ['chomp', { start: NEVER, end: /[\r\n]+$/u }],
  ['tostring', KEPT],
]);

export const isTextFunction = (name: string): boolean => functions.has(name);

export const textFunction = (name: string, node: Node, place: Place, textOf: TextOf): Node =>
  inBranches(
    node,
    place,
    (one) => trimmed(one, functions.get(name), place, textOf) ?? computed(`the function ${name}`, place),
  );

/** What a function makes of a value, or of each that it can be by a condition. */
export function inBranches(node: Node, place: Place, make: (one: Node) => Node): Node {
  const called = calledFunction(node);
  const [condition, ...branches] = called?.name === 'Fn::If' ? listEntries(called.argument) : [];
  if (!condition || branches.length !== 2) return isNoValue(node) ? node : make(node);
  const made = branches.map((branch) => inBranches(branch, place, make));
  return call('Fn::If', list([condition, ...made], place), place);
}

/** Nothing where only Terraform knows. */
function trimmed(node: Node, trimming: Trimming | undefined, place: Place, textOf: TextOf): Node | undefined {
  if (!trimming) return undefined;
  const { start, end } = trimming;
  const text = knownText(node, textOf);
  if (text !== undefined) return literal(text.replace(start, '').replace(end, ''), place);
  const called = calledFunction(node);
  const isAsIs = trimming === KEPT || called?.name === 'Ref' || called?.name === 'Fn::Computed';
  if (!called) return node.type === 'null' || isEncoded(node) ? { ...node, ...place } : undefined;
  if (isAsIs) return { ...node, ...place };
  const [between, parts] = called.name === 'Fn::Join' ? listEntries(called.argument) : [];
  if (!between || between.value !== '' || parts?.type !== 'array') return undefined;
  const first = ends(listEntries(parts), start);
  const last = ends(first.toReversed(), end).toReversed();
  return call('Fn::Join', list([between, list(last, place)], place), place);
}

/** Parts of a text without what is at the end that comes first, up to the first reference. */
function ends(parts: readonly Node[], trimming: RegExp): readonly Node[] {
  const [first, ...others] = parts;
  if (first?.type !== 'string') return parts;
  const text = String(first.value).replace(trimming, '');
  return text === '' ? ends(others, trimming) : [literal(text, first), ...others];
}

/** Numbers that Terraform writes as JavaScript does. */
const PLAIN_NUMBER = /^-?\d{1,15}(?:\.\d{1,6})?$/;

/** A value as a text where no reference is in it. */
export function knownText(node: Node, textOf: TextOf): string | undefined {
  if (marksOf(node).form) return undefined;
  const value: unknown = node.value;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return PLAIN_NUMBER.test(String(value)) ? String(value) : undefined;
  const text = node.type === 'string' || calledFunction(node) ? textOf(node) : undefined;
  return text === undefined || hasPlaceholder(text) ? undefined : text.normalize();
}

/** A text that is the JSON of something neither begins nor ends with spaces. */
const isEncoded = (node: Node): boolean => marksOf(node).form === 'encoded';

/** A value as JSON, which is read as the value. */
export const jsonEncoded = (node: Node): Node => marked(node, { form: 'encoded' });

/** The value of a JSON text that is known. A document is read from its text, with its places. */
export function jsonDecoded(node: Node, place: Place): Node {
  if (isEncoded(node)) return { ...marked(node, { form: undefined }), ...place };
  const value = node.type === 'string' && !isDocumentText(node) ? parsed(String(node.value)) : undefined;
  return (
    (value === undefined ? undefined : nodeOf(value, place)) ?? {
      ...marked(node, { form: 'decoded' }),
      ...place,
    }
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Deeper than any value of a policy. */
const MAX_DEPTH = 100;

function nodeOf(value: unknown, place: Place, depth = 0): Node | undefined {
  if (depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value)) {
    const entries = value.map((entry) => nodeOf(entry, place, depth + 1));
    return entries.every((entry) => entry !== undefined) ? list(entries, place) : undefined;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).flatMap(([name, one]) => {
      const node = nodeOf(one, place, depth + 1);
      return node ? [property(name, node)] : [];
    });
    return members.length === Object.keys(value).length ? object(members, place) : undefined;
  }
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain || value === null ? literal(value, place) : undefined;
}
