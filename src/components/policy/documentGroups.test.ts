import { describe, expect, it } from 'vitest';
import { combinedView } from '../../policies/compose/combinedView.ts';
import { deliver } from '../../policies/compose/deliver.ts';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { withRoleInstances } from '../../policies/draft/roleInstances.ts';
import { printDocument } from '../../policies/handEdits/printDocument.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { importedPolicyEdits } from '../../policies/handEdits/importedPolicies.ts';
import { importableKinds } from '../../policies/model/documentEdits.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { documentGroups, entriesOf, fullName } from './documentGroups.ts';

function groupsOf(partial: Partial<Draft>) {
  const draft = createDraft(partial, withRoleInstances(builtIn, partial));
  const ruleset = withRoleInstances(builtIn, draft);
  const { documents } = deliver(draft, ruleset);
  const view = combinedView(draft, ruleset);
  const printed = [...(view ? [view] : []), ...documents].map((document) => ({
    ...document,
    ...printDocument(document),
  }));
  return documentGroups(printed, draft, ruleset);
}

const outlineOf = (partial: Partial<Draft>) =>
  groupsOf(partial).map(({ title, entries }) => [title ?? '', ...entries.map(({ name }) => name)]);

const limits = {
  chosen: [{ guardrail: 'noDirectInternet', options: {} }],
  delivery: 'serviceControl',
  exemption: false,
  ceiling: 'services',
} as const;

const manyRoles = Object.fromEntries(
  Array.from({ length: 29 }, (_, index) => [
    `trainingRole-${index + 2}`,
    { name: '', persona: 'trainingRole', label: `Team ${index + 2}` },
  ]),
);

describe('the list of policies', () => {
  it.each<[title: string, draft: Partial<Draft>, outline: readonly (readonly string[])[]]>([
    ['nothing without a choice', {}, []],
    [
      'one role: no combined view',
      { personas: ['trainingRole'] },
      [['Training and processing execution role', 'Permissions policy', 'Trust policy']],
    ],
    [
      'two roles: the combined view is first',
      { personas: ['dataScientist', 'trainingRole'] },
      [
        ['', 'All roles (combined)'],
        ['Data scientist', 'Permissions policy', 'Trust policy'],
        ['Training and processing execution role', 'Permissions policy', 'Trust policy'],
      ],
    ],
    [
      'one role for several personas',
      { personas: ['dataScientist', 'trainingRole'], layout: 'merged' },
      [['One role for everything', 'Permissions policy', 'Trust policy']],
    ],
    ['only an endpoint', { personas: ['vpcEndpoint'] }, [['VPC endpoint policies', 'Endpoint: s3']]],
    ['only a service control policy', { limits }, [['Guardrails', 'Service control policy']]],
  ])('%s', (_title, draft, outline) => {
    expect(outlineOf(draft)).toEqual(outline);
  });

  it('has each of 30 roles with its own name, once, and every document', () => {
    const groups = groupsOf({ personas: ['trainingRole', ...Object.keys(manyRoles)], roles: manyRoles });
    expect(groups).toHaveLength(31);
    expect(new Set(groups.map(({ title }) => title)).size).toBe(31);
    expect(new Set(entriesOf(groups).map(({ id }) => id)).size).toBe(61);
  });

  it.each(importableKinds)('has every part of a large imported policy, of the kind %s', (kind) => {
    const Statement = Array.from({ length: 400 }, (_, at) => ({
      Effect: kind === 'service-control' || kind === 'resource-control' ? 'Deny' : 'Allow',
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:::bucket-${at}/*`,
      ...(kind === 'vpc-endpoint' || kind === 'resource-control' ? { Principal: '*' } : {}),
    }));
    const text = JSON.stringify({ Version: '2012-10-17', Statement });
    const edits = importedPolicyEdits({ title: 'Ledger', kind, text });
    const partial = {
      personas: ['dataScientist', 'vpcEndpoint'],
      limits,
      edits: edits ? { 'own-1': edits } : {},
    };
    const groups = groupsOf(partial);
    const documents = deliver(createDraft(partial, builtIn), builtIn).documents.map(({ id }) => id);
    expect(
      entriesOf(groups)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(documents.toSorted());
    const imported = groups.find(({ id }) => id === 'imported')?.entries ?? [];
    expect(imported.map(({ document }) => document.partOf ?? document.id)).toEqual(
      documents.filter((id) => id.startsWith('own-1')).map(() => 'own-1'),
    );
    expect(imported.length > 1).toBe(/identity|control/.test(kind));
  });

  it('names an entry by itself with its role', () => {
    const [, first] = groupsOf({ personas: ['dataScientist', 'trainingRole'] });
    const [entry] = first?.entries ?? [];
    expect(first && entry && fullName(first, entry)).toBe('Data scientist: Permissions policy');
  });
});
