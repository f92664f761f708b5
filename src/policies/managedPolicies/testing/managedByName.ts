import { readFileSync } from 'node:fs';
import { parsePolicy } from '../../language/parse.ts';
import type { PolicyDocument } from '../../language/policy.ts';
import { type ManagedPolicies, readManagedPolicies } from '../readManagedPolicies.ts';

const dataFile = new URL('../../catalog/sageMakerManagedPolicies.json', import.meta.url);

/** The managed policies that the page has. */
export const managedForPage: ManagedPolicies = read();

function read(): ManagedPolicies {
  const found = readManagedPolicies(JSON.parse(readFileSync(dataFile, 'utf8')));
  if (!found) throw new Error('the data of managed policies has another format');
  return found;
}

/** One of them as a document. */
export function managedByName(name: string): PolicyDocument {
  const found = managedForPage.policies.find((one) => one.name === name);
  const parsed = parsePolicy(found?.text ?? '');
  if (!parsed.ok) throw new Error(`no managed policy ${name}`);
  return parsed.policy;
}
