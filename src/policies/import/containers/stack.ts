import type { Node } from 'jsonc-parser';
import { listEntries, member, membersOf, stringValue } from '../candidates.ts';
import { ReferenceNames } from './referenceNames.ts';

/** What a template or a configuration says beside its resources that the references in its policies are about. */
export interface Stack {
  readonly names: ReferenceNames;
  readonly mappings: Node | undefined;
  /** The placeholder of a reference. */
  nameOf(reference: string): string;
}

/** Placeholders of the page by the names that the text has for them: those of its own exports, where it is one. */
export type ExistingNames = ReadonlyMap<string, string>;

/** Pseudo parameter → placeholder of the page. */
const pseudoParameters: Readonly<Record<string, string>> = {
  'AWS::AccountId': 'ACCOUNT_ID',
  'AWS::Region': 'REGION',
  'AWS::Partition': 'PARTITION',
  'AWS::URLSuffix': 'DNS_SUFFIX',
};

const namesBeside = (existing: ExistingNames): ReferenceNames =>
  new ReferenceNames([...Object.values(pseudoParameters), ...existing.values()]);

/** Names are given out as policies are read, so a stack is made once for a file. */
export function stackOf(root: Node, existing: ExistingNames): Stack {
  const names = namesBeside(existing);
  for (const section of ['Parameters', 'Resources'])
    for (const id of membersOf(member(root, section)).keys()) if (!existing.has(id)) names.declare(id);
  const ours = (reference: string) =>
    Object.hasOwn(pseudoParameters, reference) ? pseudoParameters[reference] : existing.get(reference);
  return {
    names,
    mappings: member(root, 'Mappings'),
    nameOf: (reference) => ours(reference) ?? names.nameOf(reference, [reference.replace(/^AWS::/, '')]),
  };
}

/** Data sources of the AWS provider that the page has placeholders for. */
const providerData: readonly (readonly [reference: RegExp, placeholder: string])[] = [
  [/^data\.aws_caller_identity\.[^.]+(?:\.\d+)?\.account_id$/, 'ACCOUNT_ID'],
  [/^data\.aws_region\.[^.]+(?:\.\d+)?\.(?:name|id|region)$/, 'REGION'],
  [/^data\.aws_partition\.[^.]+(?:\.\d+)?\.(?:partition|id)$/, 'PARTITION'],
  [/^data\.aws_partition\.[^.]+(?:\.\d+)?\.dns_suffix$/, 'DNS_SUFFIX'],
];

/** A variable has its own name, anything else that of all its parts. */
export function stackOfConfiguration(existing: ExistingNames): Stack {
  const names = namesBeside(existing);
  const ours = (reference: string) =>
    (Object.hasOwn(pseudoParameters, reference) ? pseudoParameters[reference] : undefined) ??
    providerData.find(([pattern]) => pattern.test(reference))?.[1] ??
    existing.get(reference.replace(/^var\./, ''));
  const wordsOf = (reference: string) =>
    reference
      .replace(/^var\./, '')
      .replaceAll(/\W+/g, '_')
      .replaceAll(/^_+|_+$/g, '');
  return {
    names,
    mappings: undefined,
    nameOf: (reference) => ours(reference) ?? names.nameOf(reference, [wordsOf(reference)]),
  };
}

/** The value of a mapping, where its keys are there as texts. */
export function mappedValue({ mappings }: Stack, keys: readonly string[]): Node | undefined {
  let at = mappings;
  for (const key of keys) at = member(at, key);
  const isValue = at && (stringValue(at) !== undefined || listEntries(at).every((one) => stringValue(one)));
  return isValue && at?.type !== 'object' ? at : undefined;
}
