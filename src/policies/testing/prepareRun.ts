import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import type { TestProject } from 'vitest/node';
import { writeCatalog } from '../../../scripts/catalog.mjs';
import { requestsInAll } from './effort.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the catalog that tests read. */
    readonly catalogFolder: string;
  }
}

/**
 * Once for all projects of a run: says which seed its properties draw from, and how many requests its laws ask together; writes
 * the catalog that all tests read, and removes it at the end. A thread that wrote it could be ended before it removes it.
 */
export default function prepareRun(project: TestProject): (() => void) | undefined {
  if (project.name !== '') return undefined;
  console.log(
    `Seed of the properties: ${env['PROPERTY_SEED']} (set PROPERTY_SEED to repeat it); ${requestsInAll.toLocaleString('en')} requests`,
  );
  const folder = mkdtempSync(join(tmpdir(), 'catalog-'));
  writeCatalog(folder);
  project.provide('catalogFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
