import { ProgramConstants } from './programConstants.ts';

/** Where the next end of a comment is. Kept, so that a text of nothing but beginnings is searched once. */
export class LookaheadCache {
  /** The values of the program’s variables in this text. */
  readonly constants: ProgramConstants;
  private readonly lastSearches = new Map<string, { readonly from: number; readonly found: number }>();
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
    this.constants = new ProgramConstants(text);
  }

  /** The next place of an ending from a place on, or -1. Where it was searched before is not searched again. */
  next(ending: string, from: number): number {
    const last = this.lastSearches.get(ending);
    if (last && from >= last.from && (last.found === -1 || last.found >= from)) return last.found;
    const found =
      last && from < last.from ? this.before(ending, from, last) : this.text.indexOf(ending, from);
    this.lastSearches.set(ending, { from, found });
    return found;
  }

  private before(
    ending: string,
    from: number,
    last: { readonly from: number; readonly found: number },
  ): number {
    const at = this.text.slice(from, last.from + ending.length - 1).indexOf(ending);
    return at === -1 ? last.found : from + at;
  }
}
