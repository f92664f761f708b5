import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { planOf } from '../../src/policies/exports/plan.ts';
import { pulumi } from '../../src/policies/exports/pulumi.ts';
import { configOf, createdByProgram } from '../../src/policies/exports/testing/program.ts';
import { plannedOf, someCases } from '../../src/policies/exports/testing/exportCases.ts';
import { compile, scratchFolder } from './compile.ts';

const folder = scratchFolder('pulumi');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const programs = someCases.flatMap(({ label, set }, index) => {
  const files = pulumi.write(set);
  return planOf(set).map((part) => ({
    label: `${label}: ${part.id}`,
    part,
    folder: `program${index}${part.id}`,
    text: files.find(({ name }) => name === `${part.id}/index.ts`)?.text ?? '',
  }));
});

it('compiles against Pulumi, and what it makes reads back as it was planned', () => {
  for (const { folder: own, text } of programs) {
    mkdirSync(`${folder}/${own}`);
    writeFileSync(`${folder}/${own}/index.ts`, text);
  }
  compile(folder, 'commonjs', { types: ['node'], exactOptionalPropertyTypes: false });
  const wanted = programs.map(({ folder: own, part }) => ({ folder: own, config: configOf(part) }));
  writeFileSync(`${folder}/wanted.json`, JSON.stringify(wanted));
  writeFileSync(`${folder}/out/run.js`, RUN);
  execFileSync(process.execPath, [`${folder}/out/run.js`, `${folder}/made.json`]);
  const made = JSON.parse(readFileSync(`${folder}/made.json`, 'utf8'));
  expect(programs.length).toBeGreaterThan(8);
  for (const { folder: own, part, label } of programs)
    expect(createdByProgram(made[own]), label).toEqual(plannedOf(part));
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
        return { id: inputs.name ?? name, state: { ...inputs, arn: type === 'aws:iam/role:Role' ? 'arn:aws:iam::111122223333:role/' + inputs.name : inputs.name } };
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
