import { rmSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { camelCase } from '../language/letterCase.ts';
import { planOf } from './plan.ts';
import { pulumi } from './pulumi.ts';
import { casesFrom, plannedOf } from './testing/exportCases.ts';
import { configInputsOf, configOf, createdByProgram } from './testing/program.ts';
import { configure } from './testing/standIns/pulumi/pulumi.ts';
import { taken } from './testing/standIns/pulumi/resource.ts';
import { scratchFolder, standIns, typeErrors } from './testing/typeCheck.ts';

const programs = casesFrom(1).flatMap(({ label, set }, index) => {
  const files = pulumi.write(set);
  return planOf(set).map((part) => ({
    label: `${label}: ${part.id}`,
    part,
    file: `program${index}${part.id}.ts`,
    textOf: (name: string) => files.find((file) => file.name === `${part.id}/${name}`)?.text ?? '',
  }));
});

/** The file with the stand-ins in place of the library. */
const standing = (text: string): string =>
  text.replaceAll(/'@pulumi\/(\w+)'/g, `'${standIns('pulumi')}$1.ts'`);

describe('Pulumi', () => {
  const folder = scratchFolder('pulumi');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  for (const { file, textOf } of programs) writeFileSync(`${folder}/${file}`, standing(textOf('index.ts')));

  it('has no type errors', () => {
    expect(programs.length).toBeGreaterThan(20);
    expect(typeErrors(folder)).toBe('');
  });

  it.each(programs)('makes what was planned: $label', async ({ file, part }) => {
    configure(configOf(part));
    await import(/* @vite-ignore */ `${folder}/${file}`);
    expect(createdByProgram(taken())).toEqual(plannedOf(part));
  });

  it.each(programs)('names its configuration in the project: $label', ({ part, textOf }) => {
    const project = parse(textOf('Pulumi.yaml'));
    expect(project).toMatchObject({ name: part.name, runtime: 'nodejs' });
    const typed = configInputsOf(part).filter(({ list }) => !list);
    expect(Object.keys(project.config ?? {})).toEqual(typed.map(({ name }) => camelCase(name)));
    for (const { name } of configInputsOf(part).filter(({ list }) => list))
      expect(textOf('index.ts')).toContain(`pulumi config set --path '${camelCase(name)}[0]'`);
    expect(JSON.parse(textOf('package.json')).name).toBe(part.name);
  });
});
