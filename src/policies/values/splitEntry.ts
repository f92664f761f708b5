import type { VariableKindId } from '../library/variables/variable.ts';
import { unquoted } from './cleanEntry.ts';

/** Kinds whose values can have spaces in them. */
const withSpaces: ReadonlySet<VariableKindId> = new Set(['tagKey', 'tagValue']);

/** Kinds of which a text is never several values: commas and spaces are part of one. */
const undivided: ReadonlySet<VariableKindId> = new Set(['externalId', 'positiveInteger']);

/** The name that the console shows behind an ID: `subnet-0abc (private-a)`, `sg-0abc | default`. */
const LABELS = /\b((?:subnet|sg|vpc|vpce)-[0-9a-f]{8,17})\s*(?:\([^()\n]{0,255}\)|\|[^,;\n]{0,255})/g;

/** A text without the names that the console shows behind IDs. */
export const withoutLabels = (text: string): string => text.replace(LABELS, '$1');

/** Texts in quotation marks one behind the other, as a shell takes them. */
const QUOTED_TEXTS = /^(?:"[^"]*"|'[^']*')(?:\s+(?:"[^"]*"|'[^']*'))+$/;

export const isQuotedTexts = (text: string): boolean => QUOTED_TEXTS.test(text);

/** A list as JSON, HCL, Python or a shell writes it; nothing where the text is none. */
function bracketed(text: string): readonly string[] | undefined {
  const [, list] = /^(?:to(?:list|set)\()?\s*[[({]([\s\S]*)[\])}]\s*\)?,?$/.exec(text) ?? [];
  const inner = list ?? (isQuotedTexts(text) ? text : undefined);
  if (inner === undefined) return undefined;
  const quotes = [...inner.matchAll(/"([^"]*)"|'([^']*)'/g)].map(
    ([, double, single]) => double ?? single ?? '',
  );
  return quotes.length > 0 ? quotes : inner.split(/[,\n]/);
}

const pieces = (texts: readonly string[]): readonly string[] => texts.map(unquoted).filter(Boolean);

/** The parts of a list in brackets, or of a text with a separator that no value has. One part: the text is no list. */
export function splitAtCommas(text: string, kind: VariableKindId): readonly string[] {
  const inBrackets = bracketed(text);
  if (inBrackets) return pieces(inBrackets);
  if (undivided.has(kind)) return pieces([text]);
  const bullets = text.split('\n').map((line) => line.replace(/^\s*(?:[-*•]\s+|\d{1,3}[.)]\s+)/, ''));
  return pieces(bullets.flatMap((line) => line.split(/[,;]/)));
}

/** The parts between spaces, where no value of the kind has one; otherwise the text. */
export const splitAtSpaces = (text: string, kind: VariableKindId): readonly string[] =>
  withSpaces.has(kind) || undivided.has(kind) ? [text] : pieces(text.split(/\s+/));

/** Whether a text begins several times as a place does, so that a space in it is no part of a name. */
export const hasSeveralStarts = (text: string): boolean =>
  (text.match(/(?:^|\s)(?:arn:aws|s3[an]?:\/\/|https?:\/\/)/gi) ?? []).length > 1;

/** Whether a text says itself what it is, as an ARN or an address does. */
export const looksLikeArnOrAddress = (text: string): boolean =>
  /^(?:arn:|s3[an]?:\/\/|https?:\/\/)/i.test(text);
