/** Lists that hold events, by their key in what AWS writes: log files, `lookup-events`, CloudWatch Logs and its Insights, and results of CloudTrail Lake. */
const LISTS = /^(?:records|events|logevents|queryresultrows|results)$/i;

/** An event has 256 kB at most: what is longer is none, and its text is not kept. */
const LONGEST_RECORD = 8_000_000;

const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [34, 92, 123, 125, 91, 93];

/**
 * `document`: outside of everything; `top`: in an object that may be a record, or have a list of them; `list`: between records;
 * `record`: in one; `tail`: in an object, beside its list.
 */
type Place = 'document' | 'top' | 'list' | 'record' | 'tail';

/**
 * Cuts JSON that comes piece by piece into its records, and keeps no more of it than the record that is open: those of a list of
 * events, of a list at the top, or one object after the other. Where a piece ends makes no difference.
 */
export class RecordSplitter {
  /** Records that were too long to be one, or had no end; a list or an object around it that has none is one more. */
  unread = 0;
  private readonly onRecord: (text: string) => void;
  private buffer = '';
  private at = 0;
  private place: Place = 'document';
  /** Where a list leads back to. */
  private around: 'document' | 'tail' = 'document';
  private depth = 0;
  /** Where the record in the buffer begins; -1 where none does, or it is too long. */
  private start = -1;
  private isInString = false;
  /** Backslashes at the end of the piece before, within a string. */
  private slashes = 0;
  /** Where a string begins that may be the key of a list; -1 where none does. */
  private keyStart = -1;
  private key = '';

  constructor(onRecord: (text: string) => void) {
    this.onRecord = onRecord;
  }

  push(text: string): void {
    this.buffer += text;
    while (this.at < this.buffer.length) {
      if (this.isInString) this.passString();
      else this.step();
    }
    this.trim();
  }

  /** A record without an end counts as unread, as does what is cut off behind one: more may have been there. */
  end(): void {
    if (this.place !== 'document') this.unread += 1;
  }

  private passString(): void {
    const quote = this.buffer.indexOf('"', this.at);
    const end = quote === -1 ? this.buffer.length : quote;
    let slashes = 0;
    while (end - 1 - slashes >= this.at && this.buffer.charCodeAt(end - 1 - slashes) === BACKSLASH)
      slashes += 1;
    if (end - slashes === this.at) slashes += this.slashes;
    this.slashes = quote === -1 ? slashes % 2 : 0;
    this.at = quote === -1 ? end : quote + 1;
    if (quote === -1 || slashes % 2 === 1) return;
    this.isInString = false;
    if (this.keyStart !== -1) this.key = this.buffer.slice(this.keyStart, quote);
    this.keyStart = -1;
  }

  private step(): void {
    const code = this.buffer.charCodeAt(this.at);
    this.at += 1;
    if (code === QUOTE) {
      this.isInString = true;
      if (this.isAtKeys()) this.keyStart = this.at;
    } else if (code === OPEN || code === OPEN_LIST) this.open(code);
    else if (code === CLOSE || code === CLOSE_LIST) this.close(code);
  }

  private isAtKeys(): boolean {
    return this.depth === 1 && (this.place === 'top' || this.place === 'tail');
  }

  private open(code: number): void {
    if (code === OPEN_LIST && this.isAtKeys() && LISTS.test(this.key)) this.enterList('tail');
    else if (this.place === 'document' && code === OPEN_LIST) this.enterList('document');
    else if (this.place === 'document' || this.place === 'list') this.begin();
    else this.depth += 1;
  }

  /** The object is no record: those of its list are. */
  private enterList(around: 'document' | 'tail'): void {
    this.place = 'list';
    this.around = around;
    this.start = -1;
    this.key = '';
  }

  private begin(): void {
    this.place = this.place === 'list' ? 'record' : 'top';
    this.start = this.at - 1;
    this.depth = 1;
    this.key = '';
  }

  private close(code: number): void {
    if (this.place === 'list') {
      if (code === CLOSE_LIST) this.place = this.around;
      this.depth = 1;
    } else if (this.place !== 'document') {
      this.depth -= 1;
      if (this.depth === 0) this.finish();
    }
  }

  private finish(): void {
    if (this.place !== 'tail') {
      if (this.start === -1) this.unread += 1;
      else this.onRecord(this.buffer.slice(this.start, this.at));
    }
    this.place = this.place === 'record' ? 'list' : 'document';
    this.start = -1;
  }

  /** What was passed goes, but for the record and the key that are open. */
  private trim(): void {
    if (this.start !== -1 && this.at - this.start > LONGEST_RECORD) this.start = -1;
    const starts = [this.start, this.keyStart].filter((start) => start !== -1);
    const keep = starts.length === 0 ? this.at : Math.min(...starts);
    this.buffer = this.buffer.slice(keep);
    this.at -= keep;
    if (this.start !== -1) this.start -= keep;
    if (this.keyStart !== -1) this.keyStart -= keep;
  }
}
