import { expect, it } from 'vitest';
import { exporters } from '../../policies/exports/index.ts';
import { languageOf, textFormats } from './formats.ts';

it('the page offers each exporter, in their order', () => {
  expect(textFormats.map(({ value }) => value)).toEqual(exporters.map(({ id }) => id));
});

it.each([
  ['account/main.tf', 'hcl'],
  ['account/dev.tfvars', 'hcl'],
  ['ml-platform-account.yaml', 'yaml'],
  ['ml-platform-account-stack.ts', 'typescript'],
  ['ml-platform-account.sh', 'shell'],
  ['ml-platform.min.json', 'json'],
  ['README', 'plaintext'],
  ['.toString', 'plaintext'],
])('%s is %s', (name, language) => {
  expect(languageOf(name)).toBe(language);
});
