import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = dirname(fileURLToPath(import.meta.url));

/** Ways in which code changes the part of an address after `#`. */
const changesFragment =
  /location\.hash\s*=(?!=)|location\.(?:href|assign|replace)\b\s*(?:=(?!=)|\()|(?:replaceState|pushState)\(|window\.open\(/g;

/** A link within the page goes to its target by changing the fragment, unless its click is taken. */
const linksWithin = /\bhref=["'{`]+#.*/g;

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(src, file), 'utf8') }));

describe('the part of the address after #', () => {
  it('is changed by sharing and by "start empty" alone', () => {
    const found = files.flatMap(({ file, text }) => (text.match(changesFragment) ? [file] : []));
    expect(found.toSorted()).toEqual(['state/share/address.ts', 'state/storage/emptyPage.ts']);
  });

  it('is left alone by links within the page', () => {
    const links = files.flatMap(({ text }) => text.match(linksWithin) ?? []);
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => !link.includes('onClick={(event) => skip(event, '))).toEqual([]);
  });
});
