import { Document } from 'yaml';
import { camelCase } from '../language/letterCase.ts';
import type { ExportSet } from './exporter.ts';
import { contentDescription, oneLine } from './header.ts';
import type { Parameter } from './parameters.ts';
import type { ExportPart } from './planned.ts';
import { yamlText } from './yamlText.ts';

/**
 * Project file: https://www.pulumi.com/docs/iac/concepts/projects/project-file/. Lists have no type there: Pulumi would refuse
 * an account ID among texts, which it keeps as a number.
 */
export function projectFile(set: ExportSet, part: ExportPart, inputs: readonly Parameter[]): string {
  const entries = inputs
    .filter(({ list }) => !list)
    .map(({ name, description }) => [camelCase(name), { type: 'string', description: oneLine(description) }]);
  const document = new Document({
    name: part.name,
    runtime: 'nodejs',
    description: oneLine(`${set.name}: ${contentDescription(part)}`).slice(0, 256),
    ...(entries.length > 0 ? { config: Object.fromEntries(entries) } : {}),
  });
  return yamlText(document);
}

/** The `package.json` with the packages that the program needs. */
export const packagesFile = (part: ExportPart): string =>
  `${JSON.stringify(
    {
      name: part.name,
      private: true,
      main: 'index.ts',
      dependencies: { '@pulumi/aws': '^7.0.0', '@pulumi/pulumi': '^3.142.0' },
    },
    null,
    2,
  )}\n`;
