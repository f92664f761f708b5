import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { testCatalog } from '../testing/testCatalog.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Finding } from '../checks/check.ts';
import { policyTypes } from '../language/policyType.ts';
import { checkPolicy } from '../checks/checkPolicy.ts';
import { toOffset, type PolicyDocument } from '../language/policy.ts';
import { runs } from '../testing/effort.ts';
import type { Fix } from './fix.ts';
import { fixers, fixesFor } from './index.ts';
import { texts } from './testing/layouts.ts';
import { policies } from './testing/policies.ts';
import { requestOf, seeds, wordsOf, wrongEffect } from './testing/requests.ts';

/** `PROPERTY_FACTOR=300 npx vitest run src/policies/fixes/fixLaws.test.ts` applies more than 50,000 fixes. */
const tries = runs(40);
const isLong = tries > 40;

let catalog: Catalog;

beforeAll(async () => {
  catalog = await testCatalog();
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

type Fault = 'broken' | 'new ERRORs' | 'finding stays' | 'wrong labels';

/** What is wrong with a fix, by the kind of fault; none where it is what it should be. */
function faultsOf(
  type: (typeof policyTypes)[number],
  text: string,
  { code }: Finding,
  { effect, text: after }: Fix,
  numbers: readonly number[],
): readonly Fault[] {
  try {
    parsed(after);
  } catch {
    return ['broken'];
  }
  const [before = [], now = []] = [text, after].map((own) => checkPolicy(own, type, { catalog }));
  const both = [parsed(text), parsed(after)] as const;
  const words = wordsOf(both);
  const calls = numbers.map((number) => requestOf(words, number));
  const isRemoving = removing.has(code);
  const isWrong =
    (isRemoving && !['same', 'changes'].includes(effect)) ||
    wrongEffect(isRemoving ? 'same' : effect, type, both, calls, catalog) !== undefined;
  return [
    ...(errorsOf(now).some((error) => countOf(now, error) > countOf(before, error))
      ? (['new ERRORs'] as const)
      : []),
    ...(countOf(now, code) < countOf(before, code) ? [] : (['finding stays'] as const)),
    ...(isWrong ? (['wrong labels'] as const) : []),
  ];
}

describe('laws of fixes', () => {
  it('a fix is JSON, raises no new ERROR, and does to access what its label says', () => {
    const applied = new Map<string, number>();
    const faults: Record<Fault, number> = {
      broken: 0,
      'new ERRORs': 0,
      'finding stays': 0,
      'wrong labels': 0,
    };
    const given = fc.property(
      policy,
      fc.array(seeds, { minLength: 12, maxLength: 12 }),
      ({ type, text }, numbers) => {
        for (const finding of checkPolicy(text, type, { catalog }))
          for (const fix of fixesFor({ text, finding, catalog, type })) {
            const key = `${finding.code} ${fix.effect}`;
            applied.set(key, (applied.get(key) ?? 0) + 1);
            const found = faultsOf(type, text, finding, fix, numbers);
            for (const fault of found) faults[fault] += 1;
            expect(found, `${key} “${fix.title}”\n${text}\n${fix.text}`).toEqual([]);
          }
      },
    );
    const sum = () => [...applied.values()].reduce((one, other) => one + other, 0);
    try {
      fc.assert(given, { numRuns: tries, endOnFailure: isLong });
    } finally {
      const counts = Object.entries(faults).map(([fault, count]) => `${count} ${fault}`);
      const lines = [...applied]
        .map(([key, count]) => `\n${key} ${count}`)
        .toSorted((one, other) => one.localeCompare(other));
      console.info(`${sum()} fixes applied: ${counts.join(', ')}${isLong ? lines.join('') : ''}`);
    }
    expect(sum()).toBeGreaterThan(tries);
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
            range: { ...found.range, offset: toOffset(found.range.offset) },
          };
          for (const fix of fixesFor({ text, finding: own, catalog }))
            expect(() => parsed(fix.text)).not.toThrow();
        },
      ),
      { numRuns: runs(150) },
    );
  }, 60_000);
});
