import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { DocumentKind, PolicyDocument } from '../language/policy.ts';
import { cdk } from './cdk.ts';
import { cloudFormation } from './cloudFormation.ts';
import { pascalCase } from '../language/letterCase.ts';
import { planOf } from './plan.ts';
import { valuesOf } from './testing/inputs.ts';
import { createdByTemplate, unchained } from './testing/template.ts';
import { caseOf, casesFrom, plannedOf, setOfDocuments } from './testing/exportCases.ts';
import { withoutKeys } from './stackPlan.ts';

/** CloudFormation's short forms, read as their long ones. */
const tags = ['Ref', 'Sub', 'GetAtt'].map((name) => ({
  tag: `!${name}`,
  resolve: (text: string) => ({ [name === 'Ref' ? name : `Fn::${name}`]: text }),
}));

/** Reads with YAML 1.1, as CloudFormation does, where `Yes` and a bare date are no texts. */
function readTemplate(text: string): any {
  const document = parseDocument(text, { customTags: tags, version: '1.1' });
  expect(document.errors).toEqual([]);
  expect(document.warnings).toEqual([]);
  return document.toJS();
}

describe('CloudFormation', () => {
  it.each(casesFrom(1))('reads back as it was planned: $label', ({ set }) => {
    const parts = planOf(set);
    const files = cloudFormation.write(set).filter(({ name }) => !name.endsWith('.json'));
    expect(files).toHaveLength(parts.length);
    files.forEach(({ text }, index) => {
      const part = withoutKeys(parts[index]!);
      const template = readTemplate(text);
      const values = valuesOf(part, pascalCase);
      expect(Object.keys(template.Parameters ?? {})).toEqual(Object.keys(values));
      for (const [name, { Type, AllowedPattern, Description, ConstraintDescription }] of Object.entries<any>(
        template.Parameters ?? {},
      )) {
        const value = values[name]!;
        expect(Description + ConstraintDescription).toMatch(/^[ -~]+$/);
        expect(Type).toBe(typeof value === 'string' ? 'String' : 'CommaDelimitedList');
        for (const one of [value].flat()) expect(one).toMatch(new RegExp(`^(${AllowedPattern})$`));
      }
      expect(createdByTemplate(template, values)).toEqual(plannedOf(part));
      expect(unchained(template)).toEqual([]);
    });
  });

  it('says of a template that is too large for a request how it gets there, and of no other', () => {
    const usage = (resources: number) => {
      const policy = {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: ['s3:*'], Resource: ['x'.repeat(5000)] }],
      } as const;
      const documents = Array.from({ length: resources }, (_, index) =>
        ownDocument('identity', `P${index}`, policy),
      );
      return cloudFormation.write(setOfDocuments('a', documents))[0]?.text;
    };
    expect(usage(9)).not.toContain('--s3-bucket');
    expect(usage(12)).toContain('--s3-bucket');
  });

  it('says where service control policies can be deployed, and gives out their IDs', () => {
    const statement = { Effect: 'Deny', Action: ['s3:*'], Resource: ['*'] } as const;
    const policy = { Version: '2012-10-17', Statement: [statement] } as const;
    const textOf = (kind: DocumentKind) =>
      cloudFormation.write(setOfDocuments('a', [ownDocument(kind, 'Mine', policy)]))[0]?.text ?? '';
    const organization = textOf('service-control');
    expect(organization.replace(/\n#/g, '')).toContain('don’t deploy to the management account');
    expect(readTemplate(organization).Outputs).toEqual({
      MineId: { Description: 'Mine', Value: { Ref: 'Mine' } },
    });
    expect(readTemplate(textOf('identity')).Outputs).toBeUndefined();
    expect(textOf('identity').replace(/\n#/g, '')).toContain('As a StackSet, deploy it in one Region');
  });

  it('refuses in the one pattern of a parameter what the page refuses', () => {
    const policy = {
      Statement: [{ Effect: 'Allow', Action: ['s3:*'], Resource: ['arn:aws:s3:::<INPUT_BUCKET_NAME>'] }],
    } as const;
    const [file] = cloudFormation.write(setOfDocuments('a', [ownDocument('identity', 'A', policy)]));
    const { AllowedPattern } = readTemplate(file?.text ?? '').Parameters.InputBucketName;
    const good = ['my.bucket', '1.2.3.4.5', 'my..bucket', '10.0.0.1', 'xn--a', 'a-s3alias'].filter((name) =>
      new RegExp(`^(?:${AllowedPattern})$`).test(name),
    );
    expect(good).toEqual(['my.bucket', '1.2.3.4.5']);
  });
});

const ownDocument = (kind: DocumentKind, title: string, policy: PolicyDocument): ComposedDocument => ({
  id: `own-${title}`,
  title,
  kind,
  personas: [],
  provenance: [],
  policy,
});

describe.each([cloudFormation, cdk])('a part without a resource: $label', (exporter) => {
  const statement = { Effect: 'Allow', Action: ['s3:*'], Resource: ['<ACCOUNT_ID>'] } as const;
  it.each<[DocumentKind, string]>([
    ['trust', 'Mine isn’t included: its role is unknown.'],
    ['vpc-endpoint', 'Mine isn’t included: the service of its endpoint is unknown.'],
  ])('is no template, and the note is kept: %s', (kind, note) => {
    const files = exporter.write(
      setOfDocuments('a', [ownDocument(kind, 'Mine', { Statement: [statement] })]),
    );
    expect(files.map(({ name }) => name.split('.').at(-1))).toEqual(['txt']);
    expect(files[0]?.text).toContain(note);
  });

  it('asks only for what is written', () => {
    const { set } = caseOf('vpcEndpoint, merged, managed, deny, filled');
    const own = ownDocument('vpc-endpoint', 'Mine', {
      Statement: [{ ...statement, Resource: ['arn:aws:s3:::<INPUT_BUCKET_NAME>/<MINE>'] }],
    });
    const [file] = exporter.write({ ...set, documents: [...set.documents, own] });
    expect(file?.text).toContain('Mine isn’t included');
    const [{ title } = { title: '' }] = set.documents.filter(({ kind }) => kind === 'vpc-endpoint');
    expect(file?.text).toMatch(new RegExp(`(Title: "|// )${title}"?\n`));
    expect(file?.text).not.toMatch(/input_?bucket|<MINE>/i);
  });
});
