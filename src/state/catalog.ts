import { type Catalog, loadCatalog } from '../policies/catalog/catalog.ts';

let loading: Promise<Catalog> | undefined;

/** The service data that is shipped beside the page, fetched once and service by service. */
export function catalog(): Promise<Catalog> {
  loading ??= loadCatalog(fetchPart);
  return loading;
}

async function fetchPart(name: string): Promise<unknown> {
  const response = await fetch(`catalog/${name}`);
  if (!response.ok) throw new Error(`catalog/${name}: ${response.status}`);
  return response.json();
}
