import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { asReaderSizes } from './readerSizes.ts';

it.each([
  ['font-size:13px;', 'font-size:0.8125rem;'],
  ['padding:8px 16px -4px;', 'padding:0.5rem 1rem -0.25rem;'],
  ["font:12px/20px 'IBM Plex Mono';", "font:0.75rem/1.25rem 'IBM Plex Mono';"],
  ['width:calc(100% - 32px);', 'width:calc(100% - 2rem);'],
  ['border:1.5px solid var(--edge);', 'border:1.5px solid var(--edge);'],
  ['outline-offset:-2px;', 'outline-offset:-2px;'],
  ['background:url(#a16px);', 'background:url(#a16px);'],
  ['grid-area:step-16px;', 'grid-area:step-16px;'],
])('%s is for a reader %s', (css, expected) => {
  expect(asReaderSizes(css)).toBe(expected);
});

const components = join(import.meta.dirname, '..');
const styleSheets = readdirSync(components, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.css'),
);

it('style sheets of components are written as the reader’s font size asks for, since nothing rewrites them', () => {
  expect(styleSheets).toContain(join('monaco', 'editor.css'));
  for (const name of styleSheets) {
    const css = readFileSync(join(components, name), 'utf8');
    expect(asReaderSizes(css), name).toBe(css);
  }
});
