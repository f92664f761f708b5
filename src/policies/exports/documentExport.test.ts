import { describe, expect, it } from 'vitest';
import { combinedView } from '../compose/combinedView.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { createDraft } from '../draft/createDraft.ts';
import { builtIn } from '../library/builtIn.ts';
import type { Draft, Limits } from '../model/draft.ts';
import { exportOfDocument, isExportedWith } from './documentExport.ts';
import { exportFiles, exportSetOf, isOrganizationPart } from './exportFiles.ts';
import { exporters, findExporter } from './index.ts';
import { planOf } from './plan.ts';
import { everyone } from './testing/exportCases.ts';
import { exhaustive } from '../testing/effort.ts';

const context = { ruleset: builtIn, versions: { page: '0.1.0', data: 'of 2026-09-26' } };

const draftWith = (delivery: Limits['delivery'], partial: Partial<Draft> = {}): Draft =>
  fillExamples(
    createDraft(
      {
        personas: everyone,
        limits: {
          chosen: [{ guardrail: 'vpcOnly', options: {} }],
          delivery,
          exemption: false,
          ceiling: 'services',
        },
        ...partial,
      },
      builtIn,
    ),
    builtIn,
  );

const drafts: readonly (readonly [label: string, draft: Draft])[] = [
  ['denials in each policy', draftWith('deny')],
  ['a boundary', draftWith('boundary')],
  ['a service control policy', draftWith('serviceControl')],
  ['inline policies', draftWith('deny', { sizing: { attach: 'inline', split: true, shorten: 'none' } })],
];

/** What a set creates: names, policies and trust. References to other roles are left out: alone, a role has their ARNs. */
const created = (draft: Draft, only?: ReturnType<typeof isExportedWith>) =>
  planOf(exportSetOf(draft, { ...context, ...(only ? { only } : {}) })).flatMap((part) => [
    ...[...part.policies, ...part.organizationPolicies, ...part.endpoints].map(({ id, name, document }) => ({
      id,
      name,
      document,
    })),
    ...part.resourcePolicies.map(({ id, resource, document }) => ({ id, name: resource.name, document })),
    ...part.roles.map(({ id, name, trust, managed, inline, boundary }) => ({
      id,
      name,
      trust,
      policies: [...managed, ...inline, ...(boundary ? [boundary] : [])].map((policy) => policy.name),
    })),
  ]);

describe.each(drafts)('one document of a draft with %s', (_label, draft) => {
  const { documents } = exportSetOf(draft, context);
  const whole = created(draft);

  it.each(['json', 'minifiedJson'])('is the file that an export has for it: %s', (id) => {
    const exporter = findExporter(id);
    const all = exporter ? exportFiles(draft, exporter, context) : [];
    const alone = documents.flatMap((document) => {
      const exported = exporter && exportOfDocument(draft, document, exporter, context);
      return exported?.ok ? exported.files : [];
    });
    expect(alone).toEqual(all);
  });

  it.each([...documents.entries()].map(([place, document]) => [document.id, document, place] as const))(
    'creates as code what an export creates of it: %s',
    (_id, document, place) => {
      const alone = created(draft, isExportedWith(document));
      expect(alone.length).toBeGreaterThan(0);
      expect(whole).toEqual(expect.arrayContaining(alone));
      for (const exporter of exporters.filter((_one, index) => exhaustive || (index + place) % 3 === 0)) {
        const exported = exportOfDocument(draft, document, exporter, context);
        expect(exported.ok && exported.files.length, exporter.id).toBeGreaterThan(0);
      }
    },
  );
});

it('a role is exported with its permissions, trust policy and boundary, and nothing of another', () => {
  const { documents } = exportSetOf(draftWith('boundary'), context);
  const trust = documents.find(
    ({ kind, personas: [persona] }) => kind === 'trust' && persona === 'trainingRole',
  );
  const withIt = trust ? documents.filter(isExportedWith(trust)) : [];
  expect(withIt.map(({ kind }) => kind).toSorted()).toEqual(['identity', 'permissions-boundary', 'trust']);
});

it('says why a document has no code', () => {
  const draft = draftWith('deny');
  const [terraform] = exporters.filter(({ id }) => id === 'terraform');
  const combined = combinedView(draft, builtIn);
  const large = draftWith('deny', {
    layout: 'merged',
    sizing: { attach: 'managed', split: false, shorten: 'none' },
  });
  const [whole] = exportSetOf(large, context).documents;
  expect([
    terraform && combined && exportOfDocument(draft, combined, terraform, context),
    terraform && whole && exportOfDocument(large, whole, terraform, context),
  ]).toEqual([
    { ok: false, reason: 'combined' },
    { ok: false, reason: 'tooLarge' },
  ]);
});

it('the combined view is text as it is on the page', () => {
  const draft = draftWith('deny');
  const combined = combinedView(draft, builtIn);
  const [json] = exporters;
  const exported = combined && json && exportOfDocument(draft, combined, json, context);
  expect(exported?.ok && JSON.parse(exported.files[0]?.text ?? '')).toEqual(combined?.policy);
});

it.each([
  ['boundary', ['permissions-boundary']],
  ['serviceControl', ['service-control']],
  ['deny', []],
] as const)('the organization’s part of %s', (delivery, kinds) => {
  const { documents } = exportSetOf(draftWith(delivery), { ...context, only: isOrganizationPart });
  expect([...new Set(documents.map(({ kind }) => kind))]).toEqual(kinds);
});

/** A set with one policy of each type of an organization. */
const ofBothTypes = draftWith('serviceControl', {
  limits: {
    chosen: ['storePerimeter', 'vpcOnly'].map((guardrail) => ({ guardrail, options: {} })),
    delivery: 'serviceControl',
    exemption: false,
    ceiling: 'services',
  },
});

it('a service and a resource control policy are each created as what they are', () => {
  const types = planOf(exportSetOf(ofBothTypes, context)).flatMap(({ organizationPolicies }) =>
    organizationPolicies.map(({ type, document }) => [type, document.Statement[0]?.Principal]),
  );
  expect(types).toEqual([
    ['SERVICE_CONTROL_POLICY', undefined],
    ['RESOURCE_CONTROL_POLICY', '*'],
  ]);
});

it.each([
  ['terraform', /type += "RESOURCE_CONTROL_POLICY"/],
  ['cloudFormation', /Type: "?RESOURCE_CONTROL_POLICY"?/],
  ['cdk', /type: 'RESOURCE_CONTROL_POLICY'/],
  ['pulumi', /type: 'RESOURCE_CONTROL_POLICY'/],
  ['awsCli', /^put_organization_policy '[^']+' .*" RESOURCE_CONTROL_POLICY$/m],
])('%s names the type of a resource control policy once', (id, form) => {
  const files = findExporter(id)?.write(exportSetOf(ofBothTypes, context)) ?? [];
  const text = files.map((file) => file.text).join('\n');
  expect(text).toMatch(form);
  expect(text.match(new RegExp(form.source, 'gm'))).toHaveLength(1);
  if (id === 'cloudFormation')
    expect(text.replace(/\n# /g, ' ')).toContain(
      'Service control policies must be enabled in the organization. Resource control policies must be enabled in the organization.',
    );
});
