import type { Node } from 'jsonc-parser';
import { isPattern } from '../language/glob.ts';
import { parseJson } from '../language/parse.ts';
import { readArn } from '../language/arn.ts';
import { splitAction } from '../catalog/lookup.ts';
import { elementsOf, readStatement } from './checkedStatement.ts';

/** Prefixes of the services that a policy names in actions, ARNs and condition keys: what to load before checking it. */
export const servicesIn = (text: string): readonly string[] => servicesInTree(parseJson(text).root);

/** The same of a text that was parsed; of one that is no JSON there are none. */
export function servicesInTree(root: Node | undefined): readonly string[] {
  const list = elementsOf(root).get('Statement')?.value;
  const nodes = list?.type === 'array' ? (list.children ?? []) : list ? [list] : [];
  const found = new Set<string>();
  for (const statement of nodes.map(readStatement)) {
    for (const { text: action } of [...statement.actions, ...statement.notActions])
      found.add(splitAction(action)[0]);
    for (const { text: arn } of [...statement.resources, ...statement.notResources])
      found.add(readArn(arn)?.service ?? '');
    for (const { lowerKey } of statement.conditions) found.add(splitAction(lowerKey)[0]);
  }
  return [...found].filter((prefix) => prefix !== '' && prefix !== 'aws' && !isPattern(prefix)).sort();
}
