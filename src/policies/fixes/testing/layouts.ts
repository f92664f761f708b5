import fc from 'fast-check';

/** How a JSON text may be laid out. */
export interface Layout {
  readonly name: string;
  /** Before and behind what is in brackets, behind a comma, around a colon; `indent` is of the depth. */
  readonly open: (indent: string) => string;
  readonly comma: (indent: string) => string;
  readonly beforeComma: string;
  readonly colon: string;
  readonly unit: string;
  readonly close: (indent: string) => string;
}

const lines = (end: string, unit: string, name: string): Layout => ({
  name,
  open: (indent) => `${end}${indent}`,
  comma: (indent) => `${end}${indent}`,
  beforeComma: '',
  colon: ': ',
  unit,
  close: (indent) => `${end}${indent}`,
});
const inline = (name: string, pad: string, comma: string, colon: string): Layout => ({
  name,
  open: () => pad,
  comma: () => comma,
  beforeComma: '',
  colon,
  unit: '',
  close: () => pad,
});

export const layouts: readonly Layout[] = [
  lines('\n', '  ', 'two spaces'),
  lines('\n', '    ', 'four spaces'),
  lines('\n', '\t', 'tabs'),
  lines('\r\n', '  ', 'CRLF'),
  lines('\n', '', 'lines without indent'),
  lines(' \n\n', '  ', 'trailing and empty'),
  inline('minified', '', '', ':'),
  inline('one line', '', ' ', ': '),
  inline('padded', ' ', ' ', ' : '),
  { ...inline('commas first', ' ', ' ', ': '), beforeComma: '\n  ' },
];

/** Writes a value; each list and object in the layout that `next` gives for it. A key may come twice: entries are pairs. */
export function write(value: unknown, next: () => Layout, indent = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const { open, comma, beforeComma, colon, unit, close } = next();
  const inner = `${indent}${unit}`;
  const [first, last] = Array.isArray(value) ? '[]' : '{}';
  const parts = Array.isArray(value)
    ? value.map((entry) => write(entry, next, inner))
    : Object.entries(value).map(
        ([key, entry]) => `${JSON.stringify(key)}${colon}${write(entry, next, inner)}`,
      );
  if (parts.length === 0) return `${first}${last}`;
  return `${first}${open(inner)}${parts.join(`${beforeComma},${comma(inner)}`)}${close(indent)}${last}`;
}

/** A text for a value: laid out in one way or in a mixture, sometimes behind a byte order mark, with an escape, or with a key twice. */
export function texts(value: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const mixed = fc.infiniteStream(fc.constantFrom(...layouts));
  const single = fc.constantFrom(...layouts);
  const layout = fc.oneof(
    single.map((one) => () => one),
    mixed.map((stream) => () => {
      const { value: one } = stream.next();
      return one;
    }),
  );
  return fc
    .tuple(value, layout, fc.constantFrom(...twists))
    .map(([own, next, twist]) => twist(write(own, next)));
}

const twists: readonly ((text: string) => string)[] = [
  ...Array.from({ length: 12 }, () => (text: string) => text),
  (text) => `\uFEFF${text}`,
  (text) => `\n  ${text}  \n`,
  (text) => text.replaceAll('s3:G', '\\u00733:G').replaceAll('/', '\\/'),
  (text) => text.replace('"Effect"', '"Effect": "Deny", "Effect"'),
  (text) => text.replace('"Action"', '"Action": ["s3:GetObject", "s3:*"], "Action"'),
];
