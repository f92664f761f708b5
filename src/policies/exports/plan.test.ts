import { describe, expect, it } from 'vitest';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { DocumentKind } from '../language/policy.ts';
import { awsCli } from './awsCli.ts';
import { cdk } from './cdk.ts';
import { cloudFormation } from './cloudFormation.ts';
import { exporters } from './index.ts';
import { json } from './json.ts';
import { planOf } from './plan.ts';
import { pulumi } from './pulumi.ts';
import { terraform } from './terraform.ts';
import { setOfDocuments } from './testing/exportCases.ts';

/** Documents that no choice makes: their ids are places in a list. */
const own = (kind: DocumentKind, titles: readonly string[], resource = '*'): readonly ComposedDocument[] =>
  titles.map((title, index) => ({
    id: `own-${index + 1}`,
    title,
    kind,
    personas: [],
    provenance: [],
    policy: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', Action: ['s3:*'], Resource: [resource] }],
    },
  }));

const namesIn = (documents: readonly ComposedDocument[]) =>
  planOf(setOfDocuments('ml', documents)).flatMap(({ policies, endpoints, organizationPolicies }) =>
    [...policies, ...endpoints, ...organizationPolicies].map(({ name }) => name),
  );

describe('a document of nobody', () => {
  it.each<[DocumentKind, readonly string[]]>([
    ['identity', ['ml-read-only-permissions', 'ml-no-root-permissions']],
    ['permissions-boundary', ['ml-read-only', 'ml-no-root']],
    ['service-control', ['ml-read-only', 'ml-no-root']],
    ['vpc-endpoint', ['ml-read-only', 'ml-no-root']],
  ])('is known by its title, and keeps its name when another one is removed: %s', (kind, names) => {
    expect(namesIn(own(kind, ['Read only', 'No root']))).toEqual(names);
    expect(namesIn(own(kind, ['No root']))).toEqual(names.slice(1));
  });

  it('has a name of its own even where titles are the same, or have no letters', () => {
    expect(namesIn(own('service-control', ['A', 'A', '!', '']))).toEqual([
      'ml-a',
      'ml-a-2',
      'ml-policy',
      'ml-policy-2',
    ]);
  });

  it('that was split keeps its title in every part', () => {
    const [whole] = own('identity', ['Read only']);
    const parts = [1, 2].map((number) => ({
      ...whole!,
      id: `own-1-${number}`,
      partOf: 'own-1',
      title: `Read only ${number}`,
    }));
    expect(namesIn(parts)).toEqual(['ml-read-only-permissions', 'ml-read-only-permissions-2']);
  });

  it('gives its title to its file', () => {
    const files = json.write(setOfDocuments('ml', own('service-control', ['Read only', 'No root'])));
    expect(files.map(({ name }) => name)).toEqual([
      'ml.read-only.service-control-policy.json',
      'ml.no-root.service-control-policy.json',
    ]);
  });

  it.each([awsCli, cdk, cloudFormation, pulumi, terraform])(
    'is shown with its title in what is created: $label',
    (exporter) => {
      const texts = exporter
        .write(setOfDocuments('ml', own('service-control', ['Für alle'])))
        .map(({ text }) => text)
        .join('\n');
      expect(texts).toMatch(/[Dd]escription.*Für alle|put_organization_policy 'ml-f-r-alle' 'Für alle'/);
    },
  );
});

describe('what only looks like a placeholder', () => {
  const set = setOfDocuments('ml', [
    ...own('identity', ['A'], 'arn:aws:s3:::<my-bucket>/<your-prefix>/<ACCOUNT_ID>'),
    ...own('service-control', ['B'], '<other>-<one-more>'),
    ...own('vpc-endpoint', ['C'], '<ACCOUNT_ID>'),
  ]);

  it('is named in the notes of the part that it stands in', () => {
    const told = planOf(set).map(({ notes }) => notes.filter((note) => note.includes('placeholder')));
    expect(told).toEqual([
      ['Unknown placeholders, left unchanged: <my-bucket> <your-prefix>'],
      [],
      ['Unknown placeholders, left unchanged: <one-more>'],
    ]);
  });

  it.each(exporters.filter(({ makes }) => makes === 'resources'))(
    'is named in the files: $label',
    (exporter) => {
      const text = exporter
        .write(set)
        .map((file) => file.text.replace(/\n(#|\/\/) /g, ' '))
        .join('\n');
      expect(text).toContain('left unchanged: <my-bucket> <your-prefix>');
      expect(text).toContain('left unchanged: <one-more>');
    },
  );
});
