import type { AnsweredTest, TestResult, ScenarioResult } from '../../accessTests/testResult.ts';
import { doesNotApply, summarize, summaryInWords, type TestSummary } from '../../accessTests/testSummary.ts';
import {
  answerInWords,
  causeInWords,
  ownerInWords,
  skipInWords,
  scenarioInWords,
} from '../../accessTests/testWords.ts';
import type { Ruleset } from '../../library/ruleset.ts';
import type { NoAnswer, ReportedTests } from '../input.ts';
import type { Block, Lines } from '../report.ts';
import { codeSpan, paragraph, oneLineCell } from '../text.ts';
import type { ReportPart } from './part.ts';

/** Calls that must be allowed or denied with what the policies do, and scenarios call by call. */
export const testsSection: ReportPart = {
  id: 'proofs',
  title: 'Tests',
  blocks({ proofs: asked, ruleset }) {
    if (asked.state !== 'asked') return [paragraph(notRun(asked))];
    const { results, tasks, withExamples } = asked;
    if (results.length === 0) return [paragraph('No persona is selected, so there are no tests.')];
    const shown = results.filter((result) => !doesNotApply(result));
    const owners = [...new Set(shown.map(({ owner }) => ownerInWords(owner, ruleset)))];
    return [
      paragraph(
        `${testLine(asked)}. Each test is a call, evaluated against the policies in this report as IAM does.`,
      ),
      ...(withExamples
        ? [paragraph('Missing values were replaced with examples, so the tests don’t use the real values.')]
        : []),
      ...owners.map((owner) =>
        testTable(
          owner,
          shown.filter((result) => ownerInWords(result.owner, ruleset) === owner),
          ruleset,
        ),
      ),
      scenarioTable(tasks),
    ];
  },
};

const notRun = ({ state }: NoAnswer): string =>
  state === 'pending'
    ? '? Not run: the tests weren’t finished when this report was created.'
    : '? Not run: the tests couldn’t run.';

const marks: Readonly<Record<TestSummary['outcome'], string>> = {
  none: '',
  passed: '✓ ',
  partial: '! ',
  failed: '✗ ',
};

/** `! 72 passed, 6 skipped`: the same count as on the page. */
export function testLine(asked: ReportedTests): string {
  if (asked.state !== 'asked') return '? Not run';
  const summary = summarize(asked.results, asked.tasks);
  return `${marks[summary.outcome]}${summaryInWords(summary)}`;
}

const RANK = { fails: 0, error: 0, unknown: 1, notAsked: 2, holds: 3 } as const;

/** Those that need a look first. */
function testTable(owner: string, results: readonly TestResult[], ruleset: Ruleset): Block {
  return {
    kind: 'table',
    caption: [`Tests: ${owner}`],
    columns: [['Result'], ['Call'], ['Resource'], ['Why']],
    rows: results
      .toSorted((one, other) => RANK[one.state] - RANK[other.state])
      .map((result) => testRow(result, ruleset)),
  };
}

function testRow(result: TestResult, ruleset: Ruleset): readonly Lines[] {
  const { proof } = result;
  const call: Lines = [[proof.title], [codeSpan(proof.action)]];
  if (result.state === 'notAsked') {
    const { reason, next } = skipInWords(result, ruleset);
    return [oneLineCell('– skipped'), call, [[codeSpan(proof.resource)]], [[reason], [next]]];
  }
  return [oneLineCell(resultWords[result.state]), call, askedFor(result), whyOf(result, ruleset)];
}

const resultWords: Readonly<Record<AnsweredTest['state'], string>> = {
  holds: '✓ passed',
  fails: '✗ failed',
  unknown: '? unknown',
  error: '✗ failed',
};

function askedFor({ request, state, owner }: AnsweredTest): Lines {
  const inFull = owner.kind === 'user' || state !== 'holds';
  const context = inFull ? Object.entries(request.context) : [];
  return [
    [codeSpan(request.resource.arn)],
    ...context.map(([key, value]): Lines[number] => [codeSpan(`${key} = ${[value].flat().join(', ')}`)]),
  ];
}

function whyOf(result: AnsweredTest, ruleset: Ruleset): Lines {
  const cause = causeInWords(result, ruleset);
  return [[answerInWords(result)], ...(cause === undefined ? [] : [[cause]])];
}

const scenarioTable = (tasks: readonly ScenarioResult[]): Block => ({
  kind: 'table',
  caption: ['End-to-end scenarios'],
  columns: [['Scenario'], ['Result']],
  rows: tasks.map((task) => [oneLineCell(task.scenario.title), oneLineCell(scenarioInWords(task))]),
});
