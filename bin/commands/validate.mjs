import { readInput, readPolicies } from '../inputs.mjs';

const SEVERITIES = ['SUGGESTION', 'WARNING', 'SECURITY_WARNING', 'ERROR'];
const NOT_CHECKED = 'SPB_SERVICE_NOT_CHECKED';

/** Findings of the policies of saved drafts, and of policies in other files. */
export async function validate(files, setting) {
  const found = [];
  for (const file of files) {
    const input = await readInput(file, setting);
    found.push(input.draft ? await ofDraft(input, setting) : await ofPolicies(input, setting));
  }
  return {
    command: 'validate',
    items: found.flatMap(({ items }) => items),
    lines: found.map(({ line }) => line),
  };
}

const today = () => new Date().toISOString().slice(0, 10);

async function ofDraft({ file, draft }, { policies, catalog, ruleset, options }) {
  const checked = await policies.checkDraft(draft, { catalog, today: today() }, ruleset);
  const items = checked.flatMap(({ document, text, open }) =>
    open.map((finding) =>
      itemOf(finding, { file, policy: document.title, ...placeIn(text, finding) }, options),
    ),
  );
  const suppressed = checked.reduce((sum, document) => sum + document.suppressed.length, 0);
  const parts = [
    count(checked.length, 'policy', 'policies'),
    count(items.length, 'finding', 'findings'),
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
  ];
  return { items, line: `${file}: ${parts.join(', ')}` };
}

async function ofPolicies({ file, text }, setting) {
  const { policies, catalog, options } = setting;
  const reading = readPolicies({ file, text }, setting);
  const items = [];
  for (const policy of reading.policies) {
    const type = options.type ?? policies.policyTypeOf[policy.kind] ?? policy.kind;
    await Promise.all([...policies.servicesIn(policy.text)].map((prefix) => catalog.load(prefix)));
    const findings = policies.checkPolicy(policy.text, type, {
      catalog,
      placeholders: 'open',
      today: today(),
    });
    for (const finding of findings) {
      const described = policies.describeFinding(finding, undefined, catalog);
      const where = { file, policy: policy.title, ...placeIn(policy.text, finding) };
      items.push(itemOf(described, where, options));
    }
  }
  const outcome = reading.policies.length === 0 ? 'unreadable' : 'undecided';
  for (const refusal of reading.refusals) items.push(notRead(refusal, outcome, { file, text }));
  if (outcome === 'unreadable' && reading.refusals.length === 0) items.push(withoutPolicy(file));
  const line = `${file}: ${count(reading.policies.length, 'policy', 'policies')}, ${count(items.length, 'finding', 'findings')}`;
  return { items, line };
}

function itemOf({ code, type, message, advice, link }, where, options) {
  const fails = SEVERITIES.indexOf(type) >= SEVERITIES.indexOf(options['fail-on']);
  const outcome = code === NOT_CHECKED ? 'undecided' : fails ? 'problem' : 'note';
  return { rule: code, level: type, outcome, message, advice, link, where };
}

/** What holds a policy and was not read is not checked; a file of which nothing was read is not readable. */
function notRead({ code, name, detail, range }, outcome, { file, text }) {
  const message = ['Not read', name && `(${name})`, detail && `: ${detail}`].filter(Boolean).join(' ');
  const where = { file, ...placeIn(text, { range }) };
  return { rule: `NOT_READ_${code}`, level: 'WARNING', outcome, message, where };
}

const withoutPolicy = (file) => ({
  rule: 'NOT_READ_nothing',
  level: 'WARNING',
  outcome: 'unreadable',
  message: 'Not read: no policy was found',
  where: { file, line: 1, column: 1 },
});

/** Line and column, from 1, in the text of the policy. */
function placeIn(text, { range }) {
  const before = text.slice(0, range.offset).split('\n');
  return { line: before.length, column: before.at(-1).length + 1 };
}

export const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;
