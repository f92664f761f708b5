/** More is no struct that a query gives back. */
const MAX_DEPTH = 8;

/**
 * A struct or a list as queries write them in a cell: JSON, or `{type=AssumedRole, sessioncontext={sessionissuer={arn=…}}}`. Anything
 * else is the text itself.
 */
export function readStruct(text: string): unknown {
  const trimmed = text.trim();
  if (!/^[[{]/.test(trimmed)) return trimmed === 'null' ? null : text;
  try {
    return JSON.parse(trimmed);
  } catch {
    return new StructReader(trimmed).value(0);
  }
}

class StructReader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  value(depth: number): unknown {
    const sign = this.text[this.at];
    if (depth < MAX_DEPTH && sign === '{') return this.struct(depth);
    if (depth < MAX_DEPTH && sign === '[') return this.list(depth);
    // A value may have commas and spaces in it: it ends where another key begins, or with its struct.
    const rest = this.text.slice(this.at);
    const [found = ''] = /^[\s\S]*?(?=,\s*[\w.-]+=|[}\]]|$)/.exec(rest) ?? [];
    this.at += found.length;
    const written = found.trim();
    return written === 'null' ? null : written;
  }

  private struct(depth: number): Readonly<Record<string, unknown>> {
    const entries: [string, unknown][] = [];
    this.at += 1;
    for (;;) {
      const [all, key] = /^[\s,]*([\w.:/-]+)=/.exec(this.text.slice(this.at, this.at + 300)) ?? [];
      if (all === undefined || key === undefined) break;
      this.at += all.length;
      entries.push([key, this.value(depth + 1)]);
    }
    this.skipTo('}');
    return Object.fromEntries(entries);
  }

  private list(depth: number): readonly unknown[] {
    const items: unknown[] = [];
    this.at += 1;
    while (/^[\s,]*[{[]/.test(this.text.slice(this.at, this.at + 20))) {
      while (!/[{[]/.test(this.text[this.at] ?? '{')) this.at += 1;
      items.push(this.value(depth + 1));
    }
    this.skipTo(']');
    return items;
  }

  private skipTo(end: string): void {
    const found = this.text.indexOf(end, this.at);
    this.at = found === -1 ? this.text.length : found + 1;
  }
}
