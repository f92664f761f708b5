import fc from 'fast-check';

/** Characters for tests, of every class that is found. */

export const codePoints = {
  /** Blanks that Unicode counts among symbols. */
  blank: [0x2800, 0xfffc, 0x1d159, 0x13441, 0x13442],
} as const;

const range = (first: number, last: number) =>
  fc.integer({ min: first, max: last }).map((code) => String.fromCodePoint(code));

/** Whatever cannot be seen. */
export const hiddenCharacter: fc.Arbitrary<string> = fc.oneof(
  range(0x7f, 0xa0),
  range(0x200b, 0x200f),
  range(0x2028, 0x202f),
  range(0x205f, 0x206f),
  range(0x2000, 0x200a),
  range(0xd800, 0xdfff),
  range(0xe000, 0xf8ff),
  range(0xfdd0, 0xfdef),
  range(0xfe00, 0xfe0f),
  range(0xe0000, 0xe007f),
  range(0xe0100, 0xe01ef),
  fc.constantFrom(
    '\u00ad',
    '\u034f',
    '\u061c',
    '\u115f',
    '\u1160',
    '\u17b4',
    '\u180e',
    '\u2800',
    '\u3000',
    '\u3164',
    '\ufeff',
    '\uffa0',
    '\uffff',
    '\u{10ffff}',
  ),
);

/** Hidden, or one that is taken for another beside ASCII letters. */
export const hostileCharacter: fc.Arbitrary<string> = fc.oneof(
  hiddenCharacter,
  fc.constantFrom(
    '\u0430',
    '\u0440',
    '\u03bf',
    '\u0131',
    '\uff50',
    '\u{1d429}',
    '\uff1a',
    '\u2215',
    '\u2013',
    '\u2217',
    '\uff0a',
    '\uff1f',
    '\uff0f',
    '\u2010',
  ),
  fc.constantFrom('e\u0301', '\u212b', 'a\u0337', '\u0301\u0301', '\u1112\u1161\u11ab'),
);

/** A text, and what is found in it. */
export const lookAlikeSamples: readonly (readonly [text: string, expected: readonly string[]])[] = [
  ['p\u0430yroll', ['1+1 U+0430 (Cyrillic, looks like a)']],
  ['\u0391dmin', ['0+1 U+0391 (Greek, looks like A)']],
  ['\u0406AM', ['0+1 U+0406 (Cyrillic, looks like I)']],
  ['ｐayroll', ['0+1 U+FF50 (Latin, looks like p)']],
  ['𝐩ayroll', ['0+2 U+1D429 (looks like p)']],
  ['Ꭺdmin', ['0+1 U+13AA (Cherokee, looks like A)']],
  ['ﬁnance', ['0+1 U+FB01 (Latin, looks like fi)']],
  ['f\u0131nance', ['1+1 U+0131 (Latin, looks like i)']],
  ['\u03bcm', ['0+1 U+03BC (Greek)']],
  ['ARN\u0434', ['3+1 U+0434 (Cyrillic)']],
  ['сок', []],
  ['со', ['0+1 U+0441 (Cyrillic, looks like c)', '1+1 U+043E (Cyrillic, looks like o)']],
  [
    'отдел раура',
    Array.from(
      'раура',
      (letter, place) =>
        `${6 + place}+1 U+0${letter.charCodeAt(0).toString(16).toUpperCase()} (Cyrillic, looks like ${'payp'.at(place) ?? 'a'})`,
    ),
  ],
  ['arn：aws', ['3+1 U+FF1A (looks like :)']],
  ['ml\u2013data', ['2+1 U+2013 (looks like -)']],
  ['policy\u2215*', ['6+1 U+2215 (looks like /)']],
  ['データ／*', ['3+1 U+FF0F (looks like /)']],
  ['данные∗', ['6+1 U+2217 (looks like *)']],
  ['отчёт＊', ['5+1 U+FF0A (looks like *)']],
  ['本番＊', ['2+1 U+FF0A (looks like *)']],
  ['本番？', ['2+1 U+FF1F (looks like ?)']],
  ['本番＊東京', ['2+1 U+FF0A (looks like *)']],
  ['данные∕отчёт/*', ['6+1 U+2215 (looks like /)']],
  ['данные／отчёт/*', ['6+1 U+FF0F (looks like /)']],
  ['данные‐отчёт/*', ['6+1 U+2010 (looks like -)']],
  ['данные：отчёт', ['6+1 U+FF1A (looks like :)']],
  ['本番：', ['2+1 U+FF1A (looks like :)']],
  ['本番\u0294', ['2+1 U+0294 (Latin, looks like ?)']],
  ['＄｛本番｝', ['0+1 U+FF04 (looks like $)', '1+1 U+FF5B (looks like {)', '4+1 U+FF5D (looks like })']],
  ['cafe\u0301', ['4+1 U+0301 (normal form: U+00E9)']],
  ['\u212bngstrom', ['0+1 U+212B (normal form: U+00C5)']],
  ['\u1112\u1161\u11ab', ['0+3 U+1112 U+1161 U+11AB (normal form: U+D55C)']],
  ['o\u0337', ['1+1 U+0337 (combining marks)']],
  ['/\u0301', ['1+1 U+0301 (combining marks)']],
  ['a\u0301\u0301', ['1+2 U+0301 U+0301 (combining marks)']],
  ['a\u0301\u0302\u0303\u0304\u0305', ['1+5 U+0301 U+0302 U+0303 and 2 more (combining marks)']],
];
