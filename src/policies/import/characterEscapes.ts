/** Characters as escapes of HTML or of a program, which came along when text was copied from its source. */

/** Names of marks, spaces and separators. Source: https://html.spec.whatwg.org/multipage/named-characters.html */
const named: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  grave: '`',
  acute: '\u00b4',
  laquo: '\u00ab',
  raquo: '\u00bb',
  lsquo: '\u2018',
  rsquo: '\u2019',
  sbquo: '\u201a',
  ldquo: '\u201c',
  rdquo: '\u201d',
  bdquo: '\u201e',
  prime: '\u2032',
  lsaquo: '\u2039',
  rsaquo: '\u203a',
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  zwnj: '\u200c',
  zwj: '\u200d',
  shy: '\u00ad',
  comma: ',',
  semi: ';',
  tab: '\t',
  newline: '\n',
};

/** An ampersand may be escaped itself, once for each time that the text was copied. */
const WRITTEN =
  /&(?:amp;){0,3}(?:#x0{0,6}([0-9a-f]{1,6})|#0{0,6}([0-9]{1,7})|([a-z]{3,7}));|\\u([0-9a-f]{4})/gi;

/** A text with such escapes decoded. Names of characters that do not matter to how strings end stay. */
export const decodeEscapes = (text: string): string =>
  text.includes('&') || text.includes('\\') ? text.replace(WRITTEN, meant) : text;

function meant(written: string, hex?: string, decimal?: string, name?: string, escape?: string): string {
  if (name !== undefined) return named[name.toLowerCase()] ?? written;
  const code =
    decimal === undefined ? Number.parseInt(hex ?? escape ?? '', 16) : Number.parseInt(decimal, 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : written;
}

/** Every HTML entity in a text with its place, and the character that it is for. */
export const escapesIn = (
  text: string,
): readonly { readonly at: number; readonly written: string; readonly character: string }[] =>
  text.includes('&')
    ? Array.from(text.matchAll(WRITTEN), ({ 0: written, index }) => ({
        at: index,
        written,
        character: decodeEscapes(written),
      }))
    : [];
