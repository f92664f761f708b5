import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { InterfaceVpcEndpointAwsService } from 'aws-cdk-lib/aws-ec2';
import { afterAll, describe, expect, it } from 'vitest';
import { activities } from '../../src/policies/library/activities/index.ts';
import { cdk } from '../../src/policies/exports/cdk.ts';
import { serviceOf } from '../../src/policies/exports/endpointServices.ts';
import { camelCase, pascalCase } from '../../src/policies/language/letterCase.ts';
import { planOf } from '../../src/policies/exports/plan.ts';
import { withoutKeys } from '../../src/policies/exports/stackPlan.ts';
import { inputsOf, valuesOf } from '../../src/policies/exports/testing/inputs.ts';
import { createdByTemplate, unchained } from '../../src/policies/exports/testing/template.ts';
import { plannedOf, someCases } from '../../src/policies/exports/testing/exportCases.ts';
import { builtIn } from '../../src/policies/library/builtIn.ts';
import { compile, scratchFolder } from './compile.ts';

const folder = scratchFolder('cdk');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const stacks = someCases.flatMap(({ label, set }, caseIndex) => {
  const files = cdk.write(set).filter(({ name }) => !name.endsWith('.json'));
  return planOf(set).map((part, index) => ({
    label: `${label}: ${part.id}`,
    part: withoutKeys(part),
    file: `stack${caseIndex}${part.id}`,
    text: files[index]?.text ?? '',
  }));
});

it('compiles against the AWS CDK, and what it synthesizes reads back as it was planned', () => {
  for (const { file, text } of stacks) writeFileSync(`${folder}/${file}.ts`, text);
  compile(folder, 'module', { types: [] });
  const wanted = stacks.map(({ file, part }) => ({
    file,
    name: `${pascalCase(part.name)}Stack`,
    values: inputsOf(part).length > 0 ? valuesOf(part, camelCase) : undefined,
  }));
  writeFileSync(`${folder}/wanted.json`, JSON.stringify(wanted));
  writeFileSync(`${folder}/out/synthesize.mjs`, SYNTHESIZE);
  // The library warns of what the hostile documents are made of, and of nothing else.
  execFileSync(process.execPath, [`${folder}/out/synthesize.mjs`], { stdio: ['ignore', 'ignore', 'pipe'] });
  const templates = JSON.parse(readFileSync(`${folder}/templates.json`, 'utf8'));
  expect(Object.keys(templates)).toHaveLength(stacks.length);
  for (const { file, label } of stacks) expect(unchained(templates[file]), label).toEqual([]);
  for (const { file, part, label } of stacks)
    expect(createdByTemplate(templates[file], { 'AWS::Region': 'eu-west-1' }), label).toEqual(
      plannedOf(part),
    );
});

const SYNTHESIZE = `import { readFileSync, writeFileSync } from 'node:fs';
import * as cdk from 'aws-cdk-lib';

const at = (name) => new URL('../' + name, import.meta.url);
const templates = {};
for (const { file, name, values } of JSON.parse(readFileSync(at('wanted.json'), 'utf8'))) {
  const { [name]: Stack } = await import('./' + file + '.js');
  const app = new cdk.App({ analyticsReporting: false, outdir: at('cdk.out/' + file).pathname });
  const stack = values ? new Stack(app, 'Stack', values) : new Stack(app, 'Stack');
  templates[file] = app.synth().getStackArtifact(stack.artifactId).template;
}
writeFileSync(at('templates.json'), JSON.stringify(templates));
`;

/** What the AWS CDK names the service in a Region. */
const prefixInCdk = (service: string, region: string): string =>
  new InterfaceVpcEndpointAwsService(service).getDefaultEndpointPrefix(service, region);

describe('names of endpoints', () => {
  const endpoints = activities.flatMap(({ endpoint }) => endpoint ?? []);

  it.each(endpoints)('are those of the AWS CDK in China: $serviceName', ({ id, serviceName, type }) => {
    const document = { id: `${id}Endpoint`, title: id, kind: 'vpc-endpoint' } as const;
    const name = serviceOf(
      { ...document, personas: ['vpcEndpoint'], provenance: [], policy: { Statement: [] } },
      'aws-cn',
      builtIn,
    )?.name;
    const [, service] = /^com\.amazonaws\.<REGION>\.(.+)$/.exec(serviceName) ?? [];
    if (service === undefined || type === 'gateway') expect(name).toBe(serviceName);
    else expect(name).toBe(`${prefixInCdk(service, 'cn-north-1')}.<REGION>.${service}`);
  });
});
