import { replacePlaceholders } from '../language/placeholder.ts';
import { type Ruleset, variableOfPlaceholder } from '../library/ruleset.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { PolicyDocument } from '../language/policy.ts';
import { exampleValues } from '../compose/exampleValues.ts';
import { parsePolicy } from '../language/parse.ts';
import { printPolicy } from '../language/print.ts';
import { measure, withoutSpace } from '../size/measure.ts';
import { type Quota, quotaOf, sizeKindOf } from '../size/quotas.ts';
import { kindOf } from '../library/variables/kinds.ts';
import type { ExportSet } from './exporter.ts';

/** Part of a limit from which on values that are longer than the examples are likely to pass it. */
const CLOSE = 0.9;

/**
 * What to say of a document that is within its limit with its placeholders, and may not be with values in their place: a
 * placeholder is shorter than most ARNs. The size is counted with the page's example values. `undefined` where there is room.
 */
export function sizeNote(
  document: ComposedDocument,
  attach: ExportSet['attach'],
  ruleset: Ruleset,
): string | undefined {
  const { title, policy } = document;
  const saved = sizeKindOf(document, attach);
  const filled = withExamples(policy, quotaOf(saved), ruleset);
  if (!filled) return undefined;
  const { characters, ratio, quota } = measure(filled, saved);
  if (ratio <= CLOSE) return undefined;
  const size = `"${title}" has ${count(characters)} of ${count(quota.limit)} characters with example values`;
  const advice = 'Enter the values on the page, which measures and splits large policies.';
  return ratio > 1
    ? `${size}. With values of that length, AWS rejects it. ${advice}`
    : `${size}. Longer values can exceed the quota. ${advice}`;
}

/** The notes on a set's documents of some kinds. */
export const sizeNotes = (
  { documents, attach, ruleset }: ExportSet,
  kinds: readonly ComposedDocument['kind'][],
): readonly string[] =>
  documents
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap((document) => sizeNote(document, attach, ruleset) ?? []);

const count = (characters: number): string => characters.toLocaleString('en');

/**
 * The policy with an example in place of each placeholder that becomes a parameter; nothing where there is none, or where
 * the text is far from the limit: most are, and to read a text takes longer than to count it.
 */
function withExamples(
  policy: PolicyDocument,
  { limit, whiteSpace }: Quota,
  ruleset: Ruleset,
): PolicyDocument | undefined {
  const { text } = printPolicy(policy);
  const filled = replacePlaceholders(text, (name) => exampleOf(name, ruleset));
  if (filled === text) return undefined;
  const most = whiteSpace === 'counted' ? filled.length : withoutSpace(filled);
  if (most <= limit * CLOSE) return undefined;
  const read = parsePolicy(filled);
  return read.ok ? read.policy : undefined;
}

function exampleOf(placeholder: string, ruleset: Ruleset): string | undefined {
  const variable = variableOfPlaceholder(placeholder, ruleset);
  const [value] = variable ? exampleValues(variable, 'aws') : [];
  if (!variable || value === undefined) return undefined;
  const read = kindOf(variable.kind).read(value, { partition: 'aws' });
  return read.ok ? read.parts[variable.placeholders.indexOf(placeholder)] : undefined;
}
