import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeCatalog } from '../../../scripts/catalog.mjs';
import { type Catalog, loadCatalog } from '../catalog/catalog.ts';
import { checkPolicy } from '../checks/checkPolicy.ts';
import { findRule } from '../checks/index.ts';
import { trimmedRange } from '../checks/ipRange.ts';
import { fixers, fixesFor } from './index.ts';
import { distance, nearest } from './names.ts';

let catalog: Catalog;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'catalog-'));
  writeCatalog(folder);
  catalog = await loadCatalog(async (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
});

const codes = fixers.flatMap((fixer) => fixer.codes);

/** A list of one thing has nothing to keep; its example is not one that a fix is offered for. */
const examples: Readonly<Record<string, unknown>> = {
  SPB_SERVICE_RETIRED: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['elastic-inference:Connect', 's3:GetObject'], Resource: '*' }],
  },
  SPB_ACTION_NEVER_DENIED: {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Deny', Action: ['s3:ListBucket', 's3:GetObject'], Resource: 'arn:aws:s3:::ml-input/*' },
    ],
  },
};

describe('a fix of', () => {
  it.each(codes)('%s takes the finding away and adds nothing worse', (code) => {
    const rule = findRule(code);
    const policy = examples[code] ?? rule?.raises.policy;
    const text = typeof policy === 'string' ? policy : JSON.stringify(policy, undefined, 2);
    const options = {
      catalog,
      ...(rule?.raises.resourceType === undefined ? {} : { resourceType: rule.raises.resourceType }),
    };
    const type = rule?.raises.type ?? 'identity';
    const before = checkPolicy(text, type, options);
    const finding = before.find((candidate) => candidate.code === code);
    expect(finding).toBeDefined();
    if (!finding) return;
    const fixes = fixesFor({ text, finding, catalog });
    expect(fixes.length).toBeGreaterThan(0);
    for (const fix of fixes) {
      const after = checkPolicy(fix.text, type, options);
      expect(after.filter((candidate) => candidate.code === code)).toHaveLength(
        before.filter((candidate) => candidate.code === code).length - 1,
      );
      const had = new Set(before.map(({ code: found }) => found));
      expect(after.filter(({ type: found, code: now }) => found === 'ERROR' && !had.has(now))).toEqual([]);
    }
  });
});

it('leaves what it does not touch as it was written', () => {
  const text = `{
  "Version":"2012-10-17",   "Statement": [
    { "Effect": "Allow", "Action": ["s3:GetObject",   "s3:Get*"], "Resource": "*" } ]
}`;
  const [finding] = checkPolicy(text, 'identity', { catalog }).filter(
    ({ code }) => code === 'REDUNDANT_ACTION',
  );
  expect(finding && fixesFor({ text, finding, catalog }).map((fix) => fix.text)).toEqual([
    text.replace('"s3:GetObject",   ', ''),
  ]);
});

it.each([
  ['203.0.113.7/24', '203.0.113.0/24'],
  ['10.1.2.3/9', '10.0.0.0/9'],
  ['2001:db8:1:2:3::7/48', '2001:db8:1::/48'],
  ['2001:db8::1/128', '2001:db8:0:0:0:0:0:1/128'],
  ['203.0.113.7', undefined],
  ['no/24', undefined],
])('trims the range %s to %s', (range, trimmed) => {
  expect(trimmedRange(range)).toBe(trimmed);
});

it.each([
  ['kitten', 'sitting', 3],
  ['', 'ab', 2],
  ['same', 'same', 0],
  ['far', 'away from it', 5],
])('counts from %s to %s %i steps', (one, other, steps) => {
  expect(distance(one, other, 4)).toBe(steps);
});

it('finds the names that were meant', () => {
  expect(nearest('s3:GetObjcet', ['s3:GetObject', 's3:PutObject', 's3:GetObjectAcl'])[0]).toBe(
    's3:GetObject',
  );
});
