import type { Context } from './context.ts';

/**
 * Text after its policy variables have been replaced. Characters at the places in `literal` mean themselves: `${*}`, and
 * whatever a variable brought in.
 */
export interface Text {
  readonly text: string;
  readonly literal?: ReadonlySet<number>;
}

/** A variable without a value: the key that has none. */
export interface Unresolved {
  readonly missing: string;
}

/** Text of a policy that may have variables in it. */
export interface Template {
  /** The text itself where it has no variables to ask the context for. */
  readonly fixed?: Text;
  resolve(context: Context): Text | Unresolved;
}

export const isUnresolved = (text: Text | Unresolved): text is Unresolved => 'missing' in text;

type Part = string | { readonly literal: string } | { readonly key: string; readonly fallback?: string };

const VARIABLE = /\$\{([^}]*)\}/g;
const WITH_DEFAULT = /^\s*([^,']+?)\s*,\s*'([^']*)'\s*$/;
const KEY = /^\s*([^,']+?)\s*$/;

/**
 * A template from text of a policy. Variables are replaced only where the policy has `Version` 2012-10-17; else they are
 * plain text.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function templateOf(text: string, withVariables: boolean): Template {
  if (!withVariables || !text.includes('${')) return fixedTemplate({ text });
  const parts = partsOf(text);
  if (parts.some((part) => typeof part !== 'string' && 'key' in part))
    return { resolve: (context) => join(parts, context) };
  const joined = join(parts);
  return isUnresolved(joined) ? fixedTemplate({ text }) : fixedTemplate(joined);
}

const fixedTemplate = (fixed: Text): Template => ({ fixed, resolve: () => fixed });

function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const found of text.matchAll(VARIABLE)) {
    parts.push(text.slice(end, found.index), variable(found[1] ?? '', found[0]));
    end = found.index + found[0].length;
  }
  return [...parts, text.slice(end)];
}

function variable(inner: string, whole: string): Part {
  if (inner === '*' || inner === '?' || inner === '$') return { literal: inner };
  const [, key, fallback] = WITH_DEFAULT.exec(inner) ?? KEY.exec(inner) ?? [];
  if (key === undefined) return whole;
  return fallback === undefined ? { key: key.toLowerCase() } : { key: key.toLowerCase(), fallback };
}

function join(parts: readonly Part[], context?: Context): Text | Unresolved {
  let text = '';
  const literal = new Set<number>();
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const value = 'literal' in part ? part.literal : valueOf(part, context);
    if (value === undefined) return { missing: 'key' in part ? part.key : '' };
    for (let at = 0; at < value.length; at += 1) literal.add(text.length + at);
    text += value;
  }
  return literal.size > 0 ? { text, literal } : { text };
}

/** A key with several values cannot stand in a text. A default stands in for a key that is absent, not for one not given. */
function valueOf(part: { readonly key: string; readonly fallback?: string }, context: Context | undefined) {
  const values = context?.values(part.key);
  if (values) return values.length === 1 ? values[0] : undefined;
  return context?.isUnknown(part.key) ? undefined : part.fallback;
}

/** Keys that a text asks the context for, in lower case. */
export function keysOf(text: string): readonly string[] {
  return partsOf(text).flatMap((part) => (typeof part !== 'string' && 'key' in part ? [part.key] : []));
}
