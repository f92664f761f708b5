import { coversAction } from '../language/subsumes.ts';
import { indexFile, serviceFile, textFile } from './format.ts';
import { type ActionFacts, type ConditionKey, keyTypes, readService, type Service } from './service.ts';

/** `unknown`: AWS has no such service. `retired`: it had. `notLoaded`: its data is not there, so nothing can be said. */
export type ServiceState = 'loaded' | 'notLoaded' | 'failed' | 'unknown' | 'retired';

export type ActionLookUp =
  | { readonly state: 'known'; readonly actions: readonly ActionFacts[] }
  | { readonly state: 'notLoaded' | 'unknown' | 'retired' };

/** The service authorization data, service by service. Source: https://docs.aws.amazon.com/service-authorization/latest/reference/ */
export interface Catalog {
  /** Day of the data, `2026-09-26`. */
  readonly dataDate: string;
  /** Prefixes of all services. */
  readonly services: readonly string[];
  /** The condition keys of all services: `aws:SourceIp`. */
  readonly globalKeys: readonly ConditionKey[];
  /** Prefixes of the services whose actions a resource control policy may name. */
  readonly rcpServices: readonly string[];
  /** Names in ARNs that are no prefix of actions, such as `catalog`, and the services that use them. */
  readonly arnServices: ReadonlyMap<string, readonly string[]>;
  /** The same for the part before the colon of a condition key, such as `saml`. */
  readonly keyServices: ReadonlyMap<string, readonly string[]>;
  state(prefix: string): ServiceState;
  /** Loads a service once; later calls share it. Nothing when it does not exist or cannot be read; never rejects. */
  load(prefix: string): Promise<Service | undefined>;
  /** The service when it is loaded already. */
  service(prefix: string): Service | undefined;
  /** The actions that a name or a pattern such as `s3:Get*` matches, without regard to case; only of loaded services. */
  actions(pattern: string): ActionLookUp;
  /** AWS's sentence on an action; nothing when there is none or it cannot be loaded. Never rejects. */
  describe(action: string): Promise<string | undefined>;
}

export interface CatalogOptions {
  /** `all` (default): every service is read at once, so that nothing stays unchecked. `onDemand`: each when `load` names it. */
  readonly services?: 'all' | 'onDemand';
}

/**
 * Opens the catalog through `read`, which gives the parsed JSON of a file of `public/catalog` by name (the browser fetches,
 * Node reads files). Rejects when the index cannot be read or has another format; everything later is a value.
 */
export async function loadCatalog(read: ReadFile, options: CatalogOptions = {}): Promise<Catalog> {
  const index = indexFile.parse(await read('index.json'));
  const { dataDate, services } = index;
  const serviceNames = new Set(services);
  const loaded = new Map<string, Service>();
  const failed = new Set<string>();
  const load = shared(async (prefix) => {
    if (!serviceNames.has(prefix)) return undefined;
    const service = await readServiceFile(read, prefix);
    loaded.set(prefix, service);
    failed.delete(prefix);
    return service;
  }, failed);
  const loadText = shared(
    async (prefix) => (serviceNames.has(prefix) ? readTextFile(read, prefix) : undefined),
    new Set(),
  );
  const state = (prefix: string): ServiceState => {
    if (loaded.has(prefix)) return 'loaded';
    return failed.has(prefix) ? 'failed' : stateBeforeLoading(prefix, serviceNames, index);
  };
  if (options.services !== 'onDemand') await Promise.all(services.map(load));
  return {
    dataDate,
    services,
    globalKeys: globalKeysOf(index),
    rcpServices: index.rcpServices,
    arnServices: new Map(Object.entries(index.arnServices)),
    keyServices: new Map(Object.entries(index.keyServices)),
    state,
    load,
    service: (prefix) => loaded.get(prefix),
    actions: (pattern) => lookUp(pattern, loaded, state),
    describe: async (action) => {
      const [prefix, name] = partsOf(action);
      return (await loadText(prefix))?.get(name);
    },
  };
}

type Index = ReturnType<typeof indexFile.parse>;

const globalKeysOf = ({ globalKeys }: Index): readonly ConditionKey[] =>
  globalKeys.map(([name, type]) => ({ name, type: keyTypes.find((keyType) => keyType === type) }));

function stateBeforeLoading(
  prefix: string,
  services: ReadonlySet<string>,
  { retired }: Index,
): 'notLoaded' | 'retired' | 'unknown' {
  if (services.has(prefix)) return 'notLoaded';
  return retired.includes(prefix) ? 'retired' : 'unknown';
}

type ReadFile = (name: string) => Promise<unknown>;

async function readServiceFile(read: ReadFile, prefix: string): Promise<Service> {
  const file = serviceFile.safeParse(await read(`${prefix}.json`));
  if (!file.success || file.data.service !== prefix)
    throw new Error(`catalog file of ${prefix} has another format`);
  return readService(file.data);
}

/** Action → AWS's sentence on it. */
async function readTextFile(read: ReadFile, prefix: string): Promise<ReadonlyMap<string, string>> {
  const file = textFile.safeParse(await read(`${prefix}.text.json`));
  if (!file.success || file.data.service !== prefix)
    throw new Error(`descriptions of ${prefix} have another format`);
  return new Map(Object.entries(file.data.text));
}

/** One call per prefix at a time; a failure is remembered in `failed` and may be tried again. */
function shared<Result>(
  load: (prefix: string) => Promise<Result | undefined>,
  failed: Set<string>,
): (prefix: string) => Promise<Result | undefined> {
  const calls = new Map<string, Promise<Result | undefined>>();
  return (prefix) => {
    const call =
      calls.get(prefix) ??
      load(prefix).catch(() => {
        failed.add(prefix);
        calls.delete(prefix);
        return undefined;
      });
    calls.set(prefix, call);
    return call;
  };
}

function lookUp(
  pattern: string,
  loaded: ReadonlyMap<string, Service>,
  state: (prefix: string) => ServiceState,
): ActionLookUp {
  const [prefix] = partsOf(pattern);
  const service = loaded.get(prefix);
  if (!service) {
    const found = state(prefix);
    return { state: found === 'unknown' || found === 'retired' ? found : 'notLoaded' };
  }
  const actions = service.actions.filter((action) => coversAction(pattern, action.name));
  return actions.length === 0 ? { state: 'unknown' } : { state: 'known', actions };
}

function partsOf(action: string): readonly [prefix: string, name: string] {
  const colon = action.indexOf(':');
  return colon === -1
    ? [action.toLowerCase(), '']
    : [action.slice(0, colon).toLowerCase(), action.slice(colon + 1)];
}
