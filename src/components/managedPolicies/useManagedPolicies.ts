import { useEffect, useState } from 'react';
import type { ManagedPolicies } from '../../policies/managedPolicies/readManagedPolicies.ts';
import { loadManagedPolicies } from '../../state/managedPolicies/managedData.ts';

export type LoadedPolicies =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; retry(): void }
  | { readonly state: 'ready'; readonly managed: ManagedPolicies };

/** The data of managed policies, once it is there. */
export function useManagedPolicies(): LoadedPolicies {
  const [loaded, setLoaded] = useState<LoadedPolicies>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    const retry = () => {
      setLoaded({ state: 'loading' });
      setAttempt(attempt + 1);
    };
    loadManagedPolicies().then(
      (managed) => wanted && setLoaded({ state: 'ready', managed }),
      () => wanted && setLoaded({ state: 'failed', retry }),
    );
    return () => {
      wanted = false;
    };
  }, [attempt]);
  return loaded;
}
