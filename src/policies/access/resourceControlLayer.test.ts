import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../catalog/catalog.ts';
import { compose } from '../compose/compose.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { createDraft } from '../draft/createDraft.ts';
import { builtIn } from '../library/builtIn.ts';
import { noLimits } from '../model/draft.ts';
import { matrixContexts } from './matrixContexts.ts';
import { accessMatrix } from './matrix.ts';
import { RolePossibilities } from './reach/reachable.ts';
import { namedServices, reachOfSubject, reachSubjects } from './reach/roleReach.ts';
import { layersOf } from './review/layersOf.ts';
import { simulate } from '../simulate/simulate.ts';
import { testCatalog } from '../testing/testCatalog.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

const limits = {
  ...noLimits,
  chosen: ['storePerimeter', 'storeTls'].map((guardrail) => ({ guardrail, options: {} })),
};
const draft = fillExamples(createDraft({ personas: ['trainingRole'], limits }, builtIn), builtIn);
const documents = compose(draft, builtIn);
const policies = documents.filter(({ kind }) => kind === 'resource-control').map(({ policy }) => policy);
const ofKind = (kind: 'identity' | 'trust') => documents.filter((one) => one.kind === kind);

describe('the resource control policies of a set', () => {
  const subjects = reachSubjects(draft, documents, builtIn);
  const services = namedServices(documents.map(({ policy }) => policy));

  it('count where roles are compared and simulated', () => {
    expect(policies.length).toBeGreaterThan(0);
    for (const kind of ['identity', 'trust'] as const)
      expect(layersOf(kind, ofKind(kind), documents)?.resourceControl).toEqual([policies]);
    expect(subjects.map(({ policies: { set } }) => set.resourceControl)).toEqual(
      subjects.map(() => [policies]),
    );
  });

  it('limit what roles reach in data stores, and a request that is possible is one of the organization', () => {
    const [subject] = subjects;
    const setting = { catalog, services, account: '111122223333', endpoints: [] };
    const reach = [...reachOfSubject(subject!, setting)].at(-1)!;
    const objects = reach.rows.filter(({ service }) => service === 's3');
    expect(objects.length).toBeGreaterThan(0);
    const limited = objects.map(({ limits: found }) =>
      found.filter((limit) => limit.code === 'denied' && limit.layer === 'resourceControl'),
    );
    expect(limited.every((found) => found.length > 0)).toBe(true);
    const places = limited
      .flat()
      .flatMap((limit) => (limit.code === 'denied' ? [limit.scope.place?.document] : []));
    expect(new Set(places)).toEqual(new Set(['resourceControl']));
    const possibilities = new RolePossibilities(subject!, {
      draft,
      documents,
      ruleset: builtIn,
      catalog,
      services,
    });
    const { answer } = possibilities.ofRow(objects[0]!, []);
    if (answer.state !== 'possible') throw new Error(answer.state);
    expect(answer.request.context).toHaveProperty('aws:PrincipalOrgID');
    expect(simulate(answer.request, answer.policies.set, { catalog }).verdict).toBe('allowed');
  });

  it('count in the matrix of a service that supports them, and not in that of another', () => {
    const layer = (service: string) => {
      const matrix = accessMatrix(draft, documents, catalog, matrixContexts[0]!, builtIn, service);
      return matrix?.callers['trainingRole']?.policies.set.resourceControl;
    };
    expect([layer('s3'), layer('sagemaker')]).toEqual([[policies], undefined]);
  });
});
