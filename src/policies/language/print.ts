import type { Path, PolicyDocument, Statement } from './policy.ts';
import { type PlacedValue, type RangeTable, rangeTable } from './ranges.ts';

export interface PrintedPolicy {
  readonly text: string;
  readonly ranges: RangeTable;
}

/** The elements of a statement in the order in which AWS writes them. */
export const statementElements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
] as const satisfies readonly (keyof Statement)[];

/**
 * A policy as canonical JSON: elements in the order of the grammar, two spaces, one entry of a list per line, `Action`
 * always a list. The same policy gives the same text. The table has the range of each value.
 */
export function printPolicy(policy: PolicyDocument): PrintedPolicy {
  const ordered = orderedPolicy(policy);
  const text = `${JSON.stringify(ordered, null, 2)}\n`;
  return { text, ranges: rangeTable(text, () => placesOf(ordered, '')) };
}

/** A statement as in a printed policy, first line without indent. */
export const printStatement = (statement: Statement): string =>
  JSON.stringify(orderedStatement(statement), null, 2).replaceAll('\n', '\n    ');

/** Where the values of a statement are in what `printStatement` writes. */
export const placesInStatement = (statement: Statement): readonly PlacedValue[] =>
  placesOf(orderedStatement(statement), '    ');

/** A statement without white space. */
export const minifyStatement = (statement: Statement): string => JSON.stringify(orderedStatement(statement));

/** Places are looked up in the document that is shown, so they are found only when they are needed. */
function placesOf(ordered: Record<string, unknown>, indent: string): readonly PlacedValue[] {
  const printer = new Printer();
  printer.value(ordered, [], indent);
  return printer.entries;
}

/** The same policy without white space. */
export function minifyPolicy(policy: PolicyDocument): string {
  return JSON.stringify(orderedPolicy(policy));
}

function orderedPolicy({ Version, Id, Statement }: PolicyDocument): Record<string, unknown> {
  return {
    ...(Version === undefined ? {} : { Version }),
    ...(Id === undefined ? {} : { Id }),
    Statement: Statement.map(orderedStatement),
  };
}

function orderedStatement(statement: Statement): Record<string, unknown> {
  const ordered: Record<string, unknown> = {};
  for (const element of statementElements) {
    const value = statement[element];
    if (value === undefined) continue;
    const isAction = element === 'Action' || element === 'NotAction';
    ordered[element] = isAction && typeof value === 'string' ? [value] : value;
  }
  return ordered;
}

interface Entry {
  readonly path: Path;
  readonly start: number;
  end: number;
}

/** Writes JSON as `JSON.stringify` does with two spaces, and notes where each value begins and ends. */
class Printer {
  text = '';
  readonly entries: Entry[] = [];

  value(value: unknown, path: Path, indent: string): void {
    const entry = { path, start: this.text.length, end: 0 };
    this.entries.push(entry);
    if (Array.isArray(value)) this.list(value, path, indent);
    else if (typeof value === 'object' && value !== null) this.object(value, path, indent);
    else this.text += JSON.stringify(value);
    entry.end = this.text.length;
  }

  private list(values: readonly unknown[], path: Path, indent: string): void {
    this.lines('[', ']', values, indent, (value, index, inner) => this.value(value, [...path, index], inner));
  }

  private object(value: object, path: Path, indent: string): void {
    this.lines('{', '}', Object.entries(value), indent, ([key, child], _, inner) => {
      this.text += `${JSON.stringify(key)}: `;
      this.value(child, [...path, key], inner);
    });
  }

  private lines<Element>(
    open: string,
    close: string,
    elements: readonly Element[],
    indent: string,
    write: (element: Element, index: number, indent: string) => void,
  ): void {
    if (elements.length === 0) {
      this.text += open + close;
      return;
    }
    const inner = `${indent}  `;
    this.text += open;
    elements.forEach((element, index) => {
      this.text += `${index === 0 ? '' : ','}\n${inner}`;
      write(element, index, inner);
    });
    this.text += `\n${indent}${close}`;
  }
}
