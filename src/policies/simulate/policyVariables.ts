import type { PatternText } from '../language/arnMatch.ts';
import type { RequestContext } from './requestContext.ts';

/** A variable without a value: the key that has none. */
export interface UnresolvedVariable {
  readonly missing: string;
}

/** Text of a policy that may have variables in it. */
export interface VariableTemplate {
  /** The text itself where it has no variables to ask the context for. */
  readonly fixed?: PatternText;
  resolve(context: RequestContext): PatternText | UnresolvedVariable;
}

export const isUnresolvedVariable = (text: PatternText | UnresolvedVariable): text is UnresolvedVariable =>
  'missing' in text;

type Part = string | { readonly literal: string } | { readonly key: string; readonly fallback?: string };

/**
 * A template from text of a policy. Variables are replaced only where the policy has `Version` 2012-10-17; else they are
 * plain text.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function variableTemplate(text: string, withVariables: boolean): VariableTemplate {
  if (!withVariables || !text.includes('${')) return fixedTemplate({ text });
  const parts = variableParts(text);
  if (parts.some((part) => typeof part !== 'string' && 'key' in part))
    return { resolve: (context) => join(parts, context) };
  const joined = join(parts);
  return isUnresolvedVariable(joined) ? fixedTemplate({ text }) : fixedTemplate(joined);
}

const fixedTemplate = (fixed: PatternText): VariableTemplate => ({ fixed, resolve: () => fixed });

/** Text, and what is between `${` and `}` in it. */
export function variableParts(text: string): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf('${', from);
    const end = start === -1 ? -1 : text.indexOf('}', start);
    if (end === -1) return [...parts, text.slice(from)];
    parts.push(text.slice(from, start), variable(text.slice(start + 2, end)));
    from = end + 1;
  }
}

/** The part between `${` and `}`: a character that means itself, or a key with or without its default. */
function variable(inner: string): Part {
  if (inner === '*' || inner === '?' || inner === '$') return { literal: inner };
  const comma = inner.indexOf(',');
  const key = (comma === -1 ? inner : inner.slice(0, comma)).trim().toLowerCase();
  const fallback = comma === -1 ? undefined : quoted(inner.slice(comma + 1).trim());
  if (key === '' || key.includes("'") || (comma !== -1 && fallback === undefined)) return `\${${inner}}`;
  return fallback === undefined ? { key } : { key, fallback };
}

/** The text between two quotation marks; nothing when it is not between them. */
function quoted(text: string): string | undefined {
  const inner = text.slice(1, -1);
  return text.length >= 2 && text.startsWith("'") && text.endsWith("'") && !inner.includes("'")
    ? inner
    : undefined;
}

function join(parts: readonly Part[], context?: RequestContext): PatternText | UnresolvedVariable {
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

/** A key with several values has no text. A default replaces a key that is absent, not one that was not given. */
function valueOf(
  part: { readonly key: string; readonly fallback?: string },
  context: RequestContext | undefined,
) {
  const values = context?.values(part.key);
  if (values) return values.length === 1 ? values[0] : undefined;
  return context?.isUnknown(part.key) ? undefined : part.fallback;
}

/** Keys that a text asks the context for, in lower case. */
export function variableKeys(text: string): readonly string[] {
  return variableParts(text).flatMap((part) => (typeof part !== 'string' && 'key' in part ? [part.key] : []));
}
