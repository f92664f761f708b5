import type { Node } from 'jsonc-parser';
import { list, literal, object, property } from '../builtNodes.ts';
import { type ProgramNames, programValueAt } from '../programValues.ts';
import { placeholderOf } from '../../language/placeholder.ts';
import { computed } from '../hcl/nodeParts.ts';
import {
  SPACE,
  COMMENT,
  ARGUMENT_NAME,
  COMMA,
  ASSIGNS,
  NAME,
  QUOTED,
  PLAIN,
  ENDS,
  FILLED,
  LIST,
  OBJECT,
  PAIRS,
  MADE_OF,
  WRAPPERS,
  TAG,
  EFFECT,
  WORDS,
  WORD,
  GETTER,
} from './programTokens.ts';

/**
 * Values of programs, as far as TypeScript, Python, Java, C# and Go write them alike: texts, names, lists, objects, and calls with
 * arguments. What is anything else is not read, with the place where that shows.
 */
export class ProgramReader {
  at: number;
  readonly text: string;
  readonly #names: ProgramNames;
  #depth = 0;

  constructor(text: string, at: number, names: ProgramNames) {
    this.text = text;
    this.at = at;
    this.#names = names;
  }

  /** A value with its place; nothing where what is here is none. */
  value(): Node | undefined {
    this.skip();
    if (this.#depth > MAX_DEPTH) return undefined;
    this.#depth += 1;
    const found = this.#list() ?? this.#object() ?? this.#wrapped() ?? this.#text() ?? this.#name();
    this.#depth -= 1;
    return found;
  }

  /** Arguments in their order, and those with names; behind the opening bracket. */
  args(): ProgramArguments | undefined {
    const args: Node[] = [];
    const named: Node[] = [];
    for (this.skip(); !this.#take(')'); this.skip()) {
      const from = this.at;
      const name = this.#match(ARGUMENT_NAME)?.replace(/\s*=\s*$/, '');
      const value = this.value();
      if (!value || !this.#separated(')')) return undefined;
      if (name === undefined) args.push(value);
      else named.push(this.#property(name, value, from));
    }
    return { args, named };
  }

  skip(): void {
    for (;;) {
      if (this.#match(SPACE) === undefined && this.#match(COMMENT) === undefined) return;
    }
  }

  /** Goes over a pattern with the flag `y`. */
  match(pattern: RegExp): string | undefined {
    this.skip();
    return this.#match(pattern);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  #take(part: string): boolean {
    const isHere = this.text.startsWith(part, this.at);
    if (isHere) this.at += part.length;
    return isHere;
  }

  /** Behind a value: a comma, or the end of what it is in. */
  #separated(close: string): boolean {
    this.skip();
    return this.#take(',') || this.text.startsWith(close, this.at);
  }

  #place = (from: number) => ({ offset: from, length: this.at - from });

  #property(name: string, value: Node, from: number): Node {
    const key = literal(name, { offset: from, length: name.length });
    return { type: 'property', children: [key, value], ...this.#place(from) };
  }

  /** `[…]`, `List.of(…)`, `new[] { … }`, `[]string{…}`. */
  #list(): Node | undefined {
    const from = this.at;
    const opening = this.#match(LIST);
    if (opening === undefined) return undefined;
    const close = { '[': ']', '(': ')', '{': '}' }[opening.slice(-1)] ?? ']';
    const entries: Node[] = [];
    for (this.skip(); !this.#take(close); this.skip()) {
      // Behind a star, Python has the entries of another list, and Go what a pointer is to.
      const entry = close === ']' && this.text.charAt(this.at) === '*' ? undefined : this.value();
      if (!entry || !this.#separated(close)) return this.#back(from);
      entries.push(entry);
    }
    return list(entries, this.#place(from));
  }

  #back(from: number): undefined {
    this.at = from;
  }

  /** `{ name: value }`, a type with such braces, `Map.of(name, value)`, and arguments with names of what makes a statement. */
  #object(): Node | undefined {
    const from = this.at;
    if (this.#match(PAIRS) !== undefined) return this.#pairs(from);
    const made = this.#match(MADE_OF);
    if (made !== undefined) {
      const read = this.args();
      const [only, ...more] = read?.args ?? [];
      if (!read || more.length > 0 || (only && read.named.length > 0)) return this.#back(from);
      return only ?? object(read.named, this.#place(from));
    }
    return this.#match(OBJECT) === undefined ? undefined : this.#members(from);
  }

  #members(from: number): Node | undefined {
    const members: Node[] = [];
    for (this.skip(); !this.#take('}'); this.skip()) {
      const member = this.#member();
      if (!member || !this.#separated('}')) return this.#back(from);
      members.push(member);
    }
    return object(members, this.#place(from));
  }

  /** `name: v`, `"name": v`, `["name"] = v`, `{ "name", v }`. */
  #member(): Node | undefined {
    const from = this.at;
    const isPair = this.#take('{');
    const isIndex = !isPair && this.#take('[');
    this.skip();
    const name = this.#match(QUOTED)?.slice(1, -1) ?? (isPair || isIndex ? undefined : this.#match(NAME));
    this.skip();
    if (name === undefined || (isIndex && !this.#take(']'))) return undefined;
    this.skip();
    if (this.#match(isPair ? COMMA : ASSIGNS) === undefined) return undefined;
    const value = this.value();
    this.skip();
    if (!value || (isPair && !this.#take('}'))) return undefined;
    return this.#property(name, value, from);
  }

  #pairs(from: number): Node | undefined {
    const read = this.args();
    const { args = [], named = [] } = read ?? {};
    if (!read || named.length > 0 || args.length % 2 !== 0) return this.#back(from);
    const members = args.flatMap((key, at) => {
      const value = args[at + 1];
      return at % 2 === 0 && value && typeof key.value === 'string' ? [property(key.value, value)] : [];
    });
    return members.length === args.length / 2 ? object(members, this.#place(from)) : this.#back(from);
  }

  /** `jsii.String(v)`, and others that say only what type a value has. */
  #wrapped(): Node | undefined {
    const from = this.at;
    if (this.#match(WRAPPERS) === undefined) return undefined;
    const value = this.value();
    this.skip();
    return value && this.#take(')') ? { ...value, ...this.#place(from) } : this.#back(from);
  }

  #text(): Node | undefined {
    const from = this.at;
    const plain = this.#match(PLAIN);
    if (plain !== undefined) {
      this.skip();
      // It goes on: what is put together is read as a whole.
      if (!FILLED.test(plain) && ENDS.test(this.text.slice(this.at, this.at + 1))) {
        this.at = from + plain.length;
        return literal(plain.slice(1, -1), this.#place(from));
      }
      this.at = from;
    }
    this.#match(TAG);
    const found = programValueAt(this.text, this.at, this.#names);
    if (!found || WORDS.has(found.found)) return this.#back(from);
    this.at += found.found.length;
    const place = this.#place(from);
    const { value } = found;
    const [, effect] = EFFECT.exec(found.found) ?? [];
    if (effect !== undefined) return literal(effect.toLowerCase() === 'deny' ? 'Deny' : 'Allow', place);
    return typeof value === 'string'
      ? literal(value, place)
      : list(
          value.map((one) => literal(one, place)),
          place,
        );
  }

  /** A word, a number, or what a call without arguments gives: `bucket.getBucketArn()`, also with a text behind it. */
  #name(): Node | undefined {
    const from = this.at;
    const word = this.#match(WORD);
    if (word !== undefined) return literal(WORDS.get(word) ?? Number(word), this.#place(from));
    const name = this.#match(GETTER);
    if (name === undefined) return undefined;
    const text = placeholderOf(this.#names.placeholderFor(name.replaceAll(/^\*|\(\)/g, '')));
    this.skip();
    const isLonger = this.#take('+');
    const rest = isLonger ? this.value() : undefined;
    if (isLonger && typeof rest?.value !== 'string') return this.#back(from);
    const place = this.#place(from);
    return isLonger || ENDS.test(this.text.slice(this.at, this.at + 1))
      ? literal(`${text}${String(rest?.value ?? '')}`, place)
      : computed(name, place);
  }
}

export interface ProgramArguments {
  readonly args: readonly Node[];
  /** Properties. */
  readonly named: readonly Node[];
}

const MAX_DEPTH = 30;
