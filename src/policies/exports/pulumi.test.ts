import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { camelCase } from './names.ts';
import { type ExportPart, planOf } from './plan.ts';
import { pulumi } from './pulumi.ts';
import { type Created, normal, plannedOf, someCases, valueOf } from './testSets.ts';

const inputsOf = (part: ExportPart) => [
  ...part.parameters,
  ...part.endpoints.map(({ endpointId }) => endpointId),
];

const programs = someCases.flatMap(({ label, set }, index) =>
  planOf(set).map((part) => {
    const textOf = (name: string) =>
      pulumi.write(set).find((file) => file.name === `${part.id}/${name}`)?.text ?? '';
    return { label: `${label}: ${part.id}`, part, folder: `program${index}${part.id}`, textOf };
  }),
);

/** Configuration as Pulumi keeps it: lists as JSON, and in them what consists of digits as a number. */
const configOf = (part: ExportPart) =>
  Object.fromEntries(
    inputsOf(part).map(({ name, placeholder, list }) => {
      const values = valueOf(name, placeholder);
      return [camelCase(name), list ? JSON.stringify(values.map(asKept)) : (values[0] ?? '')];
    }),
  );

const asKept = (value: string) => (/^[1-9]\d*$/.test(value) ? Number(value) : value);

interface Made {
  readonly type: string;
  readonly inputs: any;
}

/** What the resources of a program are. The mocks give each of them its name as ARN and ID. */
function createdBy(resources: readonly Made[]): Created {
  const ofType = (type: string) =>
    resources.filter((resource) => resource.type === type).map(({ inputs }) => inputs);
  const policyOf = (text: string) => normal(JSON.parse(text));
  const roles = ofType('aws:iam/role:Role');
  const of = (type: string, role: string) => ofType(type).filter((inputs) => inputs.role === role);
  return {
    policies: Object.fromEntries(
      ofType('aws:iam/policy:Policy').map(({ name, policy }) => [name, policyOf(policy)]),
    ),
    roles: Object.fromEntries(
      roles.map(({ name, assumeRolePolicy, permissionsBoundary }) => [
        name,
        {
          trust: policyOf(assumeRolePolicy),
          managed: of('aws:iam/rolePolicyAttachment:RolePolicyAttachment', name)
            .map(({ policyArn }): string => policyArn)
            .sort(),
          inline: Object.fromEntries(
            of('aws:iam/rolePolicy:RolePolicy', name).map((own) => [own.name, policyOf(own.policy)]),
          ),
          ...(permissionsBoundary ? { boundary: permissionsBoundary } : {}),
        },
      ]),
    ),
    endpoints: ofType('aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy').map(({ policy }) => policyOf(policy)),
    serviceControl: Object.fromEntries(
      ofType('aws:organizations/policy:Policy').map(({ name, content }) => [name, policyOf(content)]),
    ),
    targets: Array.from(
      new Set(
        ofType('aws:organizations/policyAttachment:PolicyAttachment').map(({ targetId }): string => targetId),
      ),
    ).sort(),
  };
}

describe('Pulumi', () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  mkdirSync(`${root}test-results`, { recursive: true });
  const folder = mkdtempSync(`${root}test-results/pulumi-`);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('compiles against the real libraries, and what it makes reads back as it was planned', {
    timeout: 120_000,
  }, () => {
    for (const { folder: own, textOf } of programs) {
      mkdirSync(`${folder}/${own}`);
      writeFileSync(`${folder}/${own}/index.ts`, textOf('index.ts'));
    }
    const compilerOptions = {
      target: 'es2022',
      module: 'nodenext',
      strict: true,
      skipLibCheck: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      types: ['node'],
      rootDir: '.',
      outDir: 'out',
    };
    writeFileSync(`${folder}/package.json`, '{ "type": "commonjs" }');
    writeFileSync(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions, include: ['**/*.ts'] }));
    execFileSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-p', folder]);
    const wanted = programs.map(({ folder: own, part }) => ({ folder: own, config: configOf(part) }));
    writeFileSync(`${folder}/wanted.json`, JSON.stringify(wanted));
    writeFileSync(`${folder}/out/run.js`, RUN);
    execFileSync(process.execPath, [`${folder}/out/run.js`, `${folder}/made.json`]);
    const made = JSON.parse(readFileSync(`${folder}/made.json`, 'utf8'));
    expect(programs.length).toBeGreaterThan(8);
    for (const { folder: own, part, label } of programs)
      expect(createdBy(made[own]), label).toEqual(plannedOf(part));
  });

  it.each(programs)('names its configuration in the project: $label', ({ part, textOf }) => {
    const project = parse(textOf('Pulumi.yaml'));
    expect(project).toMatchObject({ name: part.name, runtime: 'nodejs' });
    const typed = inputsOf(part).filter(({ list }) => !list);
    expect(Object.keys(project.config ?? {})).toEqual(typed.map(({ name }) => camelCase(name)));
    for (const { name } of inputsOf(part).filter(({ list }) => list))
      expect(textOf('index.ts')).toContain(`pulumi config set --path '${camelCase(name)}[0]'`);
    expect(JSON.parse(textOf('package.json')).name).toBe(part.name);
  });
});

const RUN = `const { readFileSync, writeFileSync } = require('node:fs');
const pulumi = require('@pulumi/pulumi');

async function main() {
  const made = {};
  let current = [];
  for (const { folder, config } of JSON.parse(readFileSync(__dirname + '/../wanted.json', 'utf8'))) {
    current = made[folder] = [];
    await pulumi.runtime.setMocks({
      newResource: ({ type, name, inputs }) => {
        current.push({ type, inputs });
        return { id: inputs.name ?? name, state: { ...inputs, arn: inputs.name } };
      },
      call: ({ inputs }) => inputs,
    });
    pulumi.runtime.setAllConfig(Object.fromEntries(Object.entries(config).map(([key, value]) => ['project:' + key, value])));
    require('./' + folder + '/index.js');
    await pulumi.runtime.disconnect();
  }
  writeFileSync(process.argv[2], JSON.stringify(made));
}

main();
`;
