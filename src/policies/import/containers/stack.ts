import type { Node } from 'jsonc-parser';
import { listEntries, member, membersOf, stringValue } from '../candidates.ts';
import { ReferenceNames } from './referenceNames.ts';

/** What a template says beside its resources that the functions in its policies refer to. */
export interface Stack {
  readonly names: ReferenceNames;
  readonly mappings: Node | undefined;
  /** Placeholders of the page that a parameter of its own export stands for, by the parameter's name. */
  readonly own: ReadonlyMap<string, string>;
}

/** Pseudo parameter → placeholder of the page. */
export const pseudoParameters: Readonly<Record<string, string>> = {
  'AWS::AccountId': 'ACCOUNT_ID',
  'AWS::Region': 'REGION',
  'AWS::Partition': 'PARTITION',
  'AWS::URLSuffix': 'DNS_SUFFIX',
};

/** Names are given out as policies are read, so a stack is made once for a file. */
export function stackOf(root: Node, own: ReadonlyMap<string, string>): Stack {
  const names = new ReferenceNames([...Object.values(pseudoParameters), ...own.values()]);
  for (const section of ['Parameters', 'Resources'])
    for (const id of membersOf(member(root, section)).keys()) if (!own.has(id)) names.declare(id);
  return { names, mappings: member(root, 'Mappings'), own };
}

/** The value of a mapping, where its keys are there as texts. */
export function mappedValue({ mappings }: Stack, keys: readonly string[]): Node | undefined {
  let at = mappings;
  for (const key of keys) at = member(at, key);
  const isValue = at && (stringValue(at) !== undefined || listEntries(at).every((one) => stringValue(one)));
  return isValue && at?.type !== 'object' ? at : undefined;
}
