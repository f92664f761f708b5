import { MAX_TEXT_LENGTH } from '../language/policy.ts';
import { kindWords } from './kindWords.ts';
import { sightingsInValue } from './jsonShapes.ts';
import type { Confidence, Recognition, Recognized, Sighting } from './recognition.ts';
import { holdsSecret } from './secretSigns.ts';
import { sightingsInText } from './textSigns.ts';

/**
 * What a text is, and where on the page it goes. By its structure where it is JSON, by its signs otherwise; no policy in it is
 * read, so that it takes a few milliseconds for a megabyte, in proportion to the text. `name` is the name of its file; `longest`: so
 * many characters Import reads. Never throws.
 */
export function recognize(text: string, name = '', longest = MAX_TEXT_LENGTH): Recognition {
  const trimmed = text.trim().replace(/^\uFEFF/, '');
  if (trimmed === '') return { kinds: [described({ kind: 'empty', confidence: 'sure' }, text)] };
  const value = parsed(trimmed);
  const found = value === undefined ? sightingsInText(trimmed, name) : sightingsInValue(value, trimmed, name);
  const secret: readonly Sighting[] = holdsSecret(trimmed) ? [{ kind: 'secrets', confidence: 'sure' }] : [];
  // Credentials and a guess: then the credentials are what counts.
  const all = found.some(({ confidence }) => confidence !== 'possible')
    ? [...inOrder(found), ...secret]
    : [...secret, ...found];
  if (all.length === 0) return { kinds: [described({ kind: 'unknown', confidence: 'sure' }, text)] };
  return { kinds: all.map((sighting) => described(sighting, text, longest)) };
}

/** The value of a text that is JSON as a whole; a string or a number alone is none. */
function parsed(text: string): object | undefined {
  // Nothing that people have begins with so many brackets, and reading them takes long.
  if (!/^[[{]/.test(text) || /^[[{\s]{500}/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const ranks: Readonly<Record<Confidence, number>> = { sure: 0, likely: 1, possible: 2 };

const inOrder = (found: readonly Sighting[]): readonly Sighting[] =>
  found.toSorted((one, other) => ranks[one.confidence] - ranks[other.confidence]);

function described(
  { kind, confidence, destination, text }: Sighting,
  whole: string,
  longest = MAX_TEXT_LENGTH,
): Recognized {
  const words = kindWords[kind];
  const read = text ?? whole;
  const goes = destination ?? words.destination;
  if (goes === 'import' && read.length > longest)
    return { kind, confidence, destination: 'none', title: words.title, what: TOO_LARGE, text: read };
  const what =
    goes === 'none'
      ? (words.unread ?? words.what)
      : goes === words.destination
        ? words.what
        : otherWhat(goes);
  return { kind, confidence, destination: goes, title: words.title, what, text: read };
}

const TOO_LARGE = `It is larger than the ${MAX_TEXT_LENGTH.toLocaleString('en')} characters that Import reads. Open it as a file, or paste a part of it.`;

function otherWhat(goes: Recognized['destination']): string {
  if (goes === 'validate') return 'Validate it: see its findings and their fixes.';
  return goes === 'activity'
    ? 'Find the activities that allow these calls.'
    : 'Troubleshoot the denied call in it.';
}
