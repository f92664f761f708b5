import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCatalog } from '../../../scripts/catalog.mjs';
import { type Catalog, loadCatalog } from '../catalog/catalog.ts';

let opened: Promise<Catalog> | undefined;
let folder: string | undefined;

/** The catalog as the page has it. It is written and read once for all test files that share their modules. */
export function testCatalog(): Promise<Catalog> {
  opened ??= loadCatalog(readCatalogFile);
  return opened;
}

/** A catalog that loads what it is asked to load, and that nothing else loads from. */
export const catalogOnDemand = (): Promise<Catalog> => loadCatalog(readCatalogFile, { services: 'onDemand' });

/** A file of it. Descriptions are read when they are first asked for. */
export async function readCatalogFile(name: string): Promise<unknown> {
  folder ??= write();
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

function write(): string {
  const made = mkdtempSync(join(tmpdir(), 'catalog-'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  writeCatalog(made);
  return made;
}
