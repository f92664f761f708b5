import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { rules } from './policies/checks/index.ts';
import { builtIn } from './policies/library/ruleset.ts';
import { guardrails } from './policies/library/guardrails/index.ts';

/** The README and the pages in `docs/`. */

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const pages = [
  'README.md',
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
