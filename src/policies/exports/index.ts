import type { Exporter } from './exporter.ts';
import { json } from './json.ts';
import { minifiedJson } from './minifiedJson.ts';

export const exporters: readonly Exporter[] = [json, minifiedJson];
