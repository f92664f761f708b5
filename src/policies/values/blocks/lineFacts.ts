import { unquoted } from '../cleanEntry.ts';
import { type Fact, MOST_FACTS } from './fact.ts';

const ASSIGNED = /^\s*(?:export\s+|set\s+)?"?([\w.-]{1,200})"?\s*=\s*(.*)$/;
const NAMED = /^\s*(?:-\s+)?"?([A-Za-z_][\w.-]{0,199})"?:\s+(\S.*)$/;
const OPENS = /^(?:to(?:list|set|map)\()?\s*[[{]\s*$/;
const CLOSES = /^\s*[\]}]\)?,?\s*$/;

/** Facts of lines: `terraform output`, `.env` files, `cdk deploy`, YAML, or a list. Lines of another form are left out. */
export function factsInLines(text: string): readonly Fact[] {
  const lines = text.split('\n').filter((line) => !/^\s*(?:#|\/\/|$)/.test(line));
  const named = lines.some((line) => ASSIGNED.test(line)) ? ASSIGNED : NAMED;
  const facts: Fact[] = [];
  for (let at = 0; at < lines.length && facts.length < MOST_FACTS; at += 1) {
    const [, name, value = ''] = named.exec(lines[at] ?? '') ?? [];
    if (name === undefined) continue;
    const end = OPENS.test(value) ? closingLine(lines, at) : at;
    const inner = lines.slice(at + 1, end);
    facts.push(...(end > at ? factsOfList(name, inner) : [{ name, values: valuesIn(value) }]));
    at = end;
  }
  return facts.length > 0 ? facts : listed(lines);
}

/** In lines. */
const LONGEST_LIST = 300;

const closingLine = (lines: readonly string[], from: number): number => {
  const at = lines.slice(from + 1, from + LONGEST_LIST).findIndex((line) => CLOSES.test(line));
  return at === -1 ? from : from + 1 + at;
};

/** Of a list one fact; of a map one for each of its names. */
function factsOfList(name: string, lines: readonly string[]): readonly Fact[] {
  const entries = lines.map((line) => ASSIGNED.exec(line));
  if (!entries.some(Boolean)) return [{ name, values: lines.map(unquoted).filter(Boolean) }];
  return entries.flatMap((entry) =>
    entry ? [{ name: `${name}_${entry[1] ?? ''}`, values: valuesIn(entry[2] ?? '') }] : [],
  );
}

/** The value of a line, without a comment behind it; several where it is a list. */
function valuesIn(value: string): readonly string[] {
  const [, list] = /^(?:to(?:list|set)\()?\[(.*)\]\)?,?$/.exec(value.trim()) ?? [];
  if (list !== undefined) return list.split(',').map(unquoted).filter(Boolean);
  const [, double, single] = /^\s*(?:"([^"]*)"|'([^']*)')/.exec(value) ?? [];
  const bare = double ?? single ?? unquoted(value.replace(/\s#.*$/, ''));
  return bare === '' ? [] : [bare];
}

const listed = (lines: readonly string[]): readonly Fact[] =>
  lines
    .slice(0, MOST_FACTS)
    .flatMap((line) => line.split(/[\s,;]+/))
    .map(unquoted)
    .filter((text) => text !== '' && !/^[[\]{}()|+-]+$/.test(text))
    .map((text) => ({ name: '', values: [text] }));
