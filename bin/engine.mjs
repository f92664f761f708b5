import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { UsageError } from './usage.mjs';

const root = new URL('../', import.meta.url);

/** The engine, AWS's data, and the rules that hold: the built-in ones, or those of a preset. */
export async function openEngine({ preset }) {
  const engine = new URL('dist-node/policies.mjs', root);
  const data = new URL('public/catalog/', root);
  if (!existsSync(engine) || !existsSync(new URL('index.json', data)))
    throw new UsageError(`The engine isn’t built. Run “npm run build:node” in ${fileURLToPath(root)} first.`);
  const policies = await import(engine.href);
  const catalog = await policies.loadCatalog(
    async (name) => JSON.parse(await readFile(new URL(name, data), 'utf8')),
    { services: 'onDemand' },
  );
  return { policies, catalog, ruleset: await rulesetOf(preset, policies) };
}

async function rulesetOf(file, policies) {
  if (file === undefined) return policies.builtIn;
  const reading = policies.readPreset(file, await textOf(file));
  if (reading.ok) return policies.rulesetOf(reading.preset);
  const lines = reading.problems.map(({ field, rule }) => `  ${[field, rule].filter(Boolean).join(' ')}`);
  throw new UsageError(`${file} isn’t a valid preset:\n${lines.join('\n')}`);
}

/** The text of a file. Throws `UsageError` where it cannot be read. */
export async function textOf(file) {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} can’t be read: ${error.code ?? error.message}`);
  }
}
