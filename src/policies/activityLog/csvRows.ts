/**
 * Where in a cell the text is. `open`: before or without quotation marks; `quoted`: within them; `closing`: behind one that ends the
 * cell, or is the first of two that stand for one; `broken`: in a row that is none, up to its end.
 */
type State = 'open' | 'quoted' | 'closing' | 'broken';

/**
 * Reads CSV that comes piece by piece (RFC 4180), row by row, or a table with another sign between its cells: between tabs, a quotation mark within a cell is text; rows end with any line end. Where a piece ends makes no difference. A row
 * with a quotation mark in a wrong place may be several: it is none, and its lines count as unread.
 */
export class CsvRows {
  private readonly separator: string;
  private readonly onRow: (cells: readonly string[]) => void;
  private readonly onBroken: (lines: number) => void;
  private cells: string[] = [];
  private cell = '';
  private state: State = 'open';
  /** Line ends within the quoted cells of the row. */
  private lines = 0;

  constructor(
    separator: string,
    onRow: (cells: readonly string[]) => void,
    onBroken: (lines: number) => void,
  ) {
    this.separator = separator;
    this.onRow = onRow;
    this.onBroken = onBroken;
  }

  push(text: string): void {
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const sign = text.charAt(at);
      if (this.isText(sign)) continue;
      this.cell += text.slice(from, at);
      this.step(sign);
      from = at + 1;
    }
    this.cell += text.slice(from);
  }

  /** A cell that is still quoted was cut off, or has a quotation mark too many. */
  end(): void {
    if (this.state === 'quoted') {
      if (/[\r\n]$/.test(this.cell)) this.lines -= 1;
      this.state = 'broken';
    }
    if (this.state !== 'open' || this.cell !== '' || this.cells.length > 0) this.endRow();
  }

  /** Whether a sign is nothing but text of a cell. */
  private isText(sign: string): boolean {
    if (sign === '"' || sign === '\n' || sign === '\r') return false;
    return this.state === 'quoted' || (sign !== this.separator && this.state !== 'closing');
  }

  private step(sign: string): void {
    if (this.state === 'quoted') return this.stepInQuotes(sign);
    if (this.state === 'closing' && sign === '"') {
      this.cell += sign;
      this.state = 'quoted';
    } else if (sign === '\n' || sign === '\r') this.endRow();
    else if (this.state === 'broken') this.cell = '';
    else if (sign === this.separator) this.endCell();
    else if (sign === '"' && this.cell.trim() === '') {
      this.cell = '';
      this.state = 'quoted';
    } else if (this.state === 'open' && this.separator === '\t') this.cell += sign;
    else if (this.state === 'open' || sign.trim() !== '') this.state = 'broken';
  }

  private stepInQuotes(sign: string): void {
    if (sign === '"') {
      this.state = 'closing';
      return;
    }
    this.cell += sign;
    if (sign === '\r' || !this.cell.endsWith('\r\n')) this.lines += 1;
  }

  private endCell(): void {
    this.cells.push(this.cell);
    this.cell = '';
    this.state = 'open';
  }

  private endRow(): void {
    const isBroken = this.state === 'broken';
    this.endCell();
    const [row, lines] = [this.cells, this.lines];
    this.cells = [];
    this.lines = 0;
    if (isBroken) this.onBroken(lines + 1);
    else if (row.some((cell) => cell !== '')) this.onRow(row);
  }
}
