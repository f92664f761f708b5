import type { Fact } from './fact.ts';

/** How a table separates its cells: as copied from a page, as the AWS CLI draws it, or by spaces. */
const separators: readonly RegExp[] = [/\t+/, /\s*\|\s*/, /\s{2,}/];

const KEY = /^(?:output)?\s*(?:key|name)$/i;
const VALUE = /^(?:output)?\s*value$/i;

/** Facts of a table with a name and a value in each row, as the console shows the outputs of a stack; nothing where it is none. */
export function factsInTable(text: string): readonly Fact[] {
  const lines = text.split('\n').filter((line) => /[^\s|+=-]/.test(line));
  for (const separator of separators) {
    const rows = lines.map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .trim()
        .split(separator),
    );
    const facts = factsOfRows(rows);
    if (facts.length > 0) return facts;
  }
  return [];
}

function factsOfRows(rows: readonly (readonly string[])[]): readonly Fact[] {
  const head = rows.findIndex((cells) => cells.some(isKey) && cells.some(isValue));
  const [key, value] =
    head === -1 ? [0, 1] : [rows[head]?.findIndex(isKey) ?? 0, rows[head]?.findIndex(isValue) ?? 1];
  const body = rows.slice(head + 1).filter((cells) => cells.length > Math.max(key, value));
  // Without its head, a table is one if each of its rows is a name with a value.
  const isTable = head !== -1 || (rows.length > 0 && body.length === rows.length && body.every(isRow));
  if (!isTable) return [];
  return body.map((cells) => ({
    name: (cells[key] ?? '').trim(),
    values: [(cells[value] ?? '').trim()],
  }));
}

const isKey = (cell: string): boolean => KEY.test(cell.trim());
const isValue = (cell: string): boolean => VALUE.test(cell.trim());
const isRow = ([key = '', value = '']: readonly string[]): boolean =>
  /^[A-Za-z][\w.-]*$/.test(key) && value !== '';
