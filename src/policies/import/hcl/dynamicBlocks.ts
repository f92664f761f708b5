import type { Node } from 'jsonc-parser';
import { call, list, object, type Place, property } from '../builtNodes.ts';
import { stringValue } from '../candidates.ts';
import type { Under } from './collections.ts';
import { computed } from './nodeParts.ts';
import type { HclNodes } from './nodes.ts';
import { attributeOf, type Block } from './tree.ts';

/** A block as it is in the end, with the names that stand for an entry of a collection in it. */
export interface ExpandedBlock {
  readonly block: Block;
  readonly bound: ReadonlyMap<string, Node>;
  readonly under: readonly Under[];
}

/**
 * Dynamic blocks over collections that the text has in full: one block for each entry.
 * Source: https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks
 */
export class DynamicBlocks {
  readonly #nodes: HclNodes;
  /** Conditions, in their words, that are decided for what is being read. */
  #assumed: ReadonlyMap<string, boolean> = new Map();

  constructor(nodes: HclNodes) {
    this.#nodes = nodes;
  }

  /** A dynamic block in another that cannot be read: over entries that only Terraform knows. */
  unknownIn(block: Block): Block | undefined {
    for (const inner of block.blocks) {
      if (inner.type !== 'dynamic') {
        const below = this.unknownIn(inner);
        if (below) return below;
        continue;
      }
      const expanded = this.#expand(inner);
      if (!expanded) return inner;
      for (const one of expanded) {
        const below = this.#nodes.with(one.bound, () => this.unknownIn(one.block));
        if (below) return below;
      }
    }
    return undefined;
  }

  /** The blocks of a type in another one, in the order of the text. */
  of(block: Block, type: string): readonly ExpandedBlock[] {
    return block.blocks.flatMap((inner): readonly ExpandedBlock[] => {
      if (inner.type === type) return [{ block: inner, bound: new Map(), under: [] }];
      const isOfType = inner.type === 'dynamic' && inner.labels[0] === type;
      return isOfType ? (this.#expand(inner) ?? []) : [];
    });
  }

  /** Those that are there under what is assumed. */
  there(block: Block, type: string): readonly ExpandedBlock[] {
    return this.of(block, type).filter(({ under }) =>
      under.every(({ condition, holds }) => this.#assumed.get(wordsOf(condition)) === holds),
    );
  }

  /** What a block makes under each of the conditions that blocks in it depend on. */
  inEachForm(block: Block, types: readonly string[], make: () => Node): Node {
    const conditions = types.flatMap((type) =>
      this.of(block, type).flatMap(({ under }) => under.map(({ condition }) => condition)),
    );
    const open = conditions.find((condition) => !this.#assumed.has(wordsOf(condition)));
    if (!open) return make();
    const place = placeOf(block);
    if (this.#assumed.size >= MOST_CONDITIONS) return computed('a dynamic block', place);
    const form = (holds: boolean): Node => {
      const before = this.#assumed;
      this.#assumed = new Map([...before, [wordsOf(open), holds]]);
      const made = this.inEachForm(block, types, make);
      this.#assumed = before;
      return made;
    };
    return call('Fn::If', list([open, form(true), form(false)], place), place);
  }

  #expand(dynamic: Block): readonly ExpandedBlock[] | undefined {
    const [label = ''] = dynamic.labels;
    const [collection, iterator] = [attributeOf(dynamic, 'for_each'), attributeOf(dynamic, 'iterator')];
    const content = dynamic.blocks.find(({ type }) => type === 'content');
    const entries = collection && this.#nodes.entriesOf(collection);
    if (!content || !entries || entries.some(({ mayBeMore }) => mayBeMore)) return undefined;
    const name = iterator?.kind === 'reference' ? (iterator.path[0] ?? label) : label;
    return entries.map(({ key, value, under }) => {
      const place = { offset: value.offset, length: value.length };
      const entry = object([property('key', key), property('value', value)], place);
      return { block: content, bound: new Map([[name, entry]]), under };
    });
  }
}

/** A statement in more forms is not offered in each of them. */
const MOST_CONDITIONS = 3;

const wordsOf = (condition: Node): string => stringValue(condition) ?? '';

export const placeOf = ({ from, to }: Block): Place => ({ offset: from, length: to - from });
