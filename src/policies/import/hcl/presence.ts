import type { Node } from 'jsonc-parser';
import { stringValue } from '../candidates.ts';
import { branchesOf, conditionWords } from '../containers/branches.ts';
import { entriesOf, type Under } from './collections.ts';
import type { HclNodes } from './nodes.ts';
import type { Block, Expression } from './tree.ts';

/** Whether a block is there at all, as the configuration says. */
export interface Presence {
  /** In the words of the configuration; all of them must hold. */
  readonly conditions: readonly string[];
  /** What says that it is never there. */
  readonly never?: string;
}

const always: Presence = { conditions: [] };

/**
 * What `count`, `for_each`, and `enabled` say of a block, and the switches of a module of one of its arguments.
 * Sources: https://developer.hashicorp.com/terraform/language/meta-arguments/count, https://opentofu.org/docs/language/meta-arguments/enabled/
 */
export function presenceOf(block: Block, nodes: HclNodes, isSwitch: (name: string) => boolean): Presence {
  return nodes.aside(() => presence(block, nodes, isSwitch));
}

function presence(block: Block, nodes: HclNodes, isSwitch: (name: string) => boolean): Presence {
  const lifecycle = block.blocks.find(({ type }) => type === 'lifecycle');
  return joinPresences([
    ...block.attributes.map(({ name, value }) => {
      if (name === 'count') return ofCount(value, nodes);
      if (name === 'for_each') return ofCollection(value, nodes);
      return isSwitch(name) ? ofSwitch(value, nodes, `${name} = `) : always;
    }),
    ...(lifecycle?.attributes ?? []).map(({ name, value }) =>
      name === 'enabled' ? ofSwitch(value, nodes, '') : always,
    ),
  ]);
}

/** All of several. */
export function joinPresences(all: readonly Presence[]): Presence {
  const never = all.find((one) => one.never !== undefined)?.never;
  const conditions = [...new Set(all.flatMap((one) => one.conditions))];
  return { conditions, ...(never === undefined ? {} : { never }) };
}

/** Of a value by its conditions: those under which it is something. `undefined`: only Terraform knows. */
function ofCount(value: Expression, nodes: HclNodes): Presence {
  const branches = branchesOf(nodes.of(value)).map(({ node, choices }) => ({
    isThere: isPositive(node),
    words: conditionWords(choices),
  }));
  if (branches.some(({ isThere }) => isThere === undefined)) return onlyIf(`${nodes.wordsOf(value)} isn’t 0`);
  const there = branches.filter(({ isThere }) => isThere === true);
  if (there.length === 0) return { conditions: [], never: `count = ${nodes.wordsOf(value)}` };
  return there.length === branches.length ? always : onlyIf(alternatives(there.map(({ words }) => words)));
}

const isPositive = ({ type, value }: Node): boolean | undefined =>
  type === 'number' || type === 'string' ? Number(value) > 0 : undefined;

/** What a block is made for each entry of. */
export function ofCollection(value: Expression, nodes: HclNodes): Presence {
  const words = nodes.wordsOf(value);
  const entries = entriesOf(nodes.of(value));
  if (!entries || entries.some(({ mayBeMore }) => mayBeMore)) return onlyIf(`${words} isn’t empty`);
  if (entries.length === 0) return { conditions: [], never: `for_each = ${words}` };
  if (entries.some(({ under }) => under.length === 0)) return always;
  return onlyIf(alternatives(entries.map(({ under }) => underWords(under))));
}

/** A value that is true or false. */
function ofSwitch(value: Expression, nodes: HclNodes, before: string): Presence {
  const node = nodes.of(value);
  if (node.value === true) return always;
  const words = `${before}${nodes.wordsOf(value)}`;
  return node.value === false ? { conditions: [], never: `${before}false` } : onlyIf(words);
}

const onlyIf = (condition: string): Presence => ({ conditions: [condition] });

const alternatives = (all: readonly string[]): string => [...new Set(all)].join(' or ');

const underWords = (under: readonly Under[]): string =>
  conditionWords(new Map(under.map(({ condition, holds }) => [stringValue(condition) ?? '', holds])));
