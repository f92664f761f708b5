import { awsCli } from './awsCli.ts';
import { cdk } from './cdk.ts';
import { cloudFormation } from './cloudFormation.ts';
import type { Exporter } from './exporter.ts';
import { json } from './json.ts';
import { minifiedJson } from './minifiedJson.ts';
import { pulumi } from './pulumi.ts';
import { terraform } from './terraform.ts';

export const exporters: readonly Exporter[] = [
  json,
  minifiedJson,
  terraform,
  cloudFormation,
  cdk,
  pulumi,
  awsCli,
];

/** The exporter with this id, or nothing. */
export function findExporter(id: string): Exporter | undefined {
  return exporters.find((exporter) => exporter.id === id);
}
