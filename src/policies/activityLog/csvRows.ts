/** Reads CSV that comes piece by piece (RFC 4180), row by row. Where a piece ends makes no difference. */
export class CsvRows {
  private readonly onRow: (cells: readonly string[]) => void;
  private cells: string[] = [];
  private cell = '';
  private isQuoted = false;
  /** A quotation mark within a quoted cell: its end, or the first of two that stand for one. */
  private isPending = false;

  constructor(onRow: (cells: readonly string[]) => void) {
    this.onRow = onRow;
  }

  push(text: string): void {
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const sign = text[at];
      if (this.isPending) {
        this.isPending = false;
        if (sign === '"') {
          this.cell += '"';
          from = at + 1;
          continue;
        }
        this.isQuoted = false;
        from = at;
      }
      if (this.isQuoted ? sign !== '"' : sign !== '"' && sign !== ',' && sign !== '\n') continue;
      this.cell += text.slice(from, at);
      from = at + 1;
      if (this.isQuoted) this.isPending = true;
      else if (sign === '"') this.isQuoted = true;
      else this.endCell(sign === '\n');
    }
    if (!this.isPending) this.cell += text.slice(from);
  }

  end(): void {
    if (this.cell !== '' || this.cells.length > 0) this.endCell(true);
  }

  private endCell(isLast: boolean): void {
    this.cells.push(isLast ? this.cell.replace(/\r$/, '') : this.cell);
    this.cell = '';
    if (!isLast) return;
    const row = this.cells;
    this.cells = [];
    if (row.some((cell) => cell !== '')) this.onRow(row);
  }
}
