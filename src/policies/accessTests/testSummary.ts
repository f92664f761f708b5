import { countWithNoun, inFigures } from '../language/counts.ts';
import type { AnsweredTest, ScenarioResult, SkippedTest } from './testResult.ts';

/** The part of a result that counts. */
export type CountedResult = Pick<AnsweredTest, 'state'> | Pick<SkippedTest, 'state' | 'why'>;

/** The part of a scenario that counts. */
export interface CountedScenario extends Pick<ScenarioResult, 'firstFailing'> {
  readonly steps: readonly CountedResult[];
}

/** The one count of tests and scenarios that everything on screen and in reports is made of. */
export interface TestSummary {
  readonly passed: number;
  readonly failed: number;
  /** Run, with an unknown result. */
  readonly unknown: number;
  /** Not run, for a reason that can be changed. Tests that do not apply are not counted. */
  readonly skipped: number;
  /** Scenarios with a call that is not allowed. */
  readonly failedScenarios: number;
  /** Scenarios in which no call fails, and at least one is unknown. */
  readonly unknownScenarios: number;
  /**
   * `failed`: a test failed. `partial`: none did, and yet not all passed: some were skipped or are unknown, or a scenario fails or is unknown.
   * `none`: there is nothing to ask. Only `passed` may be shown as fine.
   */
  readonly outcome: 'none' | 'passed' | 'partial' | 'failed';
}

export function summarize(
  results: readonly CountedResult[],
  scenarios: readonly CountedScenario[],
): TestSummary {
  const of = (...states: readonly CountedResult['state'][]) =>
    results.filter((result) => states.includes(result.state) && !doesNotApply(result)).length;
  const counts = {
    passed: of('holds'),
    failed: of('fails', 'error'),
    unknown: of('unknown'),
    skipped: of('notAsked'),
    failedScenarios: scenarios.filter((one) => stateOfStop(one) === 'fails').length,
    unknownScenarios: scenarios.filter((one) => stateOfStop(one) === 'unknown').length,
  };
  return { ...counts, outcome: outcomeOf(counts) };
}

function stateOfStop({ steps, firstFailing }: CountedScenario): 'fails' | 'unknown' | undefined {
  if (firstFailing === undefined) return undefined;
  return steps[firstFailing]?.state === 'unknown' ? 'unknown' : 'fails';
}

/** Needs something that isn’t selected by default: another value of an option, an endpoint, or an optional activity. */
const ADDED: ReadonlySet<SkippedTest['why']> = new Set(['option', 'endpoint', 'optionalActivity']);

export const doesNotApply = (result: CountedResult): boolean =>
  result.state === 'notAsked' && ADDED.has(result.why);

function outcomeOf(counts: Omit<TestSummary, 'outcome'>): TestSummary['outcome'] {
  const { passed, failed, unknown, skipped, failedScenarios, unknownScenarios } = counts;
  if (failed > 0) return 'failed';
  if (skipped + unknown + failedScenarios + unknownScenarios > 0) return 'partial';
  return passed > 0 ? 'passed' : 'none';
}

/** `72 passed, 1 failed, 6 skipped`; what there is none of is left out, but for those that passed. */
export function testsInWords({ passed, failed, unknown, skipped }: TestSummary): string {
  const parts = [
    `${inFigures(passed)} passed`,
    failed > 0 && `${inFigures(failed)} failed`,
    unknown > 0 && `${inFigures(unknown)} unknown`,
    skipped > 0 && `${inFigures(skipped)} skipped`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** `testsInWords`, and how many scenarios fail or are unknown if any do. */
export function summaryInWords(summary: TestSummary): string {
  const { failedScenarios, unknownScenarios } = summary;
  const parts = [
    testsInWords(summary),
    failedScenarios > 0 && `${scenarioCount(failedScenarios)} ${failedScenarios === 1 ? 'fails' : 'fail'}`,
    unknownScenarios > 0 && `${scenarioCount(unknownScenarios)} unknown`,
  ];
  return parts.filter(Boolean).join(', ');
}

const scenarioCount = (many: number): string => countWithNoun(many, 'scenario');
