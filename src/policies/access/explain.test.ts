import { describe, expect, it } from 'vitest';
import type { Catalog } from '../catalog/catalog.ts';
import type { Service } from '../catalog/service.ts';
import type { PolicyDocument, Statement } from '../language/policy.ts';
import { testCatalog } from '../testing/testCatalog.ts';
import { explainPolicy } from './explain.ts';
import { summarizePolicy } from './policySummary.ts';

/** A catalog that counts how often the level of an action is read. */
function countingCatalog(catalog: Catalog) {
  const reads = { count: 0 };
  const services = new Map<string, Service>();
  const counted = (service: Service): Service => ({
    ...service,
    actions: service.actions.map((action) => ({
      ...action,
      get accessLevel() {
        reads.count += 1;
        return action.accessLevel;
      },
    })),
  });
  const service = (prefix: string) => {
    const found = services.get(prefix) ?? catalog.service(prefix);
    if (found && !services.has(prefix)) services.set(prefix, counted(found));
    return services.get(prefix);
  };
  return { reads, catalog: { ...catalog, service } };
}

const statements = (count: number): readonly Statement[] =>
  Array.from({ length: count }, (_, index) => ({
    Sid: `S${index}`,
    Effect: 'Allow',
    Action: ['sagemaker:CreateTrainingJob', 'sagemaker:DescribeTrainingJob', 's3:GetObject', 's3:PutObject'],
    Resource: `arn:aws:s3:::bucket-${index}`,
  }));

const NAMED = 4;

describe('the work of explaining a policy', () => {
  it.each([
    ['explainPolicy', explainPolicy],
    ['summarizePolicy', summarizePolicy],
  ])('%s reads the data of a service once, however many statements name it', async (_name, explain) => {
    const all = await testCatalog();
    const { catalog, reads } = countingCatalog(all);
    const policy: PolicyDocument = { Version: '2012-10-17', Statement: statements(300) };
    explain(policy, catalog);
    const inServices = ['sagemaker', 's3'].flatMap((prefix) => all.service(prefix)?.actions ?? []).length;
    expect(inServices).toBeGreaterThan(300);
    expect(reads.count).toBeLessThanOrEqual(inServices + 300 * NAMED);
  });
});
