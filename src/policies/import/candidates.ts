import type { Node } from 'jsonc-parser';
import type { FoundKind, Note, RefusalCode } from './importReading.ts';

/** Condition of a template → whether it holds. */
export type Choices = ReadonlyMap<string, boolean>;

/** A policy document in a tree. */
export interface Candidate {
  /** The document as an object, or a string that holds it. */
  readonly node: Node;
  /** Absent where what holds it does not say: then the document decides. */
  readonly kind?: FoundKind;
  readonly title?: string;
  /** Where it comes from, in words. */
  readonly source: string;
  /** The text has it in pieces: its own is written anew. */
  readonly isAnew?: true;
  /** Of a template: the conditions under which it is there, as this one. */
  readonly choices?: Choices;
  /** What to know about what it belongs to, with the place. */
  readonly about?: readonly (Pick<Note, 'code' | 'detail'> & { readonly node: Node })[];
}

/** A place where a policy should be, and that cannot be read. */
export interface UnreadPlace {
  readonly node: Node;
  readonly code: RefusalCode;
  readonly detail: string;
  /** What it would be the policy of. */
  readonly name?: string;
}

export interface CandidateSearch {
  readonly candidates: readonly Candidate[];
  readonly unreadPlaces: readonly UnreadPlace[];
}

export const noCandidates: CandidateSearch = { candidates: [], unreadPlaces: [] };

export const joinCandidates = (all: readonly CandidateSearch[]): CandidateSearch => ({
  candidates: all.flatMap(({ candidates: found }) => found),
  unreadPlaces: all.flatMap(({ unreadPlaces: missed }) => missed),
});

/** Members of an object by key; the first of equal ones. Empty for anything else. */
export function membersOf(node: Node | undefined): ReadonlyMap<string, Node> {
  const members = new Map<string, Node>();
  if (node?.type !== 'object') return members;
  for (const { children: [key, value] = [] } of node.children ?? []) {
    const name = String(key?.value);
    if (value && !members.has(name)) members.set(name, value);
  }
  return members;
}

/** A name that an object has twice: which of them counts, languages and tools answer in different ways. */
export function repeatedName({ children = [] }: Node): string | undefined {
  const names = children.map(({ children: [key] = [] }) => String(key?.value));
  return names.find((name, index) => names.indexOf(name) < index);
}

/** The first member of an object under a key. Most nodes are asked for a few keys: a map of all would cost more than the search. */
export function member(node: Node | undefined, key: string): Node | undefined {
  if (node?.type !== 'object') return undefined;
  for (const { children: [name, value] = [] } of node.children ?? [])
    if (value && String(name?.value) === key) return value;
  return undefined;
}

export const listEntries = (node: Node | undefined): readonly Node[] =>
  node?.type === 'array' ? (node.children ?? []) : [];

/** The text of a string that is not empty. */
export function stringValue(node: Node | undefined): string | undefined {
  const value: unknown = node?.type === 'string' ? node.value : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Whether an object is a policy document: nothing else has statements. */
export const isDocument = (node: Node): boolean => {
  const statement = member(node, 'Statement');
  return statement?.type === 'array' || statement?.type === 'object';
};

/** Whether a string holds what could be a policy document, as JSON or in the notation of URLs. */
export const isDocumentText = (node: Node): boolean =>
  node.type === 'string' && /^\s*(?:\{|%7B)[^]*Statement/i.test(String(node.value));

/** Whether a statement of a document says who it is for: without, it is no policy of a resource, whatever it is called. */
export const namesPrincipals = (node: Node): boolean => {
  const statements = member(node, 'Statement');
  const all = statements?.type === 'array' ? listEntries(statements) : statements ? [statements] : [];
  return node.type === 'string'
    ? /(?:"|%22)(?:Not)?Principal(?:"|%22)/.test(String(node.value))
    : all.some((one) => member(one, 'Principal') ?? member(one, 'NotPrincipal'));
};

/** Whether an object could be a part of a policy by its keys, or a list has such an object. */
export const isPolicyLike = (node: Node): boolean =>
  ['Statement', 'Effect', 'Action'].some((key) => member(node, key) !== undefined) ||
  listEntries(node).some(isPolicyLike);

/**
 * A policy of AWS Organizations by its `Type`. Those that are no service control policies grant and limit in other ways.
 * Source: https://docs.aws.amazon.com/organizations/latest/APIReference/API_PolicySummary.html
 */
export function organizationsPolicyKind(
  type: string | undefined,
  source: string,
): Required<Pick<Candidate, 'kind' | 'source'>> {
  if (type === undefined || type === 'SERVICE_CONTROL_POLICY') return { kind: 'service-control', source };
  if (type === 'RESOURCE_CONTROL_POLICY') return { kind: 'resource-control', source };
  return { kind: 'resource', source: `${source}, ${type}` };
}

/** A key above a node that its object has twice. Readers differ in which of two they take. */
export function repeatedKeyAbove(node: Node): Node | undefined {
  for (let at = node; at.parent; at = at.parent) {
    const [key] = at.parent.type === 'property' ? (at.parent.children ?? []) : [];
    if (key && isRepeatedKey(key, at.parent.parent)) return key;
  }
  return undefined;
}

const keyCounts = new WeakMap<Node, ReadonlyMap<unknown, number>>();

function isRepeatedKey(key: Node, object: Node | undefined): boolean {
  if (!object) return false;
  const counts = keyCounts.get(object) ?? countKeys(object);
  keyCounts.set(object, counts);
  return (counts.get(key.value) ?? 0) > 1;
}

function countKeys({ children = [] }: Node): ReadonlyMap<unknown, number> {
  const counts = new Map<unknown, number>();
  for (const { children: [key] = [] } of children) counts.set(key?.value, (counts.get(key?.value) ?? 0) + 1);
  return counts;
}
