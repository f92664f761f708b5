import { rmSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { cdk } from './cdk.ts';
import { camelCase, pascalCase } from '../language/letterCase.ts';
import { planOf } from './plan.ts';
import { withoutKeys } from './stackPlan.ts';
import { casesFrom, plannedOf } from './testing/exportCases.ts';
import { inputsOf, valuesOf } from './testing/inputs.ts';
import { createdByTemplate, unchained } from './testing/template.ts';
import { scratchFolder, standIns, typeErrors } from './testing/typeCheck.ts';

const stacks = casesFrom(0).flatMap(({ label, set }, caseIndex) => {
  const files = cdk.write(set).filter(({ name }) => !name.endsWith('.json'));
  return planOf(set).map((part, index) => ({
    label: `${label}: ${part.id}`,
    part: withoutKeys(part),
    file: `stack${caseIndex}${part.id}.ts`,
    text: files[index]?.text ?? '',
  }));
});

const modules: Readonly<Record<string, string>> = {
  'aws-cdk-lib': 'core',
  'aws-cdk-lib/aws-ec2': 'ec2',
  'aws-cdk-lib/aws-ecr': 'ecr',
  'aws-cdk-lib/aws-iam': 'iam',
  'aws-cdk-lib/aws-organizations': 'organizations',
  'aws-cdk-lib/aws-s3': 's3',
  'aws-cdk-lib/aws-sagemaker': 'sagemaker',
  'aws-cdk-lib/aws-sso': 'sso',
  constructs: 'core',
};

/** The file with the stand-ins in place of the library. */
const standing = (text: string): string =>
  text.replace(
    /^(import .* from) '(.+)';$/gm,
    (_, start: string, name: string) => `${start} '${standIns('cdk')}${modules[name]}.ts';`,
  );

describe('AWS CDK', () => {
  const folder = scratchFolder('cdk');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  for (const { file, text } of stacks) writeFileSync(`${folder}/${file}`, standing(text));

  it('has no type errors', () => {
    expect(stacks.length).toBeGreaterThan(20);
    expect(typeErrors(folder)).toBe('');
  });

  it.each(stacks)('makes what was planned: $label', async ({ file, part }) => {
    const { [`${pascalCase(part.name)}Stack`]: Stack } = await import(/* @vite-ignore */ `${folder}/${file}`);
    const values = inputsOf(part).length > 0 ? [valuesOf(part, camelCase)] : [];
    const template = new Stack({ Resources: {} }, 'Stack', ...values, { stackName: 'given' });
    expect(template.stackName).toBe('given');
    expect(unchained(template)).toEqual([]);
    expect(createdByTemplate(template, {})).toEqual(plannedOf(part));
  });
});
