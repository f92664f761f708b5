import type { Node } from 'jsonc-parser';
import { hasPlaceholder, placeholderOf, replacePlaceholders } from '../../language/placeholder.ts';
import { type Choices, listEntries, member, stringValue } from '../candidates.ts';
import { calledFunction, isNoValue } from './functionCalls.ts';
import { mappedValue, type Stack } from './stack.ts';

/**
 * What a template's functions give without the stack's values. What only the stack knows is a placeholder with its name, one for
 * each value; a branch counts where its condition is chosen; a value that could be more than that is not read at all.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
export type ResolvedValue =
  | { readonly ok: true; readonly value: unknown; readonly standIns: readonly StandIn[] }
  | (Unresolved & { readonly ok: false });

export interface Unresolved {
  readonly node: Node;
  /** The function. */
  readonly detail: string;
  /** A condition that has to be chosen first. */
  readonly undecided?: string;
}

/** A placeholder in place of a value that only the stack has. */
export interface StandIn {
  readonly node: Node;
  readonly text: string;
}

/** A value with every function in it resolved, or the first that cannot be. Keys are defined, never assigned. */
export function resolveFunctions(node: Node, stack: Stack, choices: Choices = new Map()): ResolvedValue {
  const resolver = new Resolver(stack, choices);
  const value = resolver.valueOf(node);
  if (resolver.failure) return { ok: false, ...resolver.failure };
  return value === NOTHING
    ? { ok: false, node, detail: 'Ref' }
    : { ok: true, value, standIns: resolver.standIns };
}

/** In place of a value that is not there. */
const NOTHING = Symbol('AWS::NoValue');

class Resolver {
  readonly standIns: StandIn[] = [];
  failure: Unresolved | undefined;
  readonly #stack: Stack;
  readonly #choices: Choices;

  constructor(stack: Stack, choices: Choices) {
    this.#stack = stack;
    this.#choices = choices;
  }

  /** Nothing that counts once something failed. */
  valueOf(node: Node): unknown {
    const call = calledFunction(node);
    if (call) return this.#call(call.name, call.argument, node);
    if (node.type === 'array') return this.#list(node);
    if (node.type !== 'object') return node.value;
    return Object.fromEntries(
      (node.children ?? []).flatMap(({ children: [key, child] = [] }) => {
        const value = child && this.valueOf(child);
        return !key || value === NOTHING ? [] : [[String(key.value), value]];
      }),
    );
  }

  #list = (node: Node): readonly unknown[] =>
    listEntries(node)
      .map((entry) => this.valueOf(entry))
      .filter((value) => value !== NOTHING);

  #fail(node: Node, detail: string, undecided?: string): undefined {
    this.failure ??= { node, detail, ...(undecided === undefined ? {} : { undecided }) };
    return undefined;
  }

  #call(name: string, argument: Node, node: Node): unknown {
    const given = this.#valueOfCall(name, argument, node);
    return given === undefined ? this.#fail(node, name) : given;
  }

  #valueOfCall(name: string, argument: Node, node: Node): unknown {
    switch (name) {
      case 'Ref':
        return isNoValue(node) ? NOTHING : this.#reference(stringValue(argument), node);
      case 'Fn::GetAtt':
        return this.#reference(this.#attribute(argument), node);
      case 'Fn::ImportValue':
        return this.#imported(this.#textOf(argument), node);
      case 'Fn::Sub':
        return this.#substitute(argument, node);
      case 'Fn::Join':
        return this.#join(argument, node);
      case 'Fn::Split':
        return this.#split(argument, node);
      case 'Fn::Select':
        return this.#select(argument, node);
      case 'Fn::FindInMap':
        return this.#mapped(argument, node);
      case 'Fn::If':
        return this.#branch(argument, node);
      case 'Fn::Computed':
        return this.#fail(node, stringValue(argument) ?? '');
      case 'Fn::ToJsonString':
        return JSON.stringify(this.valueOf(argument));
      default:
        return undefined;
    }
  }

  /** A parameter, a resource or an attribute of one: by its name. */
  #reference(name: string | undefined, node: Node): string | undefined {
    if (name === undefined || name === 'AWS::NoValue') return undefined;
    return this.#standIn(this.#stack.nameOf(name), node);
  }

  #standIn(name: string, node: Node): string {
    const text = placeholderOf(name);
    this.standIns.push({ node, text });
    return text;
  }

  /** A value that is made of others: one placeholder for all of it. */
  #madeOf(reference: string, words: readonly string[], node: Node): string {
    return this.#standIn(this.#stack.names.nameOf(reference, words), node);
  }

  #attribute(argument: Node): string | undefined {
    if (argument.type === 'string') return stringValue(argument);
    const parts = listEntries(argument).map((part) => this.#textOf(part));
    return parts.length === 2 && parts.every((part) => part !== undefined) ? parts.join('.') : undefined;
  }

  #imported(name: string | undefined, node: Node): string | undefined {
    return name === undefined ? undefined : this.#madeOf(`import ${name}`, [wordsOf(name)], node);
  }

  /** The text of a value that is one. What it is made of is not noted: a placeholder for the whole takes its place. */
  #textOf(node: Node): string | undefined {
    const before = this.standIns.length;
    const value = this.valueOf(node);
    this.standIns.length = before;
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
  }

  /** `${!Name}` is the text `${Name}`: a policy variable of IAM. */
  #substitute(argument: Node, node: Node): string | undefined {
    const [first, map] = argument.type === 'array' ? listEntries(argument) : [argument];
    const text = stringValue(first);
    let isWhole = true;
    const value = text?.replace(/\$\{(!?)([^{}]{1,500})\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      const given = member(map, name.trim());
      const found = given ? this.valueOf(given) : this.#reference(name.trim(), node);
      if (typeof found === 'number' || typeof found === 'string') return String(found);
      isWhole = false;
      return '';
    });
    return isWhole ? this.#resolved(value, node) : undefined;
  }

  /** `{{resolve:ssm:…}}` in a text: CloudFormation puts the value there. */
  #resolved(text: string | undefined, node: Node): string | undefined {
    return text?.replace(/\{\{\s*(resolve:[^{}]{1,200}?)\s*\}\}/g, (_, reference: string) =>
      this.#standIn(this.#stack.nameOf(reference), node),
    );
  }

  #join(argument: Node, node: Node): string | undefined {
    const [delimiter, list] = listEntries(argument);
    const between: unknown = delimiter?.value;
    if (typeof between !== 'string' || !list) return undefined;
    const parts = this.valueOf(list);
    if (typeof parts === 'string' && hasPlaceholder(parts)) {
      this.standIns.pop();
      return this.#madeOf(`join ${between} ${parts}`, [wordsOf(parts), 'Joined'], node);
    }
    const isText = (part: unknown) => typeof part === 'string' || typeof part === 'number';
    return Array.isArray(parts) && parts.every(isText) ? parts.join(between) : undefined;
  }

  #split(argument: Node, node: Node): unknown {
    const [delimiter, source] = listEntries(argument);
    const [between, text] = [stringValue(delimiter), source && this.#textOf(source)];
    if (between === undefined || text === undefined) return undefined;
    if (!hasPlaceholder(text)) return text.split(between);
    return this.#madeOf(`split ${between} ${text}`, [wordsOf(text), 'List'], node);
  }

  #select(argument: Node, node: Node): unknown {
    const [index, list] = listEntries(argument);
    const place = index && Number(this.#textOf(index));
    if (place === undefined || !Number.isInteger(place) || !list) return undefined;
    const before = this.standIns.length;
    const found = this.valueOf(list);
    if (Array.isArray(found)) {
      const selected: unknown = found[place];
      return selected;
    }
    this.standIns.length = before;
    if (typeof found !== 'string') return undefined;
    const words = wordsOf(found).replace(/List$/, '');
    return this.#madeOf(`select ${place} ${found}`, [words, String(place)], node);
  }

  #mapped(argument: Node, node: Node): unknown {
    const [first, ...others] = listEntries(argument).map((key) => this.#textOf(key));
    const keys = [first, ...others.slice(0, 2)];
    if (keys.length !== 3 || !keys.every((key) => key !== undefined)) return undefined;
    const value = mappedValue(this.#stack, keys);
    if (value) return this.valueOf(value);
    return this.#madeOf(`map ${keys.join(' ')}`, keys.map(wordsOf), node);
  }

  #branch(argument: Node, node: Node): unknown {
    const [condition, whether, otherwise] = listEntries(argument);
    const name = stringValue(condition);
    if (name === undefined || !whether || !otherwise) return undefined;
    const isTrue = this.#choices.get(name);
    if (isTrue === undefined) return this.#fail(node, 'Fn::If', name);
    return this.valueOf(isTrue ? whether : otherwise);
  }
}

/** A text without the brackets of its placeholders. */
const wordsOf = (text: string): string => replacePlaceholders(text, (name) => ` ${name} `);
