import { useEffect, useState } from 'react';
import type { Catalog } from '../../policies/catalog/catalog.ts';
import { catalogWith } from '../../state/catalog/loadedCatalog.ts';

export type Services =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; retry(): void }
  | { readonly state: 'ready'; readonly catalog: Catalog };

/**
 * The catalog once these services are in it. What AWS does not have counts as loaded: the catalog says so itself. While a service
 * is still to come there is no catalog, so that nothing is computed from half of the data.
 */
export function useServices(prefixes: readonly string[]): Services {
  const names = prefixes.join(' ');
  const [services, setServices] = useState<Services>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    const retry = () => setAttempt(attempt + 1);
    catalogWith(listed(names)).then(
      (loaded) => wanted && setServices({ state: 'ready', catalog: loaded }),
      () => wanted && setServices({ state: 'failed', retry }),
    );
    return () => {
      wanted = false;
    };
  }, [names, attempt]);
  return services.state === 'ready' && !hasAll(services.catalog, prefixes) ? { state: 'loading' } : services;
}

const listed = (names: string): readonly string[] => names.split(' ').filter(Boolean);

const hasAll = (open: Catalog, prefixes: readonly string[]): boolean =>
  prefixes.every((prefix) => open.state(prefix) !== 'notLoaded');
