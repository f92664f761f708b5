import { readInput, readPolicies } from '../inputs.mjs';
import { UsageError } from '../usage.mjs';

/** New and removed access of one file against another, for every request: of each role and kind of policy by itself. */
export async function compare([before, after], setting) {
  const [old, now] = [await sideOf(before, setting), await sideOf(after, setting)];
  const items = [];
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const pair = [old.get(key), now.get(key)];
    const services = pair.flatMap((side) => side?.services ?? []);
    await Promise.all(services.map((prefix) => setting.catalog.load(prefix)));
    items.push(...itemsOf(pair, after, setting));
  }
  return { command: 'compare', items, lines: [lineOf(items, before, after)] };
}

/** A service control policy allows nothing by itself: it takes from what the organization allows. */
const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };

function itemsOf([old, now], file, { policies, catalog }) {
  const { kind, title } = now ?? old;
  const also = kind === 'service-control' ? [everything] : [];
  const sides = [old, now].map((side) => [...(side?.policies ?? []), ...also]);
  const { newAccess, removedAccess } = policies.compareExact(...sides, { catalog });
  const where = { file, policy: title };
  return [
    itemOf(newAccess, { ...words.new, where }, policies),
    itemOf(removedAccess, { ...words.removed, where }, policies),
  ];
}

const words = {
  new: { rule: 'new-access', name: 'New access', none: 'No new access.', some: 'problem' },
  removed: { rule: 'removed-access', name: 'Removed access', none: 'No removed access.', some: 'note' },
};

function itemOf(answer, { rule, name, none, some, where }, policies) {
  const common = { rule, level: some === 'note' ? 'NOTE' : 'ERROR', where };
  const other = answer.otherReading ? ' AWS may read an ARN with fewer than six fields in another way.' : '';
  if (answer.kind === 'none')
    return {
      ...common,
      outcome: answer.otherReading ? 'undecided' : 'passed',
      message: `${none} Proven for every request.${other}`,
    };
  if (answer.kind === 'undecided') {
    const because = policies.undecidedInWords(answer.because, policies.builtIn);
    return { ...common, outcome: 'undecided', message: `${name}: undecided. ${because}` };
  }
  const { action, resource, context, principal } = answer.witness;
  const conditions = Object.entries(context).map(([key, values]) => `${key} = ${values.join(', ')}`);
  const by = principal === undefined ? '' : ` by ${principal}`;
  const only = conditions.length > 0 ? `, where ${conditions.join(' and ')}` : '';
  const message = `${name}: ${action} on ${resource}${by}${only}.${other}`;
  return { ...common, outcome: some, message, request: answer.witness };
}

function lineOf(items, before, after) {
  const of = (rule, outcomes) => items.some((item) => item.rule === rule && outcomes.includes(item.outcome));
  const state = (rule, { name, none, some }) => {
    if (of(rule, [some])) return `${name}.`;
    return of(rule, ['undecided']) ? `${name}: undecided.` : `${none} Proven for every request.`;
  };
  return `${before} → ${after}: ${state('new-access', words.new)} ${state('removed-access', words.removed)}`;
}

/** The policies of a file by role and kind. */
async function sideOf(file, setting) {
  const input = await readInput(file, setting);
  return input.draft ? ofDraft(input.draft, setting) : ofPolicies(input, setting);
}

async function ofDraft(draft, { policies, catalog, ruleset }) {
  const sides = new Map();
  for (const { document, text } of await policies.checkDraft(draft, { catalog }, ruleset)) {
    const { kind, personas, policy } = document;
    const isNamed = personas.length === 0 || kind === 'vpc-endpoint';
    const key = JSON.stringify([kind, isNamed ? document.title : personas]);
    add(sides, key, { kind, title: document.title, policy, services: policies.servicesIn(text) });
  }
  return sides;
}

/** Files with one policy each are compared with each other, whatever their policies are called. */
function ofPolicies({ file, text }, setting) {
  const reading = readPolicies(text, setting);
  if (reading.policies.length === 0) throw new UsageError(`${file} has no policy that can be read.`);
  if (reading.refusals.length > 0)
    throw new UsageError(
      `${file} has ${reading.refusals.length} policies that can’t be read. Validate it first.`,
    );
  const sides = new Map();
  for (const { kind, title, policy, text: policyText } of reading.policies) {
    const key = reading.policies.length === 1 ? 'the policy' : JSON.stringify([kind, title]);
    add(sides, key, { kind, title, policy, services: setting.policies.servicesIn(policyText) });
  }
  return sides;
}

function add(sides, key, { kind, title, policy, services }) {
  const side = sides.get(key) ?? { kind, title, policies: [], services: [] };
  sides.set(key, {
    ...side,
    policies: [...side.policies, policy],
    services: [...side.services, ...services],
  });
}
