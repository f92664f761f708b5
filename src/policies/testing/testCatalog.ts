import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCatalog } from '../../../scripts/catalog.mjs';
import { type Catalog, loadCatalog } from '../catalog/catalog.ts';

let opened: Promise<Catalog> | undefined;

/** The catalog as the page has it. It is written and read once for all test files that share their modules. */
export function testCatalog(): Promise<Catalog> {
  opened ??= open();
  return opened;
}

function open(): Promise<Catalog> {
  const folder = mkdtempSync(join(tmpdir(), 'catalog-'));
  // Descriptions are read when they are first asked for.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  writeCatalog(folder);
  return loadCatalog(async (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}
