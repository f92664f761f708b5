import type { Catalog } from '../../policies/catalog/catalog.ts';
import type { ActionFacts } from '../../policies/catalog/service.ts';
import { fetchJson } from '../offline/fetchFile.ts';

let loading: Promise<Catalog> | undefined;

/** The service data that is shipped beside the page, fetched once and service by service. A failure can be tried again. */
export function catalog(): Promise<Catalog> {
  loading ??= openCatalog().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function openCatalog(): Promise<Catalog> {
  const { loadCatalog } = await import('../../policies/catalog/catalog.ts');
  return loadCatalog((name) => fetchJson(`catalog/${name}`), { services: 'onDemand' });
}

/**
 * The catalog once the data of these services is in it, as a value of its own: data that comes later makes another one, so that
 * what was computed from this one is computed anew. Rejects when the catalog cannot be opened.
 */
export async function catalogWith(prefixes: readonly string[]): Promise<Catalog> {
  const open = await catalog();
  await Promise.all(prefixes.map((prefix) => open.load(prefix)));
  return { ...open };
}

/** What is known about an action, as rows to show: term, value, whether the value is code. */
export type ActionDescription =
  | {
      readonly state: 'known';
      readonly rows: readonly (readonly [term: string, value: string, isCode: boolean])[];
    }
  | { readonly state: 'unknown' | 'retired' | 'notLoaded' };

/** Looks an action or a pattern up in the catalog. Never rejects: data that does not load is `notLoaded`. */
export async function factsOf(action: string): Promise<ActionDescription> {
  try {
    const open = await catalog();
    await open.load(action.slice(0, action.indexOf(':')));
    const found = open.actions(action);
    if (found.state !== 'known') return found;
    const [only] = found.actions;
    if (!only || action.includes('*')) return { state: 'known', rows: rowsOfPattern(action, found.actions) };
    return { state: 'known', rows: rowsOf(only, await open.describe(only.name)) };
  } catch {
    return { state: 'notLoaded' };
  }
}

/** AWS's sentence on an action; nothing when it cannot be loaded. */
export async function describeAction(action: string): Promise<string | undefined> {
  try {
    return await (await catalog()).describe(action);
  } catch {
    return undefined;
  }
}

function rowsOf(action: ActionFacts, description: string | undefined) {
  const types = action.resourceTypes.map((type) => `${type.name}${type.required ? ' (required)' : ''}`);
  const keys = [...action.conditionKeys, ...action.resourceTypes.flatMap((type) => type.conditionKeys)];
  return [
    ['Description', description ?? 'not loaded', false],
    ['Access level', action.accessLevel, false],
    ['Resource types', types.join(', ') || 'none: supports only *', false],
    ['Condition keys', [...new Set(keys)].join(', ') || 'no service-specific keys', true],
  ] as const;
}

function rowsOfPattern(pattern: string, actions: readonly ActionFacts[]) {
  const levels = new Map<string, number>();
  for (const { accessLevel } of actions) levels.set(accessLevel, (levels.get(accessLevel) ?? 0) + 1);
  return [
    ['Pattern', `${pattern} matches ${actions.length} actions in the AWS data`, false],
    ['Access levels', [...levels].map(([level, number]) => `${level}: ${number}`).join('; '), false],
    ['Actions', actions.map(({ name }) => name).join(', '), true],
  ] as const;
}
