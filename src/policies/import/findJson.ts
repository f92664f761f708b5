import type { Node } from 'jsonc-parser';
import { parseJson } from '../language/parse.ts';
import { isCdkStatement } from './cdkStatements.ts';
import { isJsonSpace } from './unusualSpaces.ts';
import { type Comment, commentAt, mayOpenComment } from './comments.ts';
import type { RefusalCode } from './importReading.ts';
import { afterSpace, isFirstOfLine, isStart, nextStart } from './jsonStarts.ts';
import { readTolerantJson } from './tolerantJson.ts';
import type { SuspectString, TolerantReading } from './tolerantReading.ts';
import { type RepairedText, repairedText } from './repairedText.ts';
import { LookaheadCache } from './lookaheadCache.ts';
import type { PlacedRepair } from './tokens.ts';

/** A stretch of a text that is JSON, after its repairs. */
export interface JsonRegion extends RepairedText {
  readonly start: number;
  readonly end: number;
  /** As JSON; word for word where there is no repair. */
  readonly text: string;
  readonly root: Node;
  readonly repairs: readonly PlacedRepair[];
  /** Strings that could be several, where it is not sure that they are. */
  readonly suspects: readonly SuspectString[];
  /** JSON goes on behind it: a bracket too many may have closed it early. */
  readonly moreFollows: boolean;
  /** The comment that it is in, by its marker. */
  readonly comment?: CommentMarker;
}

export interface CommentMarker {
  readonly marker: string;
  readonly offset: number;
}

export interface Unreadable {
  readonly code: RefusalCode;
  readonly detail: string;
  /** Where what cannot be read begins, and the place in it where that shows. */
  readonly start: number;
  readonly offset: number;
  readonly length: number;
}

export interface JsonRegions {
  readonly regions: readonly JsonRegion[];
  readonly unreadable: readonly Unreadable[];
}

/** Places at which JSON may begin that are tried; a page of text has some dozens. */
const MAX_STARTS = 2000;

/** How often, by its length, a text is read a second time with every kind of quotation mark. */
const MAX_SECOND_READINGS = 8;

/**
 * Every JSON object, or list of objects, in a text; what is between them is prose. Where one cannot be read, the search goes
 * on behind the place where it broke: what is found there is whole in itself. Linear in the length of the text.
 */
export function findJson(text: string): JsonRegions {
  const search = new JsonSearch(text);
  search.throughout();
  return search;
}

/** Only those that are in comments. */
export function findCommentedJson(text: string): JsonRegions {
  const search = new JsonSearch(text);
  search.comments();
  return search;
}

type Place = { readonly at: number; readonly comment?: Comment };

class JsonSearch implements JsonRegions {
  readonly regions: JsonRegion[] = [];
  readonly unreadable: Unreadable[] = [];
  private starts = 0;
  private secondReadings: number;
  private readonly ahead: LookaheadCache;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
    this.ahead = new LookaheadCache(text);
    this.secondReadings = MAX_SECOND_READINGS * text.length;
  }

  throughout(): void {
    // A comment in which JSON begins and does not end is read on as if it were none.
    let open: Comment | undefined;
    for (let at = 0; ; ) {
      const place = this.nextPlace(at, open?.end ?? 0);
      if (!place) return;
      if (place.comment) {
        const found = this.inComment(place.comment);
        open = found ? undefined : place.comment;
        at = found ? place.comment.end : place.at + place.comment.marker.length;
      } else {
        const comment = open && place.at < open.end ? open : undefined;
        at = this.tryAt(this.text, place.at, this.ahead, { comment });
      }
      if (this.starts > MAX_STARTS) return;
    }
  }

  comments(): void {
    for (
      let place = this.nextPlace(0, 0);
      place;
      place = this.nextPlace(place.comment?.end ?? place.at + 1, 0)
    )
      if (place.comment) this.inComment(place.comment);
  }

  /** The next place where JSON may begin, or a comment that JSON may begin in. Up to `blind` comments are no such. */
  private nextPlace(from: number, blind: number): Place | undefined {
    const { text } = this;
    let isFirst = isFirstOfLine(text, from);
    for (let at = from; at < text.length; at += 1) {
      const character = text.charAt(at);
      if (character === '\n') isFirst = true;
      else if (!isJsonSpace(character)) {
        const isOpen = at >= blind && mayOpenComment(text, at, isFirst);
        const comment = isOpen ? commentAt(text, at, isFirst, this.ahead) : undefined;
        if (comment || isStart(text, at)) return { at, ...(comment && { comment }) };
        isFirst = false;
      }
    }
    return undefined;
  }

  /** Reads the JSON in a comment, and returns whether there was any or none begins. */
  private inComment({ start, marker, text }: Comment): boolean {
    const before = this.regions.length;
    const ahead = new LookaheadCache(text);
    let began = false;
    for (let at = nextStart(text, 0); at !== -1 && this.starts <= MAX_STARTS; at = nextStart(text, at)) {
      began = true;
      at = this.tryAt(text, at, ahead, { comment: { marker, start }, shift: start });
    }
    return !began || this.regions.length > before;
  }

  /** Reads JSON where it may begin, and returns where to go on. */
  private tryAt(text: string, at: number, ahead: LookaheadCache, context: Context): number {
    this.starts += 1;
    if (this.starts > MAX_STARTS) {
      const offset = at + (context.shift ?? 0);
      this.unreadable.push({ code: 'tooMany', detail: `${MAX_STARTS}`, start: offset, offset, length: 0 });
      return text.length;
    }
    const found = this.read(text, at, ahead);
    if (found.ok) {
      const region = regionOf(text, at, found, context);
      if ('root' in region) this.found(region, context);
      else this.broken(region, context);
      return found.end;
    }
    const { code, detail, at: token } = found;
    const length = Math.min(token.end - token.start, 80);
    const toTheEnd = token.kind === 'unclosed' && token.end === text.length;
    if (found.looksLikeJson || toTheEnd)
      this.broken({ code, detail, start: at, offset: token.start, length }, context);
    return toTheEnd ? text.length : Math.max(token.start, at + 1);
  }

  /** A policy may be commented out between others. */
  private found(region: JsonRegion, { shift }: Context): void {
    this.regions.push(region);
    if (shift !== undefined) return;
    let behind = 0;
    for (const { code, detail, offset, length } of region.repairs) {
      if (code !== 'comment' || offset < behind || !(length > detail.length || detail.includes('{')))
        continue;
      const comment = commentAt(this.text, offset, isFirstOfLine(this.text, offset), this.ahead);
      if (comment) this.inComment(comment);
      behind = comment?.end ?? behind;
    }
  }

  /** What is broken in a comment is of no use either way. */
  private broken(unreadable: Unreadable, { shift }: Context): void {
    if (shift === undefined) this.unreadable.push(unreadable);
  }

  /**
   * Where a string could be several, the text is read again with every kind of quotation mark. That reading counts where the first
   * one fails, and where both are possible if no string that it cuts holds white space: then they are entries of a list.
   */
  private read(text: string, at: number, ahead: LookaheadCache): TolerantReading {
    const plain = readTolerantJson(text, at, ahead);
    if (plain.suspects.length === 0 || this.secondReadings <= 0) return plain;
    const marked = readTolerantJson(text, at, ahead, 'everyMark');
    this.secondReadings -= (marked.ok ? marked.end : marked.at.end) - at;
    if (plain.ok) return marked.ok && !marked.isLoose && marked.end === plain.end ? marked : plain;
    return marked.ok || marked.code === 'mixedQuotes' || marked.looksLikeJson ? marked : plain;
  }
}

/** The comment that a piece of JSON is in, and how far its places are shifted. */
interface Context {
  readonly comment?: Pick<Comment, 'marker' | 'start'> | undefined;
  readonly shift?: number;
}

function regionOf(
  text: string,
  start: number,
  { end, edits, repairs, suspects }: Extract<TolerantReading, { ok: true }>,
  { comment, shift = 0 }: Context,
): JsonRegion | Unreadable {
  const repaired = repairedText(text, start, end, edits);
  const originalOf = (at: number) => repaired.originalOf(at) + shift;
  // The text as a whole is within its limit.
  const { root, errors } = parseJson(repaired.text, Infinity);
  const [error] = errors;
  if (!root) {
    const offset = originalOf(error?.range.offset ?? 0);
    const code = error && error.code !== 'shape' ? error.code : 'notJson';
    return {
      code,
      detail: error?.detail ?? '',
      start: start + shift,
      offset,
      length: error?.range.length ?? 0,
    };
  }
  const shifted = <Item extends { readonly offset: number }>(item: Item): Item => ({
    ...item,
    offset: item.offset + shift,
  });
  return {
    start: start + shift,
    end: end + shift,
    text: repaired.text,
    originalOf,
    root,
    repairs: [...repairs].sort((one, other) => one.offset - other.offset).map(shifted),
    suspects: suspects.map(shifted),
    moreFollows: /[,\]}]/.test(text[afterSpace(text, end)] ?? '') && !isCdkStatement(text, start),
    ...(comment && { comment: { marker: comment.marker, offset: comment.start } }),
  };
}
