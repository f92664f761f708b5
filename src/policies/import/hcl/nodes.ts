import type { Node } from 'jsonc-parser';
import { call, list, literal, object, type Place } from '../builtNodes.ts';
import { membersOf } from '../candidates.ts';
import { calledFunction } from '../containers/functionCalls.ts';
import { resolveFunctions } from '../containers/templateFunctions.ts';
import { type CollectionEntry, entriesOf, partOf } from './collections.ts';
import { conditionalNode } from './conditionals.ts';
import { readExpression } from './expressions.ts';
import { forNode } from './forNode.ts';
import { functionCall } from './functionCall.ts';
import { withIndexes } from './indexes.ts';
import { localsOf } from './locals.ts';
import {
  type ConfigurationContext,
  computed,
  expanded,
  joined,
  lastOfEach,
  moved,
  pathOf,
  placedAt,
} from './nodeParts.ts';
import { hiddenValues } from './planText.ts';
import { refersTo } from './references.ts';
import { templateFiles } from './templateFiles.ts';
import { readTemplate } from './templates.ts';
import { isTestCall, valueOfTest } from './testedValues.ts';
import type { Block, Expression, ObjectEntry, Span } from './tree.ts';
import { marksOf } from './valueMarks.ts';

/**
 * Expressions of Terraform as the kind of tree that JSON gives, with the functions of templates: a reference is `Ref`, a text with
 * expressions `Fn::Join`, a conditional `Fn::If`. What only Terraform computes is a call of `Fn::Computed`, which is never read.
 */
export class HclNodes {
  readonly #locals: ReadonlyMap<string, Expression>;
  readonly #templates: ReturnType<typeof templateFiles>;
  /** What conditions are named by: the configuration, or a template while that is read. */
  #text: string;
  /** Locals whose values are being read: one that leads to itself is a reference. */
  readonly #open = new Set<string>();
  /** Local values that something refers to: what is in them is read where that is. */
  readonly usedLocals: Span[] = [];
  #steps = 0;
  #entries = 0;
  #bound: ReadonlyMap<string, Node> = new Map();

  readonly #around: ConfigurationContext;

  constructor(text: string, blocks: readonly Block[], around: ConfigurationContext) {
    this.#text = text;
    this.#around = around;
    this.#templates = templateFiles(blocks);
    this.#locals = localsOf(blocks);
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
        return object(lastOfEach(expression.entries.map((entry) => this.#entry(entry))), place);
      case 'conditional':
        return conditionalNode(expression, place, { nodes: this, text: this.#text, bound: this.#bound });
      case 'call':
        return isTestCall(expression)
          ? this.#tested(expression, `the function ${expression.name}`, place)
          : this.#call(expression, place);
      case 'part':
        return this.#part(expression, place);
      case 'for':
        return forNode(expression, place, this);
      case 'operation':
      case 'not':
        return this.#tested(expression, 'an operation', place);
      case 'computed':
        return computed(expression.what, place);
      default:
        return expression satisfies never;
    }
  }

  #tested(expression: Expression, what: string, place: Place): Node {
    const value = valueOfTest(expression, this);
    return value === undefined ? computed(what, place) : literal(value, place);
  }

  #template(parts: readonly Expression[], place: Place): Node {
    const [only, ...others] = parts;
    // A text that is one value is that value.
    if (only && others.length === 0) return moved(this.of(only), place);
    return joined(
      parts.map((part) => this.#piece(part)),
      place,
    );
  }

  #part({ of, path: written }: Expression & { kind: 'part' }, place: Place): Node {
    const path = withIndexes(written, this, this.#bound);
    const found = path && partOf(this.of(of), path);
    return moved(found ?? computed('a part of a value', place), place);
  }

  /** In a text, what is written as JSON is a text. */
  #piece(part: Expression): Node {
    const node = this.of(part);
    return marksOf(node).form === 'encoded' ? call('Fn::ToJsonString', node, node) : node;
  }

  /** Reads with names that stand for entries of a collection. */
  with<Result>(bound: ReadonlyMap<string, Node>, read: () => Result): Result {
    const before = this.#bound;
    this.#bound = new Map([...before, ...bound]);
    const result = read();
    this.#bound = before;
    return result;
  }

  /** A local value of the same file is what it says there, and so is an entry of a collection. */
  #reference({ path: written }: { readonly path: readonly string[] }, place: Place): Node {
    const path = withIndexes(written, this, this.#bound);
    if (!path) return computed('a part of a value', place);
    const [root = '', name = '', ...rest] = path;
    const hidden = hiddenValues.get(root);
    if (hidden !== undefined) return computed(hidden, place);
    const bound = this.#bound.get(root);
    if (bound) return moved(partOf(bound, path.slice(1)) ?? computed('a part of a value', place), place);
    const rendered = this.#rendered(path, place);
    if (rendered) return rendered;
    const value = root === 'local' ? this.#locals.get(name) : undefined;
    this.#steps += 1;
    const reference = call('Ref', literal(path.join('.'), place), place);
    if (!value || this.#open.has(name) || this.#steps > MAX_STEPS) return reference;
    this.usedLocals.push(value);
    this.#open.add(name);
    const found = partOf(this.of(value), rest) ?? reference;
    this.#open.delete(name);
    return moved(found, place);
  }

  /** The entries of a collection that the text has in full, as long as there are not more than in any policy. */
  entriesOf(collection: Expression): readonly CollectionEntry[] | undefined {
    const entries = entriesOf(this.of(collection));
    this.#entries += entries?.length ?? 0;
    return this.#entries > MAX_ENTRIES ? undefined : entries;
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
    const found = resolveFunctions(node, this.#around.stack);
    return found.ok && typeof found.value === 'string' ? found.value : undefined;
  }

  #call(expression: Expression & { kind: 'call' }, place: Place): Node {
    const { name, args: written, isExpanded } = expression;
    if (name === 'file' || name === 'templatefile') return this.#file(name, written, place);
    const args = written.map((arg) => this.of(arg));
    const all = isExpanded ? expanded(args) : args;
    if (!all) return computed(`the function ${name}`, place);
    return functionCall({
      name,
      args: all,
      place,
      textOf: (node) => this.textOf(node),
      words: refersTo(expression, this.#bound) ? undefined : shortWords(this.wordsOf(expression)),
    });
  }

  /** An expression as it is written, on one line. */
  wordsOf({ from, to }: Span): string {
    return this.#text.slice(from, to).replaceAll(/\s+/g, ' ').trim();
  }

  /** Reads what is no part of a policy: the local values in it are not used by that. */
  aside<Result>(read: () => Result): Result {
    const { length } = this.usedLocals;
    const result = read();
    this.usedLocals.length = length;
    return result;
  }

  /** A file that was opened as well; a template with its variables. */
  #file(name: string, [path, variables]: readonly Expression[], place: Place): Node {
    const { files, folder } = this.#around;
    const given = path && pathOf(path);
    const text = given === undefined ? undefined : files.read(given, folder);
    const unread = computed(`the function ${name}`, place);
    if (text === undefined) return unread;
    if (name === 'file') return literal(text, place);
    const names = variables && this.of(variables);
    if (names?.type !== 'object' || calledFunction(names)) return unread;
    return this.#filled(text, membersOf(names), place) ?? unread;
  }

  #filled(text: string, names: ReadonlyMap<string, Node>, place: Place): Node | undefined {
    const template = readTemplate(text, (cursor) => readExpression(cursor, 'overLines'));
    if (!template) return undefined;
    const before = this.#text;
    this.#text = text;
    const node = this.with(names, () => this.of(template));
    this.#text = before;
    return placedAt(node, place);
  }

  /** A template that is a data source, with its variables: as old configurations have it. */
  #rendered([root, type, name, attribute]: readonly string[], place: Place): Node | undefined {
    if (root !== 'data' || type !== 'template_file' || attribute !== 'rendered') return undefined;
    const source = this.#templates.get(name ?? '');
    if (!source) return undefined;
    const text = this.of(source.text);
    if (text.type !== 'string') return computed('the data source template_file', place);
    const names = [...source.variables].map(([variable, value]) => [variable, this.of(value)] as const);
    return this.#filled(String(text.value), new Map(names), place);
  }
}

/** The longest words of a call that a placeholder is named by. */
const LONGEST_WORDS = 200;

const shortWords = (words: string): string | undefined => (words.length > LONGEST_WORDS ? undefined : words);

/** A file with more references to its own local values is no configuration of policies. */
const MAX_STEPS = 20_000;

/** Entries of all collections of a file that are gone through. */
const MAX_ENTRIES = 5_000;
