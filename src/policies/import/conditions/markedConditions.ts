import { firstIndex } from '../firstIndex.ts';
import { CodeExtents } from './codeExtents.ts';
import { type ConditionRegion, conditionText, otherwiseWords, withCondition } from './conditionRegion.ts';
import { dialects } from './dialects.ts';
import { leavesAtEnd } from './leaving.ts';

/** Conditions between words that open and close them: of shells, Makefiles, and languages of templates. */

interface Marker {
  readonly from: number;
  readonly to: number;
  readonly does: 'open' | 'otherwise' | 'close';
  /** Absent where what opens is no condition, or where nothing else is asked; behind what closes, about the whole. */
  readonly words?: string;
  /** What labels behind it are about: they exclude each other. */
  readonly subject?: string;
}

/** The stretches of a text between such words. */
export const markedConditions = (text: string): readonly ConditionRegion[] => [
  ...dialects.flatMap(({ pattern }) =>
    new MarkedRegions(text).of(Array.from(text.matchAll(pattern), markerOf)),
  ),
  ...shellCases(text),
];

const CASE = /(?<=^|[\n;])[^\S\n]*(?:case[^\S\n]+(?=\S)([^\n]{1,100}?)(?<=\S)[^\S\n]+in\b|(esac)\b)/g;
const PATTERN = /(?<=^|\n|;;)\s{0,80}\(?([^\s()"'{][^\n()"'{]{0,80}|"[^"\n]{0,80}")\)([^]*?)(?:;;|$)/g;

/** No `case` of a shell is longer, or in so many others. */
const [LONGEST_CASE, DEEPEST_CASE] = [20_000, 10];

/** `case $STAGE in prod) … ;; esac` of a shell. */
function shellCases(text: string): readonly ConditionRegion[] {
  const open: { readonly subject: string; readonly from: number }[] = [];
  return Array.from(text.matchAll(CASE)).flatMap(({ 0: written, 1: subject, index }) => {
    if (subject !== undefined) open.push({ subject, from: index + written.length });
    const last = subject === undefined ? open.pop() : undefined;
    const isShort = last && index - last.from <= LONGEST_CASE && open.length < DEEPEST_CASE;
    return isShort ? branchesOfCase(text.slice(last.from, index), last) : [];
  });
}

const branchesOfCase = (
  body: string,
  { subject, from: start }: { readonly subject: string; readonly from: number },
): readonly ConditionRegion[] =>
  Array.from(body.matchAll(PATTERN), ({ 0: piece, 1: pattern = '', 2: inner = '', index: at }) => {
    const from = start + at + piece.indexOf(')') + 1;
    return { from, to: from + inner.length, words: conditionText(`${subject}: ${pattern}`) };
  });

function markerOf({ 0: written, index, groups = {} }: RegExpMatchArray): Marker {
  const from = index ?? 0;
  const place = { from, to: from + written.length };
  const { open, test, not, otherwise, next, other, block, subject, label, opposite, behind, never } = groups;
  const words = (given = '') => conditionText(given);
  const isNot = not !== undefined || opposite !== undefined;
  // Of a section with a name alone, the name is what is asked.
  const asked = words(test ?? open);
  if (open !== undefined || opposite !== undefined)
    return { ...place, does: 'open', words: isNot ? otherwiseWords([asked]) : asked };
  if (subject !== undefined) return { ...place, does: 'open', subject: words(subject) };
  if (block !== undefined) return { ...place, does: 'open' };
  if (otherwise !== undefined || label !== undefined)
    return { ...place, does: 'otherwise', words: words(next ?? label) };
  if (behind !== undefined)
    return {
      ...place,
      does: 'close',
      words: never === undefined ? words(behind) : otherwiseWords([words(behind)]),
    };
  return { ...place, does: other === undefined ? 'close' : 'otherwise' };
}

interface Open {
  readonly start: number;
  /** Behind the last marker. */
  from: number;
  /** Of the part that is open; of a block that is no condition, none. */
  words: string | undefined;
  before: readonly string[];
  readonly isCondition: boolean;
  readonly subject: string | undefined;
  readonly parts: ConditionRegion[];
  /** Behind conditions within it that leave: to its next marker. */
  left: Left[];
}

type Left = Omit<ConditionRegion, 'to'>;

/** What nothing closes is no condition of a dialect. */
class MarkedRegions {
  readonly #text: string;
  readonly #open: Open[] = [];
  readonly #found: ConditionRegion[] = [];
  /** Behind conditions in no other that leave. */
  readonly #left: Left[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  of(markers: readonly Marker[]): readonly ConditionRegion[] {
    for (const marker of markers) {
      if (marker.does === 'open') this.#begin(marker);
      else this.#end(marker);
    }
    const rest = [...this.#left, ...this.#open.flatMap(({ left }) => left)];
    if (rest.length === 0) return this.#found;
    const code = new CodeExtents(this.#text);
    return [...this.#found, ...rest.map((left) => ({ ...left, to: endAround(code, left.from) }))];
  }

  #begin({ to, words, subject }: Marker): void {
    const before = words === undefined ? [] : [words];
    const isCondition = words !== undefined || subject !== undefined;
    this.#open.push({ start: to, from: to, words, before, isCondition, subject, parts: [], left: [] });
  }

  #end({ from, to, does, words }: Marker): void {
    const last = this.#open.at(-1);
    if (!last) return;
    this.#found.push(...last.left.map((left) => ({ ...left, to: from })));
    last.left = [];
    if (last.words !== undefined) last.parts.push({ from: last.from, to: from, words: last.words });
    if (does === 'close' && words !== undefined) this.#found.push({ from: last.start, to: from, words });
    if (does === 'close') this.#close(last, to);
    else if (last.isCondition) {
      last.words = wordsOfNext(last, words);
      last.from = to;
      if (words !== undefined) last.before = withCondition(last.before, words);
    }
  }

  #close({ parts }: Open, to: number): void {
    this.#open.pop();
    this.#found.push(...parts);
    const left = parts.flatMap((part) => {
      const leaves = leavesAtEnd(this.#text, part.from, part.to);
      return leaves ? [{ from: to, words: otherwiseWords([part.words]), ...leaves }] : [];
    });
    (this.#open.at(-1)?.left ?? this.#left).push(...left);
  }
}

const wordsOfNext = ({ subject, before }: Open, words: string | undefined): string =>
  subject === undefined ? otherwiseWords(before, words) : `${subject}: ${words ?? 'else'}`;

/** The bracket that closes what a place is in, else the end of the text. */
function endAround(code: CodeExtents, place: number): number {
  const index = firstIndex(code.tokens, ({ from }) => from >= place);
  const partner = code.token(index)?.partner;
  const isEnd = partner !== undefined && (code.token(partner)?.from ?? place) < place;
  return code.startOf(isEnd ? index : code.closingOf(index));
}
