import { readDrafts } from '../inputs.mjs';

/** Tests and scenarios of saved drafts. */
export async function test(files, setting) {
  const { policies, catalog, ruleset } = setting;
  const [items, lines] = [[], []];
  for (const { file, draft } of await readDrafts(files, setting)) {
    const { results, scenarios, summary, withExamples } = await policies.testDraft(draft, catalog, ruleset);
    items.push(...results.flatMap((result) => testItem(result, file, setting)));
    items.push(...scenarios.map((scenario) => scenarioItem(scenario, file, setting)));
    const examples = withExamples ? ' (with example values in place of missing values)' : '';
    lines.push(`${file}: ${policies.summaryInWords(summary)}${examples}`);
  }
  return { command: 'test', items, lines };
}

const outcomes = { holds: 'passed', fails: 'problem', error: 'problem', unknown: 'undecided' };

function testItem(result, file, { policies, ruleset }) {
  const where = { file, policy: policies.ownerInWords(result.owner, ruleset) };
  const { title, id } = result.proof;
  const common = { rule: `test/${id}`, where };
  if (result.state !== 'notAsked')
    return [
      {
        ...common,
        level: 'ERROR',
        outcome: outcomes[result.state],
        message: `${title}. ${policies.answerInWords(result)}`,
      },
    ];
  if (policies.doesNotApply(result)) return [];
  const message = `${title}. Skipped: ${policies.skipLine(result, ruleset)}`;
  return [{ ...common, level: 'WARNING', outcome: 'undecided', message }];
}

/** As the page counts them: calls that were skipped are listed, and count for nothing. */
function scenarioItem(result, file, { policies }) {
  const { scenario } = result;
  return {
    rule: `scenario/${scenario.id}`,
    level: 'ERROR',
    outcome: scenarioOutcome(result),
    message: `${scenario.title}: ${policies.scenarioInWords(result)}`,
    where: { file, policy: 'End-to-end scenarios' },
  };
}

function scenarioOutcome({ steps, firstFailing }) {
  if (firstFailing !== undefined) return steps[firstFailing].state === 'unknown' ? 'undecided' : 'problem';
  return steps.every(({ state }) => state === 'notAsked') ? 'note' : 'passed';
}
