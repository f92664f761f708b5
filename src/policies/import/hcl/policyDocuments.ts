import type { Node } from 'jsonc-parser';
import { listEntries, stringValue } from '../candidates.ts';
import { list, literal, object, property } from '../builtNodes.ts';
import { valueUnder } from './collections.ts';
import { DynamicBlocks, type ExpandedBlock, placeOf } from './dynamicBlocks.ts';
import { computed } from './nodeParts.ts';
import type { HclNodes } from './nodes.ts';
import {
  type ConditionValue,
  conditionElement,
  entriesOfElement,
  principalsElement,
  statementLists,
} from './statementParts.ts';
import { attributeOf, type Block, type Expression } from './tree.ts';

/**
 * A data source `aws_iam_policy_document` as the document that it makes.
 * Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
export function documentOfData(block: Block, nodes: HclNodes, data: ReadonlyMap<string, Block>): Node {
  return new DataDocument(nodes, data).of(block, new Set());
}

class DataDocument {
  readonly #nodes: HclNodes;
  readonly #data: ReadonlyMap<string, Block>;
  readonly #dynamic: DynamicBlocks;

  constructor(nodes: HclNodes, data: ReadonlyMap<string, Block>) {
    this.#nodes = nodes;
    this.#data = data;
    this.#dynamic = new DynamicBlocks(nodes);
  }

  #blocksOf(block: Block, type: string): readonly ExpandedBlock[] {
    return this.#dynamic.of(block, type);
  }

  /** A statement whose conditions or principals depend on something is one form or another. */
  #statementOf({ block, bound }: ExpandedBlock): Node {
    return this.#nodes.with(bound, () =>
      this.#dynamic.inEachForm(block, ['condition', 'principals', 'not_principals'], () =>
        this.#statement(block),
      ),
    );
  }

  /** `open`: documents that are made of this one. */
  of(block: Block, open: ReadonlySet<Block>): Node {
    const place = placeOf(block);
    const problem = this.#problem(block);
    if (problem) return object([property('Statement', problem)], place);
    const version = attributeOf(block, 'version');
    const id = attributeOf(block, 'policy_id');
    const sources = this.#sources(block, new Set([...open, block]));
    if (!sources) return object([property('Statement', computed('source_policy_documents', place))], place);
    const statements = [
      ...sources,
      ...this.#blocksOf(block, 'statement').map((one) => valueUnder(this.#statementOf(one), one.under)),
    ];
    return object(
      [
        property('Version', version ? this.#nodes.of(version) : literal('2012-10-17', place)),
        ...(id ? [property('Id', this.#nodes.of(id))] : []),
        property('Statement', list(statements, place)),
      ],
      place,
    );
  }

  /** What of a document only Terraform computes. */
  #problem(block: Block): Node | undefined {
    const dynamic = this.#dynamic.unknownIn(block);
    if (dynamic) return computed('a dynamic block', placeOf(dynamic));
    const name = ['override_policy_documents', 'override_json', 'source_json'].find((one) =>
      attributeOf(block, one),
    );
    return name === undefined ? undefined : computed(name, placeOf(block));
  }

  /** The statements of the documents that this one begins with; nothing where one is not here, or its Sid comes twice. */
  #sources(block: Block, open: ReadonlySet<Block>): readonly Node[] | undefined {
    const listed = attributeOf(block, 'source_policy_documents');
    if (!listed) return [];
    const node = this.#nodes.of(listed);
    if (node.type !== 'array') return undefined;
    const found = listEntries(node).map((entry) => this.#statementsOf(entry, open));
    const statements = found.flatMap((one) => one ?? []);
    const sids = [...statements.map(sidOf), ...block.blocks.map((one) => this.#sidOfBlock(one))].filter(
      Boolean,
    );
    return found.includes(undefined) || new Set(sids).size < sids.length ? undefined : statements;
  }

  #statementsOf(entry: Node, open: ReadonlySet<Block>): readonly Node[] | undefined {
    const reference = String(entry.children?.[0]?.children?.[1]?.value);
    const [, name = ''] = /^data\.aws_iam_policy_document\.([\w-]+)\.json$/.exec(reference) ?? [];
    const block = this.#data.get(name);
    if (!block || open.has(block)) return undefined;
    const document = this.of(block, open);
    const statements = document.children?.find(({ children: [key] = [] }) => key?.value === 'Statement');
    return statements?.children?.[1]?.children;
  }

  #sidOfBlock(block: Block): string | undefined {
    const sid = attributeOf(block, 'sid');
    return sid && stringValue(this.#nodes.of(sid));
  }

  #statement(block: Block): Node {
    const value = (name: string): Expression | undefined => attributeOf(block, name);
    const [sid, effect] = [value('sid'), value('effect')];
    const lists = statementLists.flatMap(([name, element]) => {
      const given = value(name);
      return given ? [property(element, this.#entries(given, name.endsWith('resources')))] : [];
    });
    const of = (type: string) => this.#dynamic.there(block, type);
    return object(
      [
        ...(sid ? [property('Sid', this.#nodes.of(sid))] : []),
        property('Effect', effect ? this.#nodes.of(effect) : literal('Allow', placeOf(block))),
        ...lists,
        ...this.#principals('Principal', of('principals')),
        ...this.#principals('NotPrincipal', of('not_principals')),
        ...this.#conditions(of('condition')),
      ],
      placeOf(block),
    );
  }

  #entries(value: Expression, hasVariables: boolean): Node {
    return entriesOfElement(this.#nodes.of(value), hasVariables);
  }

  #principals(element: string, blocks: readonly ExpandedBlock[]): readonly Node[] {
    const given = blocks.map(({ block, bound }) =>
      this.#nodes.with(bound, () => {
        const [type, identifiers] = [attributeOf(block, 'type'), attributeOf(block, 'identifiers')];
        const place = placeOf(block);
        const name = (type && stringValue(this.#nodes.of(type))) ?? '';
        return { name, value: identifiers ? this.#entries(identifiers, true) : literal('', place), place };
      }),
    );
    return principalsElement(element, given);
  }

  #conditions(blocks: readonly ExpandedBlock[]): readonly Node[] {
    return conditionElement(
      blocks.map(({ block, bound }) => this.#nodes.with(bound, () => this.#condition(block))),
    );
  }

  #condition(block: Block): ConditionValue {
    const [test, variable, values] = ['test', 'variable', 'values'].map((name) => attributeOf(block, name));
    const operator = (test && stringValue(this.#nodes.of(test))) ?? '';
    const name = (variable && this.#nodes.textOf(this.#nodes.of(variable))) ?? '';
    const isKnown = operator !== '' && name !== '' && values;
    const place = placeOf(block);
    const value = isKnown ? this.#entries(values, true) : computed('a condition', place);
    return { operator, name, value, place };
  }
}

const sidOf = (statement: Node): string | undefined => {
  const sid = statement.children?.find(({ children: [key] = [] }) => key?.value === 'Sid');
  return stringValue(sid?.children?.[1]);
};
