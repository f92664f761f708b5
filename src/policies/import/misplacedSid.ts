import { toOffset, type TextRange } from '../language/policy.ts';
import { type ParsedValue, type ParseResult, parseJson, parsePolicy, policyAt } from '../language/parse.ts';
import type { Repair } from './importReading.ts';

interface PolicyReading {
  readonly text: string;
  readonly read: ParseResult;
  readonly repair?: Repair;
}

/**
 * The policy that a text is, read where it is in a tree already; with `Sid` beside `Version` it is one without that. `place` gives the
 * place in the text as pasted.
 */
export function readPolicyWithMisplacedSid(
  text: string,
  value: ParsedValue | undefined,
  place: (range: TextRange) => TextRange,
): PolicyReading {
  const { root, errors } = value ? { root: value.root, errors: [] } : parseJson(text);
  if (!root) return { text, read: { ok: false, errors } };
  const tree = value ?? { root, text, start: 0 };
  const read = policyAt(tree);
  if (read.ok) return { text, read };
  const repaired = withoutSid(text, tree, place);
  return repaired ? { ...repaired, read: parsePolicy(repaired.text) } : { text, read };
}

/** `Sid` beside `Version` names nothing and gives no access: without it the document is one. Anything else unknown is refused. */
function withoutSid(
  text: string,
  { root, start }: ParsedValue,
  place: (range: TextRange) => TextRange,
): { readonly text: string; readonly repair: Repair } | undefined {
  const properties = root.type === 'object' ? (root.children ?? []) : [];
  const named = properties.filter(({ children: [key] = [] }) => key?.value === 'Sid');
  const [property, ...others] = named;
  if (!property || others.length > 0 || property.children?.[1]?.type !== 'string') return undefined;
  const index = properties.indexOf(property);
  const [before, after] = [properties[index - 1], properties[index + 1]];
  const at = property.offset - start;
  const end = at + property.length;
  const [from, to] = after
    ? [at, after.offset - start]
    : [before ? before.offset + before.length - start : at, end];
  const removed = { offset: toOffset(at), length: property.length };
  return {
    text: text.slice(0, from) + text.slice(to),
    repair: { code: 'misplacedSid', detail: text.slice(at, end), range: place(removed) },
  };
}
