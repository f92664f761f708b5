import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Catalog, loadCatalog } from '../catalog/catalog.ts';

let opened: Promise<Catalog> | undefined;

/** The catalog as the page has it. It is read once for all test files that share their modules. */
export function testCatalog(): Promise<Catalog> {
  opened ??= loadCatalog(readCatalogFile);
  return opened;
}

/** A catalog that loads what it is asked to load, and that nothing else loads from. */
export const catalogOnDemand = (): Promise<Catalog> => loadCatalog(readCatalogFile, { services: 'onDemand' });

/** A file of it. Descriptions are read when they are first asked for. */
export async function readCatalogFile(name: string): Promise<unknown> {
  return JSON.parse(readFileSync(join(inject('catalogFolder'), name), 'utf8'));
}
