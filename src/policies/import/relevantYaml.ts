/** The parts of a long text of YAML that may hold a policy, the others blank: the library takes seconds for a megabyte of small values. */

/** Shorter texts are parsed as they are. */
const LONG = 50_000;

/** The names of policy documents and of what holds them, or an escape that could spell one; and what functions in them look up. */
const RELEVANT = /statement|polic|document|content|[\\%]|^(?:Mappings|Parameters|Conditions)\b/i;

/** A value with a name that others refer to: then any part may be one of a policy. */
const ANCHOR = /(?:^|[\s:-])&\w/;

/** The text, of the same length. Nothing where no part of it is relevant. */
export function relevantYaml(text: string): string | undefined {
  if (text.length <= LONG || ANCHOR.test(text)) return text;
  if (!RELEVANT.test(text)) return undefined;
  return relevantParts(text, 0);
}

/** Sections are looked into, and lists; what holds a policy there is left whole, with its names. */
const DEEPEST = 1;

/** One name with its value, as `RoleName: nb`: it may be of a policy beside it. */
const NAMED = /^[^\S\n]*["']?[\w./-]+["']?:[^\S\n]+[^\s[{#][^\n]*\s*$/;

/** The text without those of its entries that cannot hold a policy. */
function relevantParts(text: string, depth: number): string {
  const indent = indentOf(text);
  if (depth > DEEPEST || indent === undefined) return text;
  return entriesOf(text, indent)
    .map((entry) => {
      if (!RELEVANT.test(entry.trimStart()) && !NAMED.test(entry)) return entry.replaceAll(/[^\n]/g, ' ');
      const [line = ''] = entry.split('\n', 1);
      return isName.test(line) ? `${line}${relevantParts(entry.slice(line.length), depth + 1)}` : entry;
    })
    .join('');
}

/** A name alone in its line: what is in it is below. */
const isName = /^\s*["']?[\w./:-]+["']?:\s*(?:#.*)?$/;

/** How far the first entry is indented. */
function indentOf(text: string): number | undefined {
  const [, spaces] = /^( *)(?![ #\r\n])/m.exec(text) ?? [];
  return spaces?.length;
}

/** A text in pieces, each of which begins with a line that is indented so far. */
function entriesOf(text: string, indent: number): readonly string[] {
  const beginning = new RegExp(`^ {${indent}}(?![ #\\r\\n\\]}])`, 'gm');
  const starts = [...text.matchAll(beginning)].map(({ index }) => index);
  const [first = 0] = starts;
  const pieces = starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length));
  return first > 0 ? [text.slice(0, first), ...pieces] : pieces;
}
