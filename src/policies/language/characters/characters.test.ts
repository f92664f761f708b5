import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeCharacter } from './describeCharacter.ts';
import { escapeDeceptiveCharacters, escapeJson, jsonEscape } from './escapeCharacters.ts';
import { findCharacters } from './findCharacters.ts';
import type { CharacterKind } from './foundCharacter.ts';
import { hiddenCharactersIn } from './hiddenCharacters.ts';
import { looksLikeAscii } from './lookAlikes.ts';
import { charactersInJson } from './jsonCharacters.ts';
import {
  codePoints,
  hiddenCharacter,
  hostileCharacter,
  lookAlikeSamples,
} from './testing/characterArbitraries.ts';
import { confusablesDate, unicodeVersion } from './unicode.ts';
import { visibleString, visibleText } from './visibleText.ts';
import { exhaustive } from '../../testing/effort.ts';
import { cpuSeconds } from '../../testing/cpuSeconds.ts';

/** Scripts that have letters which look like ASCII signs. */
const scriptNames = ['Grek', 'Hebr', 'Arab', 'Deva', 'Thai', 'Geor', 'Hang'].map(
  (code) => new RegExp(`^\\p{scx=${code}}$`, 'u'),
);

const reported = (text: string, use?: 'prose') =>
  findCharacters(text, use).map((found) => `${found.offset}+${found.length} ${describeCharacter(found)}`);

/** Of each class of characters the ones at its borders, and how they are named. */
const hiddenClasses: readonly (readonly [code: number, name: string])[] = [
  [0x00, 'U+0000 NULL'],
  [0x09, 'U+0009 CHARACTER TABULATION'],
  [0x0a, 'U+000A LINE FEED'],
  [0x1b, 'U+001B ESCAPE'],
  [0x7f, 'U+007F DELETE'],
  [0x9b, 'U+009B CONTROL SEQUENCE INTRODUCER'],
  [0xa0, 'U+00A0 NO-BREAK SPACE'],
  [0xad, 'U+00AD SOFT HYPHEN'],
  [0x34f, 'U+034F COMBINING GRAPHEME JOINER'],
  [0x61c, 'U+061C ARABIC LETTER MARK'],
  [0x115f, 'U+115F HANGUL CHOSEONG FILLER'],
  [0x1160, 'U+1160 HANGUL JUNGSEONG FILLER'],
  [0x1680, 'U+1680 OGHAM SPACE MARK'],
  [0x17b4, 'U+17B4 KHMER VOWEL INHERENT AQ'],
  [0x180e, 'U+180E MONGOLIAN VOWEL SEPARATOR'],
  [0x2000, 'U+2000 EN QUAD'],
  [0x200b, 'U+200B ZERO WIDTH SPACE'],
  [0x200c, 'U+200C ZERO WIDTH NON-JOINER'],
  [0x200d, 'U+200D ZERO WIDTH JOINER'],
  [0x200e, 'U+200E LEFT-TO-RIGHT MARK'],
  [0x200f, 'U+200F RIGHT-TO-LEFT MARK'],
  [0x2028, 'U+2028 LINE SEPARATOR'],
  [0x2029, 'U+2029 PARAGRAPH SEPARATOR'],
  [0x202a, 'U+202A LEFT-TO-RIGHT EMBEDDING'],
  [0x202e, 'U+202E RIGHT-TO-LEFT OVERRIDE'],
  [0x202f, 'U+202F NARROW NO-BREAK SPACE'],
  [0x205f, 'U+205F MEDIUM MATHEMATICAL SPACE'],
  [0x2060, 'U+2060 WORD JOINER'],
  [0x2065, 'U+2065 (not assigned)'],
  [0x2066, 'U+2066 LEFT-TO-RIGHT ISOLATE'],
  [0x2069, 'U+2069 POP DIRECTIONAL ISOLATE'],
  [0x206f, 'U+206F NOMINAL DIGIT SHAPES'],
  [0x2800, 'U+2800 BRAILLE PATTERN BLANK'],
  [0x3000, 'U+3000 IDEOGRAPHIC SPACE'],
  [0x3164, 'U+3164 HANGUL FILLER'],
  [0xd800, 'U+D800 (half of a surrogate pair)'],
  [0xdfff, 'U+DFFF (half of a surrogate pair)'],
  [0xe000, 'U+E000 (private use)'],
  [0xfdd0, 'U+FDD0 (noncharacter)'],
  [0xfe00, 'U+FE00 VARIATION SELECTOR-1'],
  [0xfe0f, 'U+FE0F VARIATION SELECTOR-16'],
  [0xfeff, 'U+FEFF ZERO WIDTH NO-BREAK SPACE'],
  [0xffa0, 'U+FFA0 HALFWIDTH HANGUL FILLER'],
  [0xfff9, 'U+FFF9 INTERLINEAR ANNOTATION ANCHOR'],
  [0xfffc, 'U+FFFC OBJECT REPLACEMENT CHARACTER'],
  [0xffff, 'U+FFFF (noncharacter)'],
  [0x1d159, 'U+1D159 MUSICAL SYMBOL NULL NOTEHEAD'],
  [0x1d173, 'U+1D173 MUSICAL SYMBOL BEGIN BEAM'],
  [0xe0001, 'U+E0001 LANGUAGE TAG'],
  [0xe0061, 'U+E0061 TAG LATIN SMALL LETTER A'],
  [0xe007f, 'U+E007F CANCEL TAG'],
  [0xe0100, 'U+E0100 VARIATION SELECTOR-17'],
  [0xe01ef, 'U+E01EF VARIATION SELECTOR-256'],
  [0xf0000, 'U+F0000 (private use)'],
  [0x10ffff, 'U+10FFFF (noncharacter)'],
];

describe('what cannot be seen is found', () => {
  const places = [
    ['alone', '', ''],
    ['first', '', 'payroll'],
    ['within a word', 'pay', 'roll'],
    ['last', 'payroll', ''],
    ['between words', 'pay ', ' roll'],
    ['in another script', 'дан', 'ные'],
    ['behind an emoji', '⚠', ''],
  ] as const;

  it.each(hiddenClasses)('%i: %s', (code, name) => {
    const character = String.fromCodePoint(code);
    for (const [place, before, after] of places)
      for (const use of [undefined, 'prose'] as const)
        expect(reported(before + character + after, use), place).toEqual([
          `${before.length}+${character.length} ${name}`,
        ]);
  });

  const blank: ReadonlySet<number> = new Set(codePoints.blank);

  it('whatever the character: each that has no shape is found, and no letter, digit or sign', () => {
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const character = String.fromCodePoint(code);
      const unseen =
        (/[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(character) && !/[ \p{Cn}]/u.test(character)) ||
        /[\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]/u.test(character) ||
        blank.has(code);
      if (hiddenCharactersIn(character).length > 0 !== unseen) expect.fail(`U+${code.toString(16)}`);
    }
  });
});

describe('what looks like something else is found', () => {
  it.each(lookAlikeSamples)('%s', (text, expected) => {
    expect(reported(text)).toEqual(expected);
  });

  it.each([
    'payroll',
    'arn:aws:s3:::ml-input/*',
    '${aws:PrincipalTag/team}',
    'данные',
    'отдел-продаж',
    'prod-данные',
    'Тест с MFA',
    'ο άνθρωπος',
    'ελληνικά',
    '本番環境',
    '二〇二六年',
    'S3バケットの読み取り',
    'ノートブック',
    '本番：東京',
    '東京，大阪',
    'データ（テスト）版',
    'ノートノ',
    'दुःख',
    'יום',
    '٢٠٢٦',
    'обʼєкт',
    '数据科学家',
    '데이터과학',
    'AWS계정',
    'שלום',
    'بيانات',
    'ข้อมูล',
    'हिन्दी',
    'ქართული',
    'café',
    'Việt Nam',
    'Đà Nẵng',
    'Zażółć',
    'œuvre',
    'Ærø',
    '10µm',
    'naïve',
    'שָׁלוֹם'.normalize('NFC'),
    '🚀 release',
  ])('and nothing is found in %s', (text) => {
    expect(reported(text)).toEqual([]);
    expect(reported(text, 'prose')).toEqual([]);
  });

  const words = [
    'данные',
    'ελληνικά',
    '本番',
    'データ',
    '데이터',
    'שלום',
    'بيانات',
    'हिन्दी',
    'ข้อมูล',
    'ქართული',
  ];
  const isCjk = (word: string) => /^[\p{scx=Hani}\p{scx=Kana}\p{scx=Hang}]+$/u.test(word);
  const isWide = (sign: string) => /^[\u3000-\u303f\uff00-\uffef]$/.test(sign);
  const signs = Array.from({ length: 0x20000 }, (_, code) => String.fromCodePoint(code)).filter((sign) =>
    /^[^A-Za-z0-9]+$/.test(sign > '\x7f' ? (looksLikeAscii(sign) ?? '0') : '0'),
  );
  const isLetter = (sign: string) => /[\p{L}\p{M}\p{N}]/u.test(sign);
  const foundAt = (text: string, offset: number) =>
    findCharacters(text).some((found) => found.offset <= offset && offset < found.offset + found.length);

  it.each(words)(
    'every sign that reads as one of ASCII is found beside letters of another script: %s',
    (word) => {
      expect(signs.length).toBeGreaterThan(200);
      for (const sign of signs.filter((one) => !isLetter(one)))
        for (const [before, after] of [
          [word, ''],
          ['', word],
          [word, word],
        ] as const) {
          const structural = /[*?/:${}]/.test(looksLikeAscii(sign) ?? '');
          const isOfScript = isCjk(word) && before !== '' && after !== '' && isWide(sign) && !structural;
          if (isOfScript || (sign === '：' && isCjk(before) && isCjk(after))) continue;
          expect(foundAt(before + sign + after, before.length), before + sign + after).toBe(true);
        }
    },
  );

  it.each(words)(
    'every letter that reads as a wildcard or a separator is found beside letters of another script: %s',
    (word) => {
      const own = (sign: string) =>
        Array.from(word).some((letter) => scriptNames.some((name) => name.test(letter) && name.test(sign)));
      const structural = signs.filter(
        (sign) => isLetter(sign) && /[*?/:${}]/.test(looksLikeAscii(sign) ?? ''),
      );
      expect(structural.length).toBeGreaterThan(10);
      for (const sign of structural.filter((one) => !own(one) && !(isCjk(word) && isCjk(one)))) {
        const found = findCharacters(word + sign);
        expect(found.length, word + sign).toBeGreaterThan(0);
      }
    },
  );

  it('only a wide colon between letters of Chinese, Japanese or Korean is left as it is', () => {
    for (const [before, after] of [
      ['東京', '本番'],
      ['データ', '本番'],
      ['데이터', '과학'],
    ] as const) {
      expect(reported(`${before}：${after}`)).toEqual([]);
      for (const text of [
        `${before}：`,
        `：${after}`,
        `${before}：*`,
        `s3：${after}`,
        `${before}：：${after}`,
        `данные：${after}`,
      ])
        expect(reported(text), text).toContainEqual(expect.stringContaining('U+FF1A (looks like :)'));
    }
  });

  it.each(['Team’s “data” – all…', 'Yazılım', 'DS · NB', '№ 3', '本番（prod）'])(
    'names may have typographic signs: %s',
    (text) => expect(reported(text, 'prose')).toEqual([]),
  );

  it('in texts of the page’s own language nothing is found that is there in every name', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~]*$/), (text) => {
        expect(findCharacters(text)).toEqual([]);
      }),
    );
  });
});

const anyText = fc
  .array(
    fc.oneof(
      hostileCharacter,
      fc.constantFrom('a', 'b', ' ', 'pay', '/', 'é', 'д', '本', '\\', '"', '\ud83d', '\ude00'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('whatever the text', () => {
  it('places are in order, apart, and hold what is named', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const found of findCharacters(text)) {
          expect(found.offset).toBeGreaterThanOrEqual(end);
          end = found.offset + found.length;
          expect(text.slice(found.offset, end)).toBe(found.text);
          expect(found.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('pieces put together again are the text, and nothing hidden is in what is shown', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = findCharacters(text);
        const shown = visibleText(text);
        expect(shown.filter((piece) => typeof piece !== 'string')).toHaveLength(found.length);
        expect(hiddenCharactersIn(visibleString(text))).toEqual([]);
        expect(shown).not.toContain('');
        let next = 0;
        const again = shown.map((piece) => (typeof piece === 'string' ? piece : (found[next++]?.text ?? '')));
        expect(again.join('')).toBe(text);
      }),
    );
  });

  it('escaping replaces exactly what is found', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const escaped = escapeDeceptiveCharacters(
          text,
          () => '',
          () => '',
        );
        expect(escaped).toBe('');
        expect(escapeDeceptiveCharacters(text, (character) => character)).toBe(text);
      }),
    );
  });

  it('JSON means the same once escaped, and has nothing hidden in it', () => {
    fc.assert(
      fc.property(
        fc.dictionary(anyText, fc.oneof(anyText, fc.array(anyText))),
        fc.boolean(),
        (value, wide) => {
          const json = JSON.stringify(value, null, wide ? 2 : undefined);
          const escaped = escapeJson(json);
          expect(JSON.parse(escaped)).toEqual(JSON.parse(json));
          expect(hiddenCharactersIn(escaped.replaceAll('\n', ''))).toEqual([]);
          expect(escapeJson(escaped)).toBe(escaped);
          // Terraform keeps texts in their normal form only.
          expect(escaped.normalize('NFC')).toBe(escaped);
          const left = charactersInJson(escaped).flatMap(({ characters }) => characters);
          expect(left.every(({ offset }) => escaped[offset] === '\\')).toBe(true);
        },
      ),
    );
  });

  // U+18C3C is no letter of a living script; both write escapes that end in a letter, on which the mark would sit.
  it.each(['"\u{18c3c}\u030c"', '"\\u4e0c\u030c"', '"\\u4e0a\u0301\u0301"', '"本\\u4e0c\u030c本"'])(
    'a mark behind an escape is an escape, too: %s',
    (json) => {
      const escaped = escapeJson(json);
      expect(escaped.normalize('NFC')).toBe(escaped);
      expect(JSON.parse(escaped.normalize('NFC'))).toBe(JSON.parse(json));
      const value: string = JSON.parse(json);
      const written = escapeDeceptiveCharacters(
        `\u200b${value}`,
        (sign) => `<${sign.codePointAt(0)?.toString(16)}c`,
      );
      expect(written.normalize('NFC')).toBe(written);
    },
  );

  it('places in JSON are those of its text, written plainly or as escapes', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1 }), fc.boolean(), (values, asEscapes) => {
        const strings = values.map((value) => {
          const json = JSON.stringify(value);
          return asEscapes ? json.replace(/[^\x20-\x7e]/g, jsonEscape) : json;
        });
        const text = `[${strings.join(', ')}]`;
        const found = charactersInJson(text);
        const expected = values.filter((value) => findCharacters(value).length > 0);
        expect(found).toHaveLength(expected.length);
        found.forEach(({ offset, characters }, index) => {
          const value = expected[index] ?? '';
          expect(text[offset]).toBe('"');
          expect(characters.map(({ kind, text }) => [kind, text])).toEqual(
            findCharacters(value).map(({ kind, text }) => [kind, text]),
          );
          for (const { offset: at, length, text: is } of characters)
            expect(JSON.parse(`"${text.slice(at, at + length)}"`)).toBe(is);
        });
      }),
    );
  });
});

it.each([
  ['that are hidden', 'pay\u200broll/* '],
  ['look-alikes in words', 'p\u0430yroll/* '],
  ['look-alikes in one word', '\u0430'],
  ['marks on one letter', '\u0301'],
  ['letters of another script', '数'],
  ['syllables in letters', '\u1112\u1161\u11ab'],
])('long text with tens of thousands %s is read within seconds', (_, unit) => {
  const count = exhaustive ? 100_000 : 25_000;
  const text = JSON.stringify([unit.repeat(count) + 'a'.repeat(20 * count - count * unit.length)]);
  expect(cpuSeconds(() => void charactersInJson(text))).toBeLessThan(5);
});

it('carries the version and the day of its table', () => {
  expect([unicodeVersion, confusablesDate]).toEqual(['15.0.0', '2022-08-26']);
});

it('has a kind for every found character', () => {
  const kinds = new Set<CharacterKind>();
  for (const text of ['\u200b', 'p\u0430', 'e\u0301', 'a\u0337'])
    for (const { kind } of findCharacters(text)) kinds.add(kind);
  expect([...kinds].sort()).toEqual(['hidden', 'lookAlike', 'notComposed', 'stacked']);
});

it('hidden characters stay hidden from nobody in a label', () => {
  fc.assert(
    fc.property(hiddenCharacter, (character) => {
      expect(visibleString(`a${character}b`)).toMatch(/^a(⟨U\+[0-9A-F]{4,6}⟩)+b$/);
    }),
  );
});
