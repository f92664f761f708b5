import { readDrafts } from '../inputs.mjs';

/** Guarantees of saved drafts, answered for every request. */
export async function prove(files, setting) {
  const { policies, catalog, ruleset } = setting;
  const [items, lines] = [[], []];
  for (const { file, draft } of await readDrafts(files, setting)) {
    const { results, summary } = await policies.proveDraft(draft, catalog, ruleset);
    items.push(...results.map((result) => itemOf(result, file, setting)));
    lines.push(`${file}: ${policies.guaranteesInWords(summary)}`);
  }
  return { command: 'prove', items, lines };
}

const outcomes = { proven: 'passed', violated: 'problem', undecided: 'undecided', noPolicy: 'undecided' };

function itemOf({ id, sentence, owner, source, answer }, file, { policies, ruleset }) {
  return {
    rule: `guarantee/${id}`,
    level: 'ERROR',
    outcome: outcomes[answer.state],
    message: `${sentence} ${answerLine(answer, policies, ruleset)}`,
    link: source,
    where: { file, policy: policies.guaranteeOwnerInWords(owner, ruleset) },
    ...(answer.state === 'violated' ? { request: answer.violation.request } : {}),
  };
}

function answerLine(answer, policies, ruleset) {
  if (answer.state === 'proven') return 'Proven for every request.';
  if (answer.state === 'undecided') return `Undecided. ${policies.undecidedInWords(answer.because, ruleset)}`;
  if (answer.state === 'noPolicy') return 'Not computed: the draft has no policy that it is about.';
  const { request } = answer.violation;
  return `Violated by ${request.action} on ${request.resource.arn}.`;
}
