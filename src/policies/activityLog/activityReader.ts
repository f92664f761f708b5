import type { Period, RepeatedEvent } from './activityEvent.ts';
import { callOfLine, isRemark } from './callLines.ts';
import { CsvRows } from './csvRows.ts';
import { eventOfRecord, type TimedEvent } from './eventOfRecord.ts';
import { RecordSplitter } from './recordSplitter.ts';
import { columnName, separatorOf } from './tableHeader.ts';

/** What files and texts hold, counted. */
export interface ActivityReading {
  readonly events: readonly RepeatedEvent[];
  readonly count: number;
  readonly period: Period;
  /** Records, rows and lines that are no event. */
  readonly unread: number;
  /** Events without the caller’s ARN and without parameters. */
  readonly bare: number;
}

interface Format {
  push(text: string): void;
  end(): void;
}

/** Reads events of any number of files, each of which comes piece by piece. Keeps what counts of an event, and each such once. */
export class ActivityReader {
  private readonly events = new Map<string, RepeatedEvent>();
  private count = 0;
  private unread = 0;
  private bare = 0;
  private from = '';
  private to = '';
  private format: Format | undefined;
  private head = '';

  /** The next piece of a file. */
  push(text: string): void {
    if (this.format) return this.format.push(text);
    this.head += text;
    // A line or two tell a table from a list.
    if (/^\s*[[{]/.test(this.head) || this.head.length > 4000) this.begin();
  }

  /** The file has no more pieces; another may follow. */
  endFile(): void {
    if (!this.format && this.head.trim() !== '') this.begin();
    this.format?.end();
    this.format = undefined;
    this.head = '';
  }

  reading(): ActivityReading {
    const { count, unread, bare, from, to } = this;
    return { events: [...this.events.values()], count, unread, bare, period: { from, to } };
  }

  private begin(): void {
    const text = this.head.replace(/^\uFEFF/, '');
    this.format = this.formatOf(text);
    this.head = '';
    this.format.push(text);
  }

  private formatOf(text: string): Format {
    if (/^\s*[[{]/.test(text)) return this.json();
    const [header = ''] = text.trimStart().split(LINE_END, 1);
    const separator = separatorOf(header);
    return separator === undefined ? this.lines() : this.table(separator);
  }

  private json(): Format {
    const splitter = new RecordSplitter((text) => this.addRecord(parsed(text)));
    return {
      push: (text) => splitter.push(text),
      end: () => {
        splitter.end();
        this.unread += splitter.unread;
      },
    };
  }

  private table(separator: string): Format {
    let columns: readonly string[] | undefined;
    const addRow = (cells: readonly string[]) => {
      if (!columns) {
        columns = cells.map(columnName);
        return;
      }
      const names = columns;
      // A row with fewer cells was cut off; with more, none is surely that of its column. A comma behind the last name is none.
      const isWhole =
        cells.length > names.findLastIndex((name) => name !== '') &&
        cells.slice(names.length).every((cell) => cell === '');
      if (isWhole) this.addRecord(Object.fromEntries(names.map((name, place) => [name, cells[place] ?? ''])));
      else this.unread += 1;
    };
    return new CsvRows(separator, addRow, (lines) => {
      this.unread += lines;
    });
  }

  private lines(): Format {
    let rest = '';
    const add = (line: string) => {
      if (isRemark(line)) return;
      const [json] = JSON_IN_LINE.exec(line) ?? [];
      this.add(json === undefined ? callOfLine(line) : eventOfRecord(parsed(json)));
    };
    return {
      push: (text) => {
        const lines = (rest + text).split(LINE_END);
        rest = lines.pop() ?? '';
        for (const line of lines) add(line);
      },
      end: () => add(rest),
    };
  }

  private addRecord(record: unknown): void {
    this.add(eventOfRecord(record));
  }

  private add(found: TimedEvent | undefined): void {
    if (!found) {
      this.unread += 1;
      return;
    }
    const { event, time, count, isBare } = found;
    if (isBare) this.bare += count;
    const key = JSON.stringify(event);
    const known = this.events.get(key);
    if (known) known.count += count;
    else this.events.set(key, { event, count });
    this.count += count;
    if (time === '') return;
    if (this.from === '' || time < this.from) this.from = time;
    if (time > this.to) this.to = time;
  }
}

const LINE_END = /\r\n?|\n/;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Behind a time and the name of a log stream, as `aws logs tail` prints it. */
const JSON_IN_LINE = /\{"[^]*\}(?=["']?\s*$)/;
