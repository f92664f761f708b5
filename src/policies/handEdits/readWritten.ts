import type { ComposedDocument } from '../model/composedDocument.ts';
import { POLICY_VERSION } from '../language/policy.ts';
import { parsePolicy } from '../language/parse.ts';
import { errorAt, type ParseError } from '../language/parseError.ts';
import { minifyStatement, type PrintedPolicy, printStatement } from '../language/print.ts';
import {
  type DocumentEdits,
  type EditEntry,
  unusedEditKey,
  isAdded,
  type ParsedBase,
  type ParsedStatement,
  type RemovedStatement,
} from '../model/documentEdits.ts';
import { printedEnvelope } from './printDocument.ts';
import { isAsGenerated } from '../model/isAsGenerated.ts';
import { type KeyedSlice, matchSlices, parsedSlices, type Slice, sliceText } from './slices.ts';
import { printBaseStatement } from './entryContent.ts';

/** What a text was before someone typed in it. All of one draft. */
export interface TypingBasis {
  /** The document or part of one that was shown. */
  readonly shown: ComposedDocument & PrintedPolicy;
  /** The whole of it, hand edits included, and as the choices alone make it; an imported policy has no generated form. */
  readonly whole: ComposedDocument;
  readonly generated: ComposedDocument | undefined;
  readonly edits: DocumentEdits;
}

export type WrittenReading =
  | { readonly ok: true; readonly edits: DocumentEdits | undefined }
  | { readonly ok: false; readonly errors: readonly ParseError[] };

/**
 * A text that was typed, as edits of the statements that it changes; `undefined` edits where it is what the choices make. A
 * statement that was left as it was stays as it was: generated ones go on following the choices. A text that is no policy comes
 * back as errors with their places.
 */
export function readWritten(basis: TypingBasis, text: string): WrittenReading {
  const read = parsePolicy(text);
  if (!read.ok) return read;
  const typed = parsedSlices(text, read.policy, read.ranges);
  const before = keyedSlices(basis);
  const shown = basis.shown.policy.Statement.length;
  const matches = matchSlices(before, typed.slices, shown);
  const writer = new EditWriter(basis, before);
  const entries = typed.slices.map((slice, index) =>
    writer.entry(slice, index, matches[index], typed.parsed[index]),
  );
  if (writer.divided) return { ok: false, errors: [divided(text)] };
  const removed = writer.removed(new Set(matches));
  const written = { head: typed.head, tail: typed.tail, parsed: typed.envelope };
  const printed = printedEnvelope({ policy: { Version: POLICY_VERSION, Statement: read.policy.Statement } });
  const isPrinted = written.head === printed.head && written.tail === printed.tail;
  const edits: DocumentEdits = {
    ...(basis.edits.own ? { own: basis.edits.own } : {}),
    ...(isPrinted ? {} : written),
    entries: inWhole(basis, entries),
    removed,
  };
  return { ok: true, edits: isAsGenerated(edits, basis.generated) ? undefined : edits };
}

/** Half a statement cannot be edited: its other half would go on granting what was edited away. */
const divided = (text: string): ParseError =>
  errorAt('shape', 'a statement that was not divided to fit', [], { offset: 0, length: text.length });

/** The statements that are shown, and behind them those that were removed: written again, they are what they were. */
function keyedSlices({ shown, edits }: TypingBasis): readonly KeyedSlice[] {
  const { slices } = sliceText(shown.text, shown.policy, shown.ranges);
  const present = slices.map(({ text, Sid }, index) => ({
    key: shown.provenance[index]?.key ?? '',
    text,
    Sid,
  }));
  const removed = edits.removed.map((entry) => ({
    key: entry.key,
    text: printBaseStatement(entry),
    Sid: entry.key,
  }));
  return [...present, ...removed];
}

interface Base {
  readonly base: string;
  readonly parsedBase?: ParsedBase;
}

const baseOf = ({ base, parsedBase }: Partial<Base> = {}): Base | undefined =>
  base === undefined ? undefined : { base, ...(parsedBase ? { parsedBase } : {}) };

class EditWriter {
  divided = false;
  private readonly entriesByKey: ReadonlyMap<string, EditEntry>;
  private readonly usedKeys: Set<string>;

  private readonly basis: TypingBasis;
  private readonly before: readonly KeyedSlice[];

  constructor(basis: TypingBasis, before: readonly KeyedSlice[]) {
    this.basis = basis;
    this.before = before;
    this.entriesByKey = new Map(basis.edits.entries.map((entry) => [entry.key, entry]));
    this.usedKeys = new Set(this.entriesByKey.keys());
  }

  entry(
    slice: Slice,
    index: number,
    match: number | undefined,
    parsed: ParsedStatement | undefined,
  ): EditEntry {
    const old = match === undefined ? undefined : this.before[match];
    const key = match === undefined ? this.newKey() : this.keyAt(match);
    const earlier = this.entriesByKey.get(key) ?? { key };
    const content =
      old?.text === slice.text && this.isShown(match)
        ? earlier
        : this.rewritten(key, earlier, parsed ?? { text: slice.text, places: [] });
    const { lead: _before, ...rest } = content;
    return slice.lead === printedLead(index) ? rest : { ...rest, lead: slice.lead };
  }

  /** Generated statements that are not in the text, whether they were before or not. */
  removed(matched: ReadonlySet<number | undefined>): readonly RemovedStatement[] {
    return this.before.flatMap((_, index): readonly RemovedStatement[] => {
      if (matched.has(index)) return [];
      const key = this.keyAt(index);
      const before = this.basis.edits.removed.find((entry) => entry.key === key);
      const base = baseOf(before) ?? baseOf(this.entriesByKey.get(key)) ?? this.generated(key);
      return base === undefined || isAdded({ key }) ? [] : [{ key, ...base }];
    });
  }

  private newKey(): string {
    const key = unusedEditKey(this.usedKeys);
    this.usedKeys.add(key);
    return key;
  }

  private rewritten(key: string, earlier: EditEntry, parsed: ParsedStatement): EditEntry {
    const { text } = parsed;
    if (isAdded({ key })) return { ...earlier, key, text, parsed };
    const removed = this.basis.edits.removed.find((entry) => entry.key === key);
    const base = baseOf(earlier) ?? baseOf(removed) ?? this.generated(key);
    if (base === undefined) return { key, text, parsed };
    if (text === this.printed(key) && base.base === this.generated(key)?.base) return { key };
    return { ...earlier, key, text, parsed, ...base, from: earlier.from ?? this.templates(key) };
  }

  private isShown = (index = Number.POSITIVE_INFINITY): boolean =>
    index < this.basis.shown.policy.Statement.length;

  private keyAt(index: number): string {
    const key = this.before[index]?.key ?? '';
    if (key === '') this.divided = true;
    return key;
  }

  private place = (key: string): number =>
    this.basis.generated?.provenance.findIndex((entry) => entry.key === key) ?? -1;

  private generated(key: string): Base | undefined {
    const statement = this.basis.generated?.policy.Statement[this.place(key)];
    if (!statement) return undefined;
    const base = minifyStatement(statement);
    return { base, parsedBase: { text: base, statement } };
  }

  private printed(key: string): string | undefined {
    const statement = this.basis.generated?.policy.Statement[this.place(key)];
    return statement && printStatement(statement);
  }

  private templates(key: string): readonly string[] {
    const sources = this.basis.generated?.provenance[this.place(key)]?.sources ?? [];
    return [...new Set(sources.map(({ template }) => template))];
  }
}

const printedLead = (index: number): string => (index === 0 ? '\n    ' : ',\n    ');

/** The entries of a part among those of the whole: each where it was before, new ones behind what they follow. */
function inWhole({ shown, whole, edits }: TypingBasis, entries: readonly EditEntry[]): readonly EditEntry[] {
  const entriesByKey = new Map(edits.entries.map((entry) => [entry.key, entry]));
  const part = new Set(shown.provenance.map(({ key }) => key ?? ''));
  const shownBefore = entries.filter(({ key }) => part.has(key));
  const shownKeys = new Set(shownBefore.map(({ key }) => key));
  const order = orderOf(whole, edits).filter((key) => !part.has(key) || shownKeys.has(key));
  const queue = [...shownBefore];
  const all: EditEntry[] = order.map(
    (key) => (part.has(key) && queue.shift()) || entriesByKey.get(key) || { key },
  );
  entries.forEach((entry, index) => {
    if (part.has(entry.key)) return;
    const before = entries[index - 1];
    const next = entries.slice(index + 1).find(({ key }) => part.has(key));
    const at = before ? all.indexOf(before) + 1 : next ? all.indexOf(next) : 0;
    all.splice(at, 0, entry);
  });
  return all;
}

/** What is in the document, and behind it what has no effect now but keeps its place for when it comes back. */
function orderOf(whole: ComposedDocument, edits: DocumentEdits): readonly string[] {
  const present = whole.provenance.map(({ key }) => key ?? '');
  const dormant = edits.entries.map(({ key }) => key).filter((key) => !present.includes(key));
  return [...present, ...dormant];
}
