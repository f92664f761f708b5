import type { Exporter } from './exporter.ts';
import { json } from './json.ts';
import { minifiedJson } from './minifiedJson.ts';

export const exporters: readonly Exporter[] = [json, minifiedJson];

/** The exporter with this id, or nothing. */
export function findExporter(id: string): Exporter | undefined {
  return exporters.find((exporter) => exporter.id === id);
}
