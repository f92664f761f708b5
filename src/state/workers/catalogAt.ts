import { type Catalog, loadCatalog } from '../../policies/catalog/catalog.ts';
import { fetchJson } from '../offline/fetchFile.ts';
import { NoData } from './serve.ts';

/**
 * Opens the catalog in a folder, once; services come when they are asked for. A worker's own address says nothing about the folder,
 * so questions bring it, with its slash. Rejects with `NoData`, and can be tried again.
 */
export function catalogOpener(): (address: string) => Promise<Catalog> {
  let opening: Promise<Catalog> | undefined;
  return (address) => {
    opening ??= loadCatalog((name) => fetchJson(address + name), { services: 'onDemand' }).catch(
      (error: unknown) => {
        opening = undefined;
        throw new NoData(address, { cause: error });
      },
    );
    return opening;
  };
}
