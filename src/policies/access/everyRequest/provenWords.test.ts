import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { provenWords } from './provenWords.ts';

/** Words alone: without the marks of Markdown, the apostrophes of print, and line breaks. */
const bare = (text: string): string =>
  text
    .replaceAll(/[*`_[\]]/g, '')
    .replaceAll('|', ' ')
    .replaceAll('’', "'")
    .replaceAll(/\s+/g, ' ');

const page = bare(readFileSync('docs/proven.md', 'utf8'));

it.each(
  provenWords.flatMap(({ title, points }) => points.map(({ term, text }) => [title, term, text] as const)),
)('%s: %s is in the documentation in the same words', (title, term, text) => {
  expect(page).toContain(bare(`## ${title}`));
  expect(page).toContain(bare(term));
  expect(page).toContain(bare(text));
});
