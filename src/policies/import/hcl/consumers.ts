import type { Node } from 'jsonc-parser';
import { type Candidate, listEntries, stringValue } from '../candidates.ts';
import { addressesIn, AttachedPolicies } from './attachedPolicies.ts';
import { branchesOf } from '../containers/branches.ts';
import { calledFunction, wordsOf } from '../containers/functionCalls.ts';
import { kindOfAttribute } from '../containers/terraformTypes.ts';
import type { FoundKind } from '../importReading.ts';
import type { HclNodes } from './nodes.ts';
import { joinPresences, ofCollection, type Presence, presenceOf } from './presence.ts';
import { attributeOf, type Attribute, type Block } from './tree.ts';

/** What has a policy: an attribute of a resource, and what is said of the policy by that. */
export interface Consumer {
  readonly type: string;
  readonly address: string;
  /** Of a module. */
  readonly moduleSource: string | undefined;
  readonly label: string;
  readonly title: string;
  readonly kind: FoundKind | undefined;
  readonly organizationsType: string | undefined;
  /** Whether the configuration has the attribute at all. */
  readonly presence: Presence;
  readonly about: NonNullable<Candidate['about']>;
}

/** The name of the data source whose document a value is. */
export function documentReferred(node: Node): string | undefined {
  const call = calledFunction(node);
  if (call?.name !== 'Ref') return undefined;
  const [, name] =
    /^data\.aws_iam_policy_document\.([\w-]+)(?:\..+)?\.(?:minified_)?json$/.exec(
      String(call.argument.value),
    ) ?? [];
  return name;
}

/** Who has which policy of a configuration. */
export class Consumers {
  readonly #nodes: HclNodes;
  readonly #byDocument = new Map<string, Consumer[]>();
  readonly #presences = new Map<Block, Presence>();
  readonly #boundaries: ReadonlySet<string>;
  readonly attached: AttachedPolicies;

  constructor(blocks: readonly Block[], nodes: HclNodes) {
    this.#nodes = nodes;
    this.#boundaries = new Set(blocks.flatMap((block) => addressesIn(block, 'permissions_boundary', nodes)));
    this.attached = new AttachedPolicies(blocks, nodes, (block) => this.presenceOf(block));
    for (const block of blocks)
      for (const { attribute, consumer } of this.attributesOf(block)) this.#note(attribute, consumer);
  }

  of(document: string): readonly Consumer[] {
    return this.#byDocument.get(document) ?? [];
  }

  /** Every attribute of a block and of the blocks in it, with what it would be the policy of. */
  attributesOf(block: Block): readonly { readonly attribute: Attribute; readonly consumer: Consumer }[] {
    const isResource = block.type === 'resource' || block.type === 'data';
    const [type, label] = isResource
      ? [block.labels[0] ?? '', block.labels[1] ?? '']
      : [block.type, block.labels[0] ?? ''];
    const address = isResource
      ? `${block.type === 'data' ? 'data.' : ''}${type}.${label}`
      : [block.type, ...block.labels].join('.');
    return this.#attributes(block, { type, label, address, block, presence: this.presenceOf(block) });
  }

  #attributes(
    inner: Block,
    of: Described,
  ): readonly { readonly attribute: Attribute; readonly consumer: Consumer }[] {
    return [
      ...inner.attributes.map((attribute) => ({
        attribute,
        consumer: this.#consumer(attribute.name, inner, of),
      })),
      ...inner.blocks.flatMap((block) =>
        this.#attributes(block, { ...of, presence: this.#presenceWithin(block, of.presence) }),
      ),
    ];
  }

  /** Whether a block of the configuration is there. */
  presenceOf(block: Block): Presence {
    const known = this.#presences.get(block);
    if (known) return known;
    const found = presenceOf(block, this.#nodes, () => false);
    this.#presences.set(block, found);
    return found;
  }

  /** A dynamic block is there for each entry of a collection. */
  #presenceWithin(inner: Block, outer: Presence): Presence {
    const collection = inner.type === 'dynamic' ? attributeOf(inner, 'for_each') : undefined;
    return collection
      ? joinPresences([outer, this.#nodes.aside(() => ofCollection(collection, this.#nodes))])
      : outer;
  }

  /** `attach_policy_statements = false` turns `policy_statements` off, as `create = false` does with everything. */
  #switched(argument: string, block: Block, presence: Presence): Presence {
    const switches = presenceOf(block, this.#nodes, (name) => isSwitchOf(name, argument));
    return joinPresences([presence, switches]);
  }

  #consumer(attribute: string, inner: Block, { type, label, address, block, presence }: Described): Consumer {
    const name = this.#name(inner) ?? this.#name(block) ?? label;
    const kind = kindOfAttribute(type, attribute);
    const boundary = this.#boundaries.has(address) ? 'permissions-boundary' : kind;
    const organizationsType = attributeOf(block, 'type');
    const source = type === 'module' ? attributeOf(block, 'source') : undefined;
    return {
      type,
      moduleSource: source && stringValue(this.#nodes.of(source)),
      label,
      address: inner === block ? address : `${address} (${inner.type})`,
      title: kind === 'trust' ? `${name} trust` : name,
      kind: inner.type === 'inline_policy' ? 'identity' : boundary,
      presence: isModule(type) ? this.#switched(attribute, block, presence) : presence,
      organizationsType: organizationsType && stringValue(this.#nodes.of(organizationsType)),
      about: kind === 'trust' ? this.#aboutRole(block, address) : [],
    };
  }

  #name(block: Block): string | undefined {
    const name = attributeOf(block, 'name');
    return name && stringValue(this.#nodes.of(name));
  }

  #aboutRole(block: Block, address: string): Consumer['about'] {
    const boundary = attributeOf(block, 'permissions_boundary');
    const boundaryNode = boundary && this.#nodes.of(boundary);
    return [
      ...(boundaryNode
        ? [{ code: 'boundary' as const, detail: wordsOf(boundaryNode), node: boundaryNode }]
        : []),
      ...this.#named(block).map((node) => ({ code: 'attached' as const, detail: wordsOf(node), node })),
      ...this.attached.notesOf(address),
    ];
  }

  /** Managed policies that a role itself names. */
  #named(block: Block): readonly Node[] {
    const arns = attributeOf(block, 'managed_policy_arns');
    return listEntries(arns && this.#nodes.of(arns)).filter((node) => wordsOf(node).startsWith('arn:'));
  }

  #note(attribute: Attribute, consumer: Consumer): void {
    for (const { node } of branchesOf(this.#nodes.of(attribute.value))) {
      const document = documentReferred(node);
      if (document === undefined || consumer.type === 'output') continue;
      this.#byDocument.set(document, [...(this.#byDocument.get(document) ?? []), consumer]);
    }
  }
}

/**
 * Source: https://github.com/terraform-aws-modules/terraform-aws-lambda/blob/master/iam.tf (`attach_…`) and
 * https://github.com/terraform-aws-modules/terraform-aws-sqs/blob/master/main.tf (`create_queue_policy` for `queue_policy_statements`),
 * https://github.com/cloudposse/terraform-null-label (`enabled`)
 */
const isSwitchOf = (name: string, argument: string): boolean =>
  name === 'create' ||
  name === 'enabled' ||
  name === `attach_${argument}` ||
  [argument, argument.replace(/_(?:statements?|permissions)$/, '')].some((of) => name === `create_${of}`);

interface Described {
  readonly type: string;
  readonly label: string;
  readonly address: string;
  readonly block: Block;
  readonly presence: Presence;
}

/** Whether attributes are what a module is given. */
export const isModule = (type: string): boolean => type === 'module' || type === 'inputs';

/** The conditions of what has a policy, as notes on it. */
export const conditionsOf = ({ conditions }: Presence, node: Node): NonNullable<Candidate['about']> =>
  conditions.map((detail) => ({ code: 'onlyIf' as const, detail, node }));
