import type { Node } from 'jsonc-parser';
import type { Stack } from '../containers/stack.ts';
import { resolveFunctions } from '../containers/templateFunctions.ts';
import { call, list, literal, object, type Place } from '../builtNodes.ts';
import { hiddenValues } from './planText.ts';
import type { Block, Expression, ObjectEntry } from './tree.ts';

/**
 * Expressions of Terraform as the kind of tree that JSON gives, with the functions of templates: a reference is `Ref`, a text with
 * expressions `Fn::Join`, a conditional `Fn::If`. What only Terraform computes is a call of `Fn::Computed`, which is never read.
 */
export class HclNodes {
  readonly #locals: ReadonlyMap<string, Expression>;
  readonly #text: string;
  /** Locals whose values are being read: one that leads to itself is a reference. */
  readonly #open = new Set<string>();
  #steps = 0;

  readonly #stack: Stack;

  constructor(text: string, blocks: readonly Block[], stack: Stack) {
    this.#text = text;
    this.#stack = stack;
    this.#locals = new Map(
      blocks
        .filter(({ type }) => type === 'locals')
        .flatMap(({ attributes }) => attributes.map(({ name, value }) => [name, value] as const)),
    );
  }

  of(expression: Expression): Node {
    const place = { offset: expression.from, length: expression.to - expression.from };
    switch (expression.kind) {
      case 'literal':
        return literal(expression.value, place);
      case 'template':
        return this.#template(expression.parts, place);
      case 'reference':
        return this.#reference(expression, place);
      case 'list':
        return list(
          expression.entries.map((entry) => this.of(entry)),
          place,
        );
      case 'object':
        return object(
          expression.entries.map((entry) => this.#entry(entry)),
          place,
        );
      case 'conditional':
        return this.#conditional(expression, place);
      case 'call':
        return this.#call(expression.name, expression.args, place);
      case 'computed':
        return computed(expression.what, place);
      default:
        return expression satisfies never;
    }
  }

  #template(parts: readonly Expression[], place: Place): Node {
    return call(
      'Fn::Join',
      list(
        [
          literal('', place),
          list(
            parts.map((part) => this.of(part)),
            place,
          ),
        ],
        place,
      ),
      place,
    );
  }

  /** A local value of the same file is what it says there. */
  #reference({ path }: { readonly path: readonly string[] }, place: Place): Node {
    const [root = '', name = '', ...rest] = path;
    const hidden = hiddenValues.get(root);
    if (hidden !== undefined) return computed(hidden, place);
    const value = root === 'local' && rest.length === 0 ? this.#locals.get(name) : undefined;
    this.#steps += 1;
    if (!value || this.#open.has(name) || this.#steps > MAX_STEPS)
      return call('Ref', literal(path.join('.'), place), place);
    this.#open.add(name);
    const found = this.of(value);
    this.#open.delete(name);
    return moved(found, place);
  }

  #entry({ key, value }: ObjectEntry): Node {
    const at = { offset: key.from, length: key.to - key.from };
    const name =
      key.kind === 'reference' && key.path.length === 1 ? (key.path[0] ?? '') : this.textOf(this.of(key));
    const node = name === undefined ? computed('a name of an object', at) : this.of(value);
    return { type: 'property', children: [literal(name ?? '', at), node], ...at };
  }

  /** A value as one text, with placeholders for its references: a name can be nothing else. */
  textOf(node: Node): string | undefined {
    const found = resolveFunctions(node, this.#stack);
    return found.ok && typeof found.value === 'string' ? found.value : undefined;
  }

  #conditional({ condition, whether, otherwise }: Expression & { kind: 'conditional' }, place: Place): Node {
    const words = this.#text.slice(condition.from, condition.to).replaceAll(/\s+/g, ' ').trim();
    const branches = [literal(words, place), this.#branch(whether), this.#branch(otherwise)];
    return call('Fn::If', list(branches, place), place);
  }

  /** `null` means that there is no value. */
  #branch(expression: Expression): Node {
    const node = this.of(expression);
    return node.type === 'null' ? call('Ref', literal('AWS::NoValue', node), node) : node;
  }

  #call(name: string, args: readonly Expression[], place: Place): Node {
    const [first, second] = args;
    if (first && unchanged.has(name) && args.length === 1) return moved(this.of(first), place);
    if (name === 'jsonencode' && first) return moved(this.of(first), place);
    if (name === 'concat' || name === 'flatten') return this.#concat(args, place);
    if (name === 'join' && first && second)
      return call('Fn::Join', list([this.of(first), this.of(second)], place), place);
    if (name === 'format' && first?.kind === 'literal')
      return this.#format(String(first.value), args.slice(1), place);
    return computed(`the function ${name}`, place);
  }

  #concat(args: readonly Expression[], place: Place): Node {
    const lists = args.map((arg) => this.of(arg));
    if (!lists.every(({ type }) => type === 'array')) return computed('the function concat', place);
    const entries = (node: Node): readonly Node[] =>
      (node.children ?? []).flatMap((entry) => (entry.type === 'array' ? entries(entry) : [entry]));
    return list(lists.flatMap(entries), place);
  }

  /** `%s` alone: other verbs change how a value is written. */
  #format(text: string, args: readonly Expression[], place: Place): Node {
    const pieces = text.split('%s');
    if (pieces.length !== args.length + 1 || pieces.some((piece) => piece.includes('%')))
      return computed('the function format', place);
    const parts = pieces.flatMap((piece, index) => {
      const arg = args[index];
      return [literal(piece, place), ...(arg ? [this.of(arg)] : [])];
    });
    return call('Fn::Join', list([literal('', place), list(parts, place)], place), place);
  }
}

/** A file with more references to its own local values is no configuration of policies. */
const MAX_STEPS = 20_000;

/** Functions that leave the entries of a list, or a text that is JSON, as they are. */
const unchanged = new Set([
  'tolist',
  'toset',
  'compact',
  'distinct',
  'sort',
  'tostring',
  'trimspace',
  'nonsensitive',
  'sensitive',
  'chomp',
  'jsondecode',
]);

const moved = (node: Node, { offset, length }: Place): Node => ({ ...node, offset, length });

export const computed = (what: string, place: Place): Node =>
  call('Fn::Computed', literal(what, place), place);
