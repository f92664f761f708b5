import { readInput, readPolicies } from '../inputs.mjs';
import { UsageError } from '../usage.mjs';

/** New and removed access of one file against another, for every request: of each role and kind of policy by itself. */
export async function compare([before, after], setting) {
  const [old, now] = [await sideOf(before, setting), await sideOf(after, setting)];
  const items = [];
  for (const key of new Set([...old.keys(), ...now.keys()]))
    items.push(...(await itemsOf(old.get(key), now.get(key), after, setting)));
  return { command: 'compare', items, lines: [`${before} → ${after}: ${sumOf(items)}`] };
}

/** Kinds as comparisons name them; others have the same name. */
const kinds = { rcp: 'resource-control' };

async function itemsOf(old, now, file, { policies, catalog }) {
  const { kind, title } = now ?? old;
  const pair = { kind: kinds[kind] ?? kind, before: old?.policies ?? [], after: now?.policies ?? [] };
  const { comparison, headlines } = await policies.comparePair(pair, catalog);
  return headlines.map((headline) => {
    const { direction, text, notes, tone } = headline;
    const found = direction === 'removed' ? comparison.removedAccess : comparison.newAccess;
    const requests = found.state === 'some' ? found.kinds.map((one) => requestLine(one, policies)) : [];
    return {
      rule: direction === 'both' ? 'access' : `${direction}-access`,
      level: direction === 'removed' ? 'NOTE' : 'ERROR',
      outcome: outcomeOf(direction, tone),
      message: [text, ...notes].join(' '),
      advice: requests.join('\n    '),
      where: { file, policy: title },
    };
  });
}

/** Less access alone is no problem. */
function outcomeOf(direction, tone) {
  if (tone === 'proven') return 'passed';
  if (tone === 'open') return 'undecided';
  return direction === 'removed' ? 'note' : 'problem';
}

function requestLine(kind, policies) {
  const { call, by, context } = policies.requestWords(kind);
  const parts = [call, by === undefined ? '' : `by ${by}`, ...context.map((entry) => `with ${entry}`)];
  return `${policies.kindWords(kind)}: ${parts.filter(Boolean).join(' ')}`;
}

function sumOf(items) {
  const has = (rule, outcome) => items.some((item) => item.rule === rule && item.outcome === outcome);
  const lineOf = (rule, name, worst) => {
    if (has(rule, worst)) return `${name}.`;
    return has(rule, 'undecided')
      ? `${name}: undecided.`
      : `No ${name.toLowerCase()}. Proven for every request.`;
  };
  return `${lineOf('new-access', 'New access', 'problem')} ${lineOf('removed-access', 'Removed access', 'note')}`;
}

/** The policies of a file by role and kind. */
async function sideOf(file, setting) {
  const input = await readInput(file, setting);
  return input.draft ? ofDraft(input.draft, setting) : ofPolicies(input, setting);
}

async function ofDraft(draft, { policies, catalog, ruleset }) {
  const sides = new Map();
  for (const { document } of await policies.checkDraft(draft, { catalog }, ruleset)) {
    const { kind, personas, policy } = document;
    const isNamed = personas.length === 0 || kind === 'vpc-endpoint';
    const key = JSON.stringify([kind, isNamed ? document.title : personas]);
    add(sides, key, { kind, title: document.title, policy });
  }
  return sides;
}

/** Files with one policy each are compared with each other, whatever their policies are called. */
function ofPolicies({ file, text }, setting) {
  const reading = readPolicies({ file, text }, setting);
  if (reading.policies.length === 0) throw new UsageError(`${file} has no policy that can be read.`);
  if (reading.refusals.length > 0)
    throw new UsageError(
      `${file} has ${reading.refusals.length} policies that can’t be read. Validate it first.`,
    );
  const sides = new Map();
  for (const { kind, title, policy } of reading.policies) {
    const key = reading.policies.length === 1 ? 'the policy' : JSON.stringify([kind, title]);
    add(sides, key, { kind, title, policy });
  }
  return sides;
}

function add(sides, key, { kind, title, policy }) {
  const side = sides.get(key) ?? { kind, title, policies: [] };
  sides.set(key, { ...side, policies: [...side.policies, policy] });
}
