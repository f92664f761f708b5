import { describe, expect, it } from 'vitest';
import { activities } from '../library/activities/index.ts';
import { builtIn } from '../library/builtIn.ts';
import { findPersona } from '../library/ruleset.ts';
import { compose } from './compose.ts';
import { coversAction } from '../language/subsumes.ts';
import { listOf } from '../language/policy.ts';
import type { Draft } from '../model/draft.ts';
import { createDraft } from '../draft/createDraft.ts';
import { fillExamples } from './exampleValues.ts';
import { measure } from '../size/measure.ts';
import { endpointChecklist } from './endpointChecklist.ts';

const family = activities.filter(({ endpoint }) => endpoint);
const ids = findPersona('vpcEndpoint', builtIn)?.activities.map(({ activity }) => activity) ?? [];

const withEndpoints = (options: Record<string, string>, partial: Partial<Draft> = {}) =>
  compose(
    fillExamples(
      createDraft(
        {
          personas: ['vpcEndpoint'],
          activities: { vpcEndpoint: ids.map((activity) => ({ activity, stance: 'hardened', options })) },
          ...partial,
        },
        builtIn,
      ),
      builtIn,
    ),
    builtIn,
  );

const variants = ['strict', 'perimeter'].flatMap((style) =>
  ['account', 'organization'].flatMap((bounded) =>
    ['off', 'on'].map((awsImages) => ({ style, bounded, awsImages })),
  ),
);

describe('the endpoint family', () => {
  it('is the twelve endpoints of a private SageMaker network, offered by one persona', () => {
    expect(family.map(({ endpoint }) => endpoint?.serviceName)).toEqual([
      'com.amazonaws.<REGION>.s3',
      'com.amazonaws.<REGION>.sagemaker.api',
      'com.amazonaws.<REGION>.sagemaker.runtime',
      'aws.sagemaker.<REGION>.notebook',
      'aws.sagemaker.<REGION>.studio',
      'com.amazonaws.<REGION>.ecr.api',
      'com.amazonaws.<REGION>.ecr.dkr',
      'com.amazonaws.<REGION>.logs',
      'com.amazonaws.<REGION>.kms',
      'com.amazonaws.<REGION>.sts',
      'com.amazonaws.<REGION>.monitoring',
      'com.amazonaws.<REGION>.sagemaker.featurestore-runtime',
    ]);
    expect(family.map(({ id }) => id)).toEqual(ids);
  });

  it.each(variants)('gives one document each: $style, $bounded, images of others $awsImages', (options) => {
    const documents = withEndpoints(options);
    expect(documents).toHaveLength(12);
    expect(new Set(documents.map(({ id }) => id)).size).toBe(12);
    expect(documents.every(({ kind }) => kind === 'vpc-endpoint')).toBe(true);
  });

  // https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
  it.each(variants)('keeps to the grammar of endpoint policies: $style, $bounded, $awsImages', (options) => {
    for (const { policy } of withEndpoints(options)) {
      expect(measure(policy, 'vpc-endpoint').state).toBe('fits');
      for (const statement of policy.Statement) {
        expect(statement.Principal).toBe('*');
        for (const [operator, keys] of Object.entries(statement.Condition ?? {})) {
          expect(['StringEquals', 'Bool']).toContain(operator);
          for (const values of Object.values(keys)) expect(listOf(values).join()).not.toMatch(/[*?]/);
        }
        for (const resource of listOf(statement.Resource)) {
          const account = resource.split(':')[4] ?? '';
          expect(account, resource).toMatch(/^(|\*|\d{12})$/);
        }
      }
    }
  });

  it.each(variants.filter(({ awsImages }) => awsImages === 'off'))(
    'binds callers, or resources, to the account or organisation: $style, $bounded',
    (options) => {
      for (const { policy, id } of withEndpoints(options)) {
        for (const statement of policy.Statement) {
          const text = JSON.stringify(statement);
          const bound =
            /aws:PrincipalAccount|aws:PrincipalOrgID|aws:PrincipalIsAWSService|:111122223333:|starport-layer/;
          expect(text, `${id} ${statement.Sid}`).toMatch(bound);
        }
      }
    },
  );

  it('lets the layers of images through in the strict style', () => {
    const s3 = withEndpoints({ style: 'strict' }).find(({ id }) => id === 's3Endpoint');
    expect(JSON.stringify(s3?.policy)).toContain('prod-eu-west-1-starport-layer-bucket/*');
  });

  it.each(['strict', 'perimeter'])('has no option without an effect in the %s style', (style) => {
    const text = (options: Record<string, string>) => JSON.stringify(withEndpoints({ style, ...options }));
    for (const { options } of family) {
      for (const option of options.filter(({ id }) => id !== 'style')) {
        const texts = option.choices.map(({ value }) => text({ [option.id]: value }));
        expect(new Set(texts).size, option.id).toBe(option.choices.length);
      }
    }
  });

  it('the strict SageMaker API endpoint lets through every call of every activity', () => {
    const api = activities.find(({ id }) => id === 'sagemakerApiEndpoint');
    const allowed = api?.hardened?.[0]?.Action ?? [];
    const calls = activities
      .filter(({ endpoint }) => !endpoint)
      .flatMap(({ hardened = [] }) => hardened)
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap(({ Action }) => Action)
      .filter((action) => action.startsWith('sagemaker:'))
      .filter((action) => !(api?.endpoint?.except ?? []).some((other) => coversAction(other, action)));
    expect(calls.length).toBeGreaterThan(100);
    expect(calls.filter((call) => !allowed.some((one) => coversAction(one, call)))).toEqual([]);
  });
});

describe('the checklist', () => {
  const needed = (personas: readonly string[]) =>
    endpointChecklist(createDraft({ personas }, builtIn), builtIn).endpoints.flatMap(
      ({ needed: is, endpoint }) => (is ? [endpoint.id] : []),
    );

  it.each([
    { personas: [], ids: [] },
    { personas: ['vpcEndpoint'], ids: [] },
    { personas: ['trainingRole'], ids: ['s3', 'ecr-api', 'ecr-dkr', 'logs', 'kms', 'sts', 'monitoring'] },
    { personas: ['dataScientist'], ids: ['sagemaker-api', 'notebook', 'studio', 'sts'] },
  ])('names what $personas needs', ({ personas, ids: wanted }) => {
    expect(needed(personas)).toEqual(wanted);
  });

  it('has a symptom with its source for each, and knows what is chosen', () => {
    const { endpoints } = endpointChecklist(
      createDraft({ personas: ['trainingRole', 'vpcEndpoint'] }, builtIn),
      builtIn,
    );
    expect(endpoints).toHaveLength(12);
    for (const { endpoint } of endpoints) {
      expect(endpoint.symptom.text.length).toBeGreaterThan(20);
      expect(endpoint.symptom.source).toMatch(/^https:\/\//);
    }
    expect(endpoints.filter(({ selected }) => selected).map(({ endpoint }) => endpoint.id)).toEqual(['s3']);
  });

  it('names services without an endpoint here', () => {
    const draft = createDraft(
      {
        personas: ['notebookRole'],
        activities: {
          notebookRole: ['queryAthena', 'buildImagesFromStudio'].map((activity) => ({
            activity,
            stance: 'hardened',
            options: {},
          })),
        },
      },
      builtIn,
    );
    expect(endpointChecklist(draft, builtIn).otherServices).toEqual(['athena', 'codebuild', 'glue']);
  });

  it('does not name a service with an endpoint here, also where an action is not one of the endpoint’s', () => {
    const draft = createDraft({ personas: ['dataScientist', 'notebookRole', 'trainingRole'] }, builtIn);
    const { endpoints, otherServices } = endpointChecklist(draft, builtIn);
    expect(endpoints.filter(({ needed }) => needed).map(({ endpoint }) => endpoint.id)).toContain('kms');
    expect(otherServices).toEqual([]);
  });
});
