import {
  type ManagedPolicies,
  readManagedPolicies,
} from '../../policies/managedPolicies/readManagedPolicies.ts';
import { fetchJson } from '../offline/fetchFile.ts';
import address from '../../policies/catalog/sageMakerManagedPolicies.json?url';

let loading: Promise<ManagedPolicies> | undefined;

/** AWS's managed policies for SageMaker, fetched once, when they are first asked for. A failure can be tried again. */
export function loadManagedPolicies(): Promise<ManagedPolicies> {
  loading ??= read().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function read(): Promise<ManagedPolicies> {
  const policies = readManagedPolicies(await fetchJson(address));
  if (!policies) throw new Error('the data of managed policies has another format');
  return policies;
}
