import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { rules } from './policies/checks/index.ts';
import { builtIn } from './policies/library/builtIn.ts';
import { guardrails } from './policies/library/guardrails/index.ts';
import { anchorOf } from '../tests/reference/markdown.ts';

/** The README and the pages in `docs/`. */

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const pages = [
  'README.md',
  'src/policies/README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
].map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

const entries: Readonly<Record<string, readonly string[]>> = {
  activity: idsOf(builtIn.activities),
  guardrail: idsOf(guardrails),
  persona: idsOf(builtIn.personas),
  check: rules.map(({ code }) => code),
};

it.each(pages)('$path opens only what the page has', ({ text }) => {
  for (const [link, kind = '', id = ''] of text.matchAll(/#open=(\w+):([\w-]+)/g))
    expect(entries[kind], link).toContain(id);
});

it('says how to open each activity, guardrail, persona, and check', () => {
  const all = pages.map(({ text }) => text).join('\n');
  for (const [kind, ids] of Object.entries(entries))
    for (const id of ids) expect(all).toContain(`\`#open=${kind}:${id}\``);
});

const withoutCode = (text: string): string =>
  text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');

/** Links of a page to files here: the file, and the heading in it. */
const linksOf = ({ path, text }: (typeof pages)[number]) =>
  [...withoutCode(text).matchAll(/\]\((?!https?:|<)([^)#\s]*)(?:#([^)\s]*))?\)/g)].map(
    ([, file = '', heading]) => ({
      file: file === '' ? path : normalize(join(dirname(path), file)),
      heading,
    }),
  );

const headingsOf = (text: string): readonly string[] =>
  [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    anchorOf(heading),
  );

it.each(pages)('$path links to files and headings that are there', (page) => {
  for (const { file, heading } of linksOf(page)) {
    const text = readFileSync(join(root, file), 'utf8');
    if (heading !== undefined) expect(headingsOf(text), `${file}#${heading}`).toContain(heading);
  }
});

it('lists every page of the documentation in docs/README.md', () => {
  const linked = pages.filter(({ path }) => path === 'docs/README.md').flatMap(linksOf);
  const listed = new Set(['docs/README.md', ...linked.map(({ file }) => file)]);
  for (const { path } of pages) if (path.startsWith('docs/')) expect(listed).toContain(path);
});

it('has at most eight pictures, each of them small and shown', () => {
  const pictures = readdirSync(join(root, 'docs/images')).map((name) => `docs/images/${name}`);
  const shown = new Set(pages.flatMap(linksOf).map(({ file }) => file));
  expect(pictures.length).toBeLessThanOrEqual(8);
  for (const picture of pictures) {
    expect(statSync(join(root, picture)).size, picture).toBeLessThan(150_000);
    expect(shown).toContain(picture);
  }
});
