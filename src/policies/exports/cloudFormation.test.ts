import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import type { ComposedDocument } from '../composed.ts';
import type { DocumentKind, PolicyDocument } from '../document.ts';
import { cdk } from './cdk.ts';
import { cloudFormation } from './cloudFormation.ts';
import { endpointInputs } from './endpointInputs.ts';
import { camelCase, pascalCase } from './names.ts';
import { type ExportPart, planOf } from './plan.ts';
import {
  type Created,
  everyCase,
  normal,
  plannedOf,
  setOfDocuments,
  someCases,
  valueOf,
} from './testSets.ts';

/** CloudFormation's short forms, read as their long ones. */
const tags = ['Ref', 'Sub'].map((name) => ({
  tag: `!${name}`,
  resolve: (text: string) => (name === 'Ref' ? { Ref: text } : { 'Fn::Sub': text }),
}));

/** Reads with YAML 1.1, as CloudFormation does, where `Yes` and a bare date are no texts. */
function readTemplate(text: string): any {
  const document = parseDocument(text, { customTags: tags, version: '1.1' });
  expect(document.errors).toEqual([]);
  expect(document.warnings).toEqual([]);
  return document.toJS();
}

type Values = Readonly<Record<string, string | readonly string[]>>;

/** A template's value with its functions carried out, as the reference describes them. */
function resolved(value: any, values: Values): any {
  if (Array.isArray(value)) return value.map((entry) => resolved(entry, values));
  if (typeof value !== 'object' || value === null) return value;
  const [name, argument] = Object.entries<any>(value)[0] ?? [];
  if (name === 'Ref') return values[argument] ?? `ref:${argument}`;
  if (name === 'Fn::Sub')
    return argument.replace(/\$\{(!?)([^}]+)\}/g, (_: string, kept: string, inner: string) =>
      kept ? `\${${inner}}` : (values[inner] ?? `unknown:${inner}`),
    );
  if (name === 'Fn::Join') return resolved(argument[1], values).join(argument[0]);
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, resolved(child, values)]));
}

/** The policy types that the template gives IAM, as text where it is text. */
const policyOf = (value: any) => normal(typeof value === 'string' ? JSON.parse(value) : value);

/** What a template's resources are, parameters filled. */
function createdBy(template: any, values: Values): Created {
  const entries = Object.entries<any>(resolved(template.Resources ?? {}, values));
  const ofType = (type: string) =>
    entries.filter(([, { Type }]) => Type === type).map(([id, { Properties }]) => [id, Properties]);
  const names = new Map(
    ofType('AWS::IAM::ManagedPolicy').map(([id, { ManagedPolicyName }]) => [`ref:${id}`, ManagedPolicyName]),
  );
  const named = (type: string, name: string, document: string) =>
    Object.fromEntries(
      ofType(type).map(([, properties]) => [properties[name], policyOf(properties[document])]),
    );
  return {
    policies: named('AWS::IAM::ManagedPolicy', 'ManagedPolicyName', 'PolicyDocument'),
    roles: Object.fromEntries(
      ofType('AWS::IAM::Role').map(([, role]) => [
        role.RoleName,
        {
          trust: policyOf(role.AssumeRolePolicyDocument),
          managed: (role.ManagedPolicyArns ?? []).map((arn: string) => names.get(arn)).sort(),
          inline: Object.fromEntries(
            (role.Policies ?? []).map((policy: any) => [policy.PolicyName, policyOf(policy.PolicyDocument)]),
          ),
          ...(role.PermissionsBoundary ? { boundary: names.get(role.PermissionsBoundary) } : {}),
        },
      ]),
    ),
    endpoints: ofType('AWS::EC2::VPCEndpoint').map(([, { PolicyDocument }]) => policyOf(PolicyDocument)),
    serviceControl: named('AWS::Organizations::Policy', 'Name', 'Content'),
    targets: Array.from(
      new Set(ofType('AWS::Organizations::Policy').flatMap(([, { TargetIds }]): string[] => TargetIds)),
    ).sort(),
  };
}

const inputsOf = (part: ExportPart) => [...part.parameters, ...endpointInputs(part.endpoints)];

/** Values of a part's parameters under the names that a language gives them. */
const valuesOf = (part: ExportPart, nameIn: (name: string) => string): Values =>
  Object.fromEntries(
    inputsOf(part).map(({ name, placeholder, list }) => {
      const values = valueOf(name, placeholder);
      return [nameIn(name), list ? values : (values[0] ?? '')];
    }),
  );

describe('CloudFormation', () => {
  it.each(everyCase)('reads back as it was planned: $label', ({ set }) => {
    const parts = planOf(set);
    const files = cloudFormation.write(set);
    expect(files).toHaveLength(parts.length);
    files.forEach(({ text }, index) => {
      const part = parts[index]!;
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
      expect(createdBy(template, values)).toEqual(plannedOf(part));
      expectChained(template);
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

/** Organizations refuses changes at the same time: each of its policies waits for the one before. */
function expectChained({ Resources }: any): void {
  const ids = Object.keys(Resources).filter((id) => Resources[id].Type === 'AWS::Organizations::Policy');
  expect(ids.map((id) => [Resources[id].DependsOn].flat()[0])).toEqual(
    [undefined, ...ids].slice(0, ids.length),
  );
}

describe.each([cloudFormation, cdk])('a part without a resource: $label', (exporter) => {
  const statement = { Effect: 'Allow', Action: ['s3:*'], Resource: ['<ACCOUNT_ID>'] } as const;
  it.each<[DocumentKind, string]>([
    ['trust', 'Mine is not part of this: it is not known which role it belongs to.'],
    ['vpc-endpoint', 'Mine is not part of this: it is not known which service its endpoint is for.'],
  ])('is no template, and the note is kept: %s', (kind, note) => {
    const files = exporter.write(
      setOfDocuments('a', [ownDocument(kind, 'Mine', { Statement: [statement] })]),
    );
    expect(files.map(({ name }) => name.split('.').at(-1))).toEqual(['txt']);
    expect(files[0]?.text).toContain(note);
  });

  it('asks only for what is written', () => {
    const { set } = everyCase.find(
      ({ label }) => label.startsWith('vpcEndpoint') && label.endsWith('filled'),
    )!;
    const own = ownDocument('vpc-endpoint', 'Mine', {
      Statement: [{ ...statement, Resource: ['arn:aws:s3:::<INPUT_BUCKET_NAME>/<MINE>'] }],
    });
    const [file] = exporter.write({ ...set, documents: [...set.documents, own] });
    expect(file?.text).toContain('Mine is not part of this');
    const [{ title } = { title: '' }] = set.documents.filter(({ kind }) => kind === 'vpc-endpoint');
    expect(file?.text).toMatch(new RegExp(`(Title: "|// )${title}"?\n`));
    expect(file?.text).not.toMatch(/input_?bucket|<MINE>/i);
  });
});

describe('AWS CDK', () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  mkdirSync(`${root}test-results`, { recursive: true });
  const folder = mkdtempSync(`${root}test-results/cdk-`);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const stacks = someCases.flatMap(({ label, set }, caseIndex) => {
    const files = cdk.write(set);
    return planOf(set).map((part, index) => ({
      label: `${label}: ${part.id}`,
      part,
      file: `stack${caseIndex}${part.id}`,
      text: files[index]?.text ?? '',
    }));
  });

  it('compiles against the real library, and what it synthesises reads back as it was planned', {
    timeout: 120_000,
  }, () => {
    for (const { file, text } of stacks) writeFileSync(`${folder}/${file}.ts`, text);
    const options = {
      target: 'es2022',
      module: 'nodenext',
      strict: true,
      skipLibCheck: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      exactOptionalPropertyTypes: true,
      types: [],
      outDir: 'out',
    };
    writeFileSync(`${folder}/package.json`, '{ "type": "module" }');
    writeFileSync(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions: options, include: ['*.ts'] }));
    execFileSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-p', folder], {
      encoding: 'utf8',
    });
    const wanted = stacks.map(({ file, part }) => ({
      file,
      name: `${pascalCase(part.name)}Stack`,
      values: inputsOf(part).length > 0 ? valuesOf(part, camelCase) : undefined,
    }));
    writeFileSync(`${folder}/wanted.json`, JSON.stringify(wanted));
    writeFileSync(`${folder}/out/synthesise.mjs`, SYNTHESISE);
    const templates = JSON.parse(
      execFileSync(process.execPath, [`${folder}/out/synthesise.mjs`], {
        encoding: 'utf8',
        maxBuffer: 1e9,
        // The library warns of what the hostile documents are made of, and of nothing else.
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
    expect(Object.keys(templates)).toHaveLength(stacks.length);
    for (const { file } of stacks) expectChained(templates[file]);
    for (const { file, part, label } of stacks)
      expect(createdBy(templates[file], { 'AWS::Region': 'eu-west-1' }), label).toEqual(plannedOf(part));
  });
});

const SYNTHESISE = `import { readFileSync } from 'node:fs';
import * as cdk from 'aws-cdk-lib';

const templates = {};
for (const { file, name, values } of JSON.parse(readFileSync(new URL('../wanted.json', import.meta.url), 'utf8'))) {
  const { [name]: Stack } = await import('./' + file + '.js');
  const app = new cdk.App({ analyticsReporting: false, outdir: new URL('../cdk.out/' + file, import.meta.url).pathname });
  const stack = values ? new Stack(app, 'Stack', values) : new Stack(app, 'Stack');
  templates[file] = app.synth().getStackArtifact(stack.artifactId).template;
}
process.stdout.write(JSON.stringify(templates));
`;
