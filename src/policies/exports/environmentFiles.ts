import { escapeJson } from '../language/characters/escapeCharacters.ts';
import type { ExportedFile, ExportSet } from './exporter.ts';
import { upperCase, camelCase, pascalCase, snakeCase } from '../language/letterCase.ts';
import { stringExpression } from './hcl.ts';
import { oneLine } from './header.ts';
import type { Parameter } from './parameters.ts';
import type { ExportPart } from './planned.ts';
import { shellQuoted } from './shellQuoted.ts';
import { yamlText } from './yamlText.ts';
import { Document } from 'yaml';

interface Given {
  readonly parameter: Parameter;
  readonly value: string;
}

/** How one format takes the values of an environment. */
interface ValuesFormat {
  readonly mediaType: string;
  name(part: ExportPart, environment: string): string;
  /** `missing`: parameters without a value there. */
  text(given: readonly Given[], missing: readonly Parameter[], part: ExportPart): string;
}

const missingLines = (sign: string, missing: readonly Parameter[], style: (name: string) => string): string =>
  missing.map(({ name }) => `${sign} Missing value: ${style(name)}\n`).join('');

const json = (entries: unknown): string => `${escapeJson(JSON.stringify(entries, null, 2))}\n`;

const formats = {
  terraform: {
    mediaType: 'text/plain',
    name: (part, environment) => `${part.id}/${environment}.tfvars`,
    text: (given, missing) =>
      given
        .map(({ parameter, value }) => `${snakeCase(parameter.name)} = ${stringExpression(value, [])}\n`)
        .join('') + missingLines('#', missing, snakeCase),
  },
  // Source: https://docs.aws.amazon.com/cli/latest/reference/cloudformation/deploy/ (--parameter-overrides takes this file)
  cloudFormation: {
    mediaType: 'application/json',
    name: (part, environment) => `${part.name}.${environment}.parameters.json`,
    text: (given) =>
      json(
        given.map(({ parameter, value }) => ({
          ParameterKey: pascalCase(parameter.name),
          ParameterValue: value,
        })),
      ),
  },
  cdk: {
    mediaType: 'application/json',
    name: (part, environment) => `${part.name}.${environment}.parameters.json`,
    text: (given) =>
      json(Object.fromEntries(given.map(({ parameter, value }) => [camelCase(parameter.name), value]))),
  },
  // Source: https://www.pulumi.com/docs/iac/concepts/projects/stack-settings-file/
  pulumi: {
    mediaType: 'application/yaml',
    name: (part, environment) => `${part.id}/Pulumi.${environment}.yaml`,
    text: (given, missing, part) =>
      missingLines('#', missing, camelCase) +
      yamlText(
        new Document({
          config: Object.fromEntries(
            given.map(({ parameter, value }) => [`${part.name}:${camelCase(parameter.name)}`, value]),
          ),
        }),
      ),
  },
  awsCli: {
    mediaType: 'text/plain',
    name: (part, environment) => `${part.name}.${environment}.env`,
    text: (given, missing) =>
      given
        .map(({ parameter, value }) => `export ${upperCase(parameter.name)}=${shellQuoted(value)}\n`)
        .join('') + missingLines('#', missing, upperCase),
  },
} as const satisfies Readonly<Record<string, ValuesFormat>>;

/** A file with the values of each environment, for the parameters of a part; none where nothing differs. */
export function environmentFiles(
  format: keyof typeof formats,
  { environments = [] }: ExportSet,
  part: ExportPart,
): readonly ExportedFile[] {
  if (part.parameters.length === 0) return [];
  const { mediaType, name, text }: ValuesFormat = formats[format];
  return environments.map((environment) => {
    const valueOf = ({ placeholder = '' }: Parameter) =>
      Object.hasOwn(environment.values, placeholder) ? environment.values[placeholder] : undefined;
    const given = part.parameters.flatMap((parameter) => {
      const value = valueOf(parameter);
      return value === undefined ? [] : [{ parameter, value }];
    });
    const missing = part.parameters.filter((parameter) => valueOf(parameter) === undefined);
    return {
      name: name(part, environment.name),
      title: `Values for ${oneLine(environment.name)}: ${part.id}`,
      text: text(given, missing, part),
      mediaType,
    };
  });
}
