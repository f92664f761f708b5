import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeCatalog } from '../../../scripts/catalog.mjs';
import { type Catalog, loadCatalog } from '../catalog/catalog.ts';
import { type Finding, policyTypes } from '../checks/check.ts';
import { checkPolicy } from '../checks/checkPolicy.ts';
import { offset, type PolicyDocument } from '../document.ts';
import { runs } from '../testing/effort.ts';
import type { Fix } from './fix.ts';
import { fixers, fixesFor } from './index.ts';
import { texts } from './testing/layouts.ts';
import { policies } from './testing/policies.ts';
import { requestOf, seeds, wordsOf, wrongEffect } from './testing/requests.ts';

/** `PROPERTY_FACTOR=300 npx vitest run src/policies/fixes/laws.test.ts` applies more than 50,000 fixes. */
const tries = runs(40);
const isLong = tries > 40;

let catalog: Catalog;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'catalog-'));
  writeCatalog(folder);
  catalog = await loadCatalog(async (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}, 60_000);

const parsed = (text: string): PolicyDocument => JSON.parse(text.replace(/^\uFEFF/, ''));

const policy = fc
  .constantFrom(...policyTypes)
  .chain((type) => texts(policies(/resource|trust|rcp|endpoint/.test(type))).map((text) => ({ type, text })));

/** What takes entries out of lists because others say the same. */
const removing: ReadonlySet<string> = new Set([
  'REDUNDANT_ACTION',
  'REDUNDANT_RESOURCE',
  'REDUNDANT_STATEMENT',
]);

const errorsOf = (findings: readonly Finding[]): readonly string[] =>
  findings.filter(({ type }) => type === 'ERROR').map(({ code }) => code);

const countOf = (findings: readonly Finding[], code: string): number =>
  findings.filter((finding) => finding.code === code).length;

describe('laws of fixes', () => {
  it('a fix is JSON, raises no new ERROR, and does to access what its label says', () => {
    const applied = new Map<string, number>();
    const check = (
      type: (typeof policyTypes)[number],
      text: string,
      finding: Finding,
      { title, effect, text: after }: Fix,
      numbers: readonly number[],
    ) => {
      const where = `${finding.code} “${title}” ${effect}\n${text}\n${after}`;
      expect(() => parsed(after), where).not.toThrow();
      const [before, now] = [text, after].map((own) => checkPolicy(own, type, { catalog }));
      for (const code of errorsOf(now!))
        expect(countOf(now!, code), where).toBeLessThanOrEqual(countOf(before!, code));
      expect(countOf(now!, finding.code), where).toBeLessThan(countOf(before!, finding.code));
      if (removing.has(finding.code)) expect(['same', 'changes'], where).toContain(effect);
      const both = [parsed(text), parsed(after)] as const;
      const words = wordsOf(both);
      const calls = numbers.map((number) => requestOf(words, number));
      expect(
        wrongEffect(removing.has(finding.code) ? 'same' : effect, type, both, calls, catalog),
        where,
      ).toBeUndefined();
    };
    fc.assert(
      fc.property(policy, fc.array(seeds, { minLength: 12, maxLength: 12 }), ({ type, text }, numbers) => {
        for (const finding of checkPolicy(text, type, { catalog }))
          for (const fix of fixesFor({ text, finding, catalog, type })) {
            const key = `${finding.code} ${fix.effect}`;
            applied.set(key, (applied.get(key) ?? 0) + 1);
            check(type, text, finding, fix, numbers);
          }
      }),
      { numRuns: tries, endOnFailure: isLong },
    );
    const sum = [...applied.values()].reduce((one, other) => one + other, 0);
    const lines = [...applied]
      .map(([key, count]) => `${key} ${count}`)
      .toSorted((one, other) => one.localeCompare(other));
    console.info(`${sum} fixes applied${isLong ? `\n${lines.join('\n')}` : ''}`);
    expect(sum).toBeGreaterThan(tries);
  });

  it('never throws, and offers nothing for a finding that is not of the text', () => {
    const finding = fc.record({
      code: fc.constantFrom(...fixers.flatMap(({ codes }) => codes)),
      type: fc.constant('WARNING' as const),
      values: fc.constant({}),
      path: fc.constant([]),
      range: fc.record({ offset: fc.nat(60), length: fc.nat(30) }),
      also: fc.constant([]),
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          policy.map(({ text }) => text),
        ),
        finding,
        (text, found) => {
          const own = {
            ...found,
            range: { ...found.range, offset: offset(found.range.offset) },
          };
          for (const fix of fixesFor({ text, finding: own, catalog }))
            expect(() => parsed(fix.text)).not.toThrow();
        },
      ),
      { numRuns: runs(150) },
    );
  }, 60_000);
});
