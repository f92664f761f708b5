import { parsePolicy } from '../../policies/language/parse.ts';
import type { FoundPolicy, ImportReading } from '../../policies/import/importReading.ts';
import type { Recognized } from '../../policies/recognize/recognition.ts';
import { type Intake, WHOLE } from './intake.ts';
import { kindOfRecognized, type ReviewKind } from './reviewKind.ts';

/** The reading of a text, which may be the one before. */
export interface TextReading extends ImportReading {
  readonly text: string;
}

/** What is looked at of a text: the text itself where it is one policy, or each of the policies in it. */

export interface ReviewItem {
  /** Of one policy in a text, or `WHOLE`. */
  readonly key: string;
  readonly title: string;
  readonly kind: ReviewKind;
  /** As it came. */
  readonly base: string;
  /** As it is now. */
  readonly text: string;
  /** As it was found; nothing while the text is no policy yet. */
  readonly found: FoundPolicy | undefined;
  readonly isWanted: boolean;
}

/** Notes on a policy whose text is not the one that is there. */
const REWRITTEN = new Set(['decoded', 'writtenAsJson', 'commentedOut']);

/** The one policy that a text is, whatever had to be repaired in it; nothing where it is among other text, or there are several. */
export function wholePolicy(text: string, { policies }: ImportReading): FoundPolicy | undefined {
  const [only] = policies;
  if (!only || policies.length > 1 || only.notes.some(({ code }) => REWRITTEN.has(code))) return undefined;
  const { offset, length } = only.range;
  const around = text.slice(0, offset) + text.slice(offset + length);
  return around.trim() === '' ? only : undefined;
}

/** Whether a text without a policy is one that is being written, or is broken. */
const isBeingWritten = (text: string, [first]: readonly Recognized[]): boolean =>
  /^\s*[[{]/.test(text) || first?.destination === 'import' || first?.destination === 'validate';

/** The text as one policy to look at; nothing where it is not one. */
export function wholeItem(
  { text, base, kinds }: Intake,
  reading: TextReading,
  recognized: readonly Recognized[],
): ReviewItem | undefined {
  // While the reading is of the text before, what it says of it goes on.
  const found = wholePolicy(reading.text, reading);
  if (text.trim() === '' || (!found && (reading.policies.length > 0 || !isBeingWritten(text, recognized))))
    return undefined;
  const sure = recognized.find(({ confidence }) => confidence !== 'possible');
  const kind = kinds[WHOLE] ?? kindOfRecognized(sure?.kind) ?? found?.kind ?? 'identity';
  return {
    key: WHOLE,
    title: found?.title ?? 'Policy',
    kind,
    base,
    text,
    found,
    isWanted: found !== undefined,
  };
}

/** Of more policies, such as those of a whole account, no one wants all: they are selected one by one, or together. */
const MANY = 100;

/** The policies in a text, each with what was edited and chosen here. A key stays while the policy is in the text, wherever. */
export function itemsOf(
  { edits, kinds, wanted, files }: Intake,
  { policies }: ImportReading,
): readonly ReviewItem[] {
  const seen = new Map<string, number>();
  return policies.map((found, index) => {
    // A file stays as it is.
    const key = files ? `${index}` : keyOf(found.text, seen);
    return {
      key,
      title: found.title,
      kind: kinds[key] ?? found.kind,
      base: found.text,
      text: edits[key] ?? found.text,
      found,
      isWanted: wanted[key] ?? (!found.doubtful && policies.length <= MANY),
    };
  });
}

/** The policy's text, with which of those that are the same it is. */
function keyOf(text: string, seen: Map<string, number>): string {
  const count = (seen.get(text) ?? 0) + 1;
  seen.set(text, count);
  return `${count} ${text}`;
}

/** Edited policies that the text has no longer: they are not lost with it. */
export function orphansOf(
  { edits, kinds, wanted }: Intake,
  items: readonly ReviewItem[],
): readonly ReviewItem[] {
  const present = new Set(items.map(({ key }) => key));
  return Object.entries(edits)
    .filter(([key]) => !present.has(key))
    .map(([key, text], index) => ({
      key,
      title: `Edited policy ${index + 1}`,
      kind: kinds[key] ?? 'identity',
      base: key.slice(key.indexOf(' ') + 1),
      text,
      found: undefined,
      isWanted: wanted[key] ?? true,
    }));
}

/** Whether what the item says now can be read as a policy. */
export const isReadable = ({ found, text, base, key }: ReviewItem): boolean =>
  (found !== undefined && (key === WHOLE || text === base)) || parsePolicy(text).ok;
