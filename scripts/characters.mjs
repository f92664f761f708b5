#!/usr/bin/env node
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * Writes src/policies/language/characters/unicode.ts: which characters look like ASCII, and the names of those that cannot be seen.
 * Run it by hand after a new version of Unicode, with a folder that holds three files of that version, as published at
 * https://www.unicode.org/Public/: security/…/confusables.txt, UCD/…/UnicodeData.txt and UCD/…/NameAliases.txt.
 * (Debian: confusables.txt is in the source package icu, the other two are in the package unicode-data.)
 */

const target = fileURLToPath(new URL('../src/policies/language/characters/unicode.ts', import.meta.url));

const ASCII = /^[\x21-\x7e]+$/;
const fromHex = (text) =>
  text
    .trim()
    .split(/\s+/)
    .map((code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .join('');
const hex = (code) => code.toString(16).toUpperCase();

/** Characters outside ASCII whose prototype is ASCII, with that prototype. */
export function confusableWithAscii(confusables) {
  const found = new Map();
  for (const line of confusables.split('\n')) {
    const [source, prototype, type] = line.split(';').map((part) => part.trim());
    if (!type?.startsWith('MA')) continue;
    const [character, looksLike] = [fromHex(source), fromHex(prototype)];
    if ([...character].length === 1 && !ASCII.test(character) && ASCII.test(looksLike))
      found.set(character, looksLike);
  }
  return found;
}

/** What a reader takes a character for. The table's prototype of a capital I is l, and of a double quote two single ones. */
function readsAs(character, prototype) {
  if (prototype === "''") return '"';
  return prototype === 'l' && /\p{Lu}/u.test(character) ? 'I' : prototype;
}

/** One letter that looks like two (æ, Ы) is read as itself: only marks may stand for several. */
const isTaken = (reads) => reads.length === 1 || !/[A-Za-z0-9]/.test(reads);

/** Forms of ASCII in another width or font; UTS #39 leaves them out of identifiers altogether. */
const formsOf = (unicodeData) =>
  unicodeData
    .split('\n')
    .map((line) => line.split(';'))
    .filter(([, , , , , decomposition = '']) => /^<(wide|narrow|small|font)>/.test(decomposition))
    .map(([code]) => fromHex(code))
    .filter((character) => ASCII.test(character.normalize('NFKC')))
    .map((character) => character.codePointAt(0));

function tables(confusables, unicodeData) {
  const compatible = [...formsOf(unicodeData)];
  const byReading = new Map();
  for (const [character, prototype] of confusableWithAscii(confusables)) {
    const code = character.codePointAt(0);
    const reads = readsAs(character, prototype);
    if (/\p{Z}/u.test(character)) continue;
    if (ASCII.test(character.normalize('NFKC'))) compatible.push(code);
    else if (isTaken(reads)) byReading.set(reads, [...(byReading.get(reads) ?? []), code]);
  }
  return { compatible: rangesOf(compatible), byReading };
}

/** `FF01-FF5E` */
function rangesOf(codes) {
  const ranges = [];
  for (const code of [...new Set(codes)].sort((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges
    .map(([first, last]) => (first === last ? hex(first) : `${hex(first)}-${hex(last)}`))
    .join(' ');
}

/** Of what has no shape of its own: controls, formats, separators, fillers and blanks. Variation selectors are counted. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}\u2800\u{1D159}\u{13441}\u{13442}\uFFFC]/u;
const SELECTORS = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF} ]/u;

function namesOf(unicodeData, aliases) {
  const names = new Map();
  for (const line of unicodeData.split('\n')) {
    const [code = '', name = ''] = line.split(';');
    if (code === '' || name.endsWith(', First>') || name.endsWith(', Last>')) continue;
    const character = fromHex(code);
    if (UNSEEN.test(character) && !SELECTORS.test(character)) names.set(code, name);
  }
  for (const line of aliases.split('\n')) {
    const [code = '', name = '', kind = ''] = line.split(';');
    if (kind.trim() === 'control' && names.get(code) === '<control>') names.set(code, name);
  }
  return names;
}

function written(folder) {
  const read = (name) => readFileSync(join(folder, name), 'utf8');
  const confusables = read('confusables.txt');
  const version = /^# Version: (\S+)/m.exec(confusables)?.[1];
  const date = /^# Date: (\d{4}-\d{2}-\d{2})/m.exec(confusables)?.[1];
  if (version === undefined || date === undefined)
    throw new Error('confusables.txt names no version or date');
  const unicodeData = read('UnicodeData.txt');
  const { compatible, byReading } = tables(confusables, unicodeData);
  const rows = [...byReading]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([reads, codes]) => `  [${JSON.stringify(reads)}, '${codes.map(hex).join(' ')}'],`);
  const names = [...namesOf(unicodeData, read('NameAliases.txt'))]
    .filter(([, name]) => name !== '<control>')
    .map(([code, name]) => `${code} ${name}`);
  return `/*
 * Written by scripts/characters.mjs; do not edit. Reduced from Unicode's confusables.txt (UTS #39), UnicodeData.txt and
 * NameAliases.txt. Copyright © 1991-2022 Unicode, Inc.; licence in unicode-license.txt beside this file.
 * Source: https://www.unicode.org/reports/tr39/#Confusable_Detection
 */

export const unicodeVersion = '${version}';

/** The day that confusables.txt carries. */
export const confusablesDate = '${date}';

/** Characters, by their code points, that look like the ASCII text before them. */
export const lookAlikeTable: readonly (readonly [reads: string, codePoints: string])[] = [
${rows.join('\n')}
];

/** Code points that look like their compatibility form (NFKC), which is ASCII. */
export const compatibleTable =
  '${compatible}';

/** Code point and name of what has no shape of its own. */
export const nameTable = \`
${names.join('\n')}
\`;
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) throw new Error('Give the folder that holds Unicode’s files.');
  writeFileSync(target, written(folder));
}
