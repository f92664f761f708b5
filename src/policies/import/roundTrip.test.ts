import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { deliver } from '../compose/deliver.ts';
import { createDraft } from '../draft/createDraft.ts';
import { compareExact } from '../exact/compareExact.ts';
import { awsCli } from '../exports/awsCli.ts';
import { cloudFormation } from '../exports/cloudFormation.ts';
import type { Exporter } from '../exports/exporter.ts';
import { json } from '../exports/json.ts';
import { terraform } from '../exports/terraform.ts';
import { caseOf, setOfDocuments } from '../exports/testing/exportCases.ts';
import { addImportedPolicies, importedPolicyEdits } from '../handEdits/importedPolicies.ts';
import type { DocumentKind, PolicyDocument } from '../language/policy.ts';
import { builtIn } from '../library/builtIn.ts';
import type { FoundPolicy, ImportReading } from './importReading.ts';
import { readImport } from './readImport.ts';
import { readYaml } from './yaml.ts';

/** What comes in as a template goes out as one with the same policies, of parameters with the same names. */

const placeholders = builtIn.variables.flatMap((variable) => variable.placeholders);

const read = (text: string): ImportReading => readImport(text, { yaml: readYaml, placeholders });

const isInSet = (kind: FoundPolicy['kind']): kind is DocumentKind => kind !== 'resource';

/** The policies of a text as the page exports them. */
function exported({ policies }: ImportReading, exporter: Exporter) {
  const edits = policies.flatMap(({ title, kind, text }) =>
    isInSet(kind) && kind !== 'trust' ? (importedPolicyEdits({ title, kind, text }) ?? []) : [],
  );
  const { draft } = addImportedPolicies(createDraft({}, builtIn), edits);
  const files = exporter.write(setOfDocuments('ml', deliver(draft, builtIn).documents));
  // Endpoints whose service is unknown are named in notes.
  return files.filter(({ name }) => !name.endsWith('.txt'));
}

/** Each policy of one list is as one of the other, in the order of neither. */
function expectSame(one: readonly PolicyDocument[], other: readonly PolicyDocument[]): void {
  expect(other).toHaveLength(one.length);
  for (const document of one) {
    const same = other.filter((candidate) => {
      const { newAccess, removedAccess } = compareExact([document], [candidate]);
      return newAccess.kind === 'none' && removedAccess.kind === 'none';
    });
    expect(same, JSON.stringify(document)).not.toEqual([]);
  }
}

/** The policies of kinds that an export has as they are. Trust policies go with roles of a persona: the files say so. */
const documents = (
  { policies }: ImportReading,
  left: readonly DocumentKind[] = [],
): readonly PolicyDocument[] =>
  policies
    .filter(({ kind }) => isInSet(kind) && kind !== 'trust' && !left.includes(kind))
    .map(({ policy }) => policy);

describe.each([
  'ml-platform-stack.yaml',
  'getatt-resource.yaml',
  'if-inside.yaml',
  'ref-in-arn.yaml',
  'boundary.yaml',
])('%s, through the page', (name) => {
  const first = read(readFileSync(new URL(`./fixtures/files/${name}`, import.meta.url), 'utf8'));
  const files = exported(first, cloudFormation);

  it('has the same policies', () => {
    const second = files.map(({ text }) => read(text));
    expect(second.flatMap(({ refusals }) => refusals)).toEqual([]);
    // A template gives a policy only to an endpoint whose service it knows: the files say so.
    expectSame(
      documents(first, ['vpc-endpoint']),
      second.flatMap((one) => documents(one, ['vpc-endpoint'])),
    );
  });

  it('has a parameter for each placeholder, and no placeholder', () => {
    for (const { text } of files) {
      const template: { readonly Parameters?: object } = parseDocument(text).toJS();
      const body = JSON.stringify({ ...template, Parameters: {} });
      expect(body).not.toMatch(/<\w+>/);
      for (const parameter of Object.keys(template.Parameters ?? {}))
        expect(text).toMatch(new RegExp(`!Ref "?${parameter}\\b|\\$\\{${parameter}\\}`));
    }
  });
});

it('parameters of a template keep their names', () => {
  const [account = { text: '' }] = exported(
    read(readFileSync(new URL('./fixtures/files/ml-platform-stack.yaml', import.meta.url), 'utf8')),
    cloudFormation,
  );
  const { Parameters }: { readonly Parameters: object } = parseDocument(account.text).toJS();
  expect(Object.keys(Parameters).sort()).toEqual([
    'AccountId',
    'DataAccess',
    'DataBucket',
    'ExecutionRoleArn',
    'KMSKeyArn',
    'ModelBucketArn',
    'Partition',
    'Path',
    'Region',
    'SubnetIds',
    'Team',
  ]);
});

describe.each([awsCli, cloudFormation, json, terraform])('$label', (exporter) => {
  it.each([
    'everyone, merged, inline, deny, open',
    'permission sets, managed',
    'permission sets, inline',
    'permission sets, filled, inline',
  ])('reads back whole: %s', (label) => {
    const { set } = caseOf(label);
    // Permission sets that name managed policies have none of their own.
    const withPolicies = set.attach === 'inline' ? /./ : /^(?!identity-center)(?!.*-identity-center[.])/;
    const files = exporter
      .write(set)
      .filter(({ name }) => /main\.tf$|\.(?:sh|json|yaml)$/.test(name) && withPolicies.test(name));
    const readings = files.map(({ text }) => read(text));
    expect(readings.flatMap(({ refusals }) => refusals)).toEqual([]);
    // CloudFormation has no resource for the policy of a key alone.
    const isLeftOut = (type = '') => exporter === cloudFormation && type === 'key';
    const written = set.documents.filter(({ resource }) => !isLeftOut(resource?.type));
    expect(readings.flatMap(({ policies }) => policies)).toHaveLength(written.length);
    if (label.includes('filled'))
      expectSame(
        set.documents.map(({ policy }) => policy),
        readings.flatMap(({ policies }) => policies.map(({ policy }) => policy)),
      );
  });
});

describe.each([awsCli, json, terraform])('$label', (exporter) => {
  it.each(['ml-platform-stack.yaml', 'getatt-resource.yaml', 'team-roles.tf'])('of %s reads back', (name) => {
    const first = read(readFileSync(new URL(`./fixtures/files/${name}`, import.meta.url), 'utf8'));
    const files = exported(first, exporter).filter((file) => !file.name.endsWith('variables.tf'));
    const second = files.map(({ text }) => read(text));
    expect(second.flatMap(({ refusals }) => refusals)).toEqual([]);
    expectSame(
      documents(first),
      second.flatMap(({ policies }) => policies.map(({ policy }) => policy)),
    );
  });
});
