import { useMemo, useState } from 'react';
import type { Catalog } from '../../policies/catalog/catalog.ts';
import type { Draft } from '../../policies/model/draft.ts';
import type { About, ComputedInput, NoAnswer } from '../../policies/report/input.ts';
import type { SectionId } from '../../policies/report/report.ts';
import { useChecks } from '../../state/checks/findingsStore.ts';
import { deliveredOf } from '../../state/derived/derived.ts';
import { useTests } from '../../state/accessTests/testsStore.ts';
import { reportedFindings, reportedGuarantees, reportedTests } from '../../state/derived/reportInput.ts';
import { useGuarantees } from '../../state/guarantees/guaranteesStore.ts';
import { longestLinks, shortLink } from '../../state/share/makeLink.ts';
import { useRuleset, useStore } from '../../state/store.ts';
import { PAGE_VERSION } from '../../state/version.ts';
import type { Evidence } from '../common/useEvidence.ts';
import type { Services } from '../common/useServices.ts';
import { useReportComparison } from './useReportComparison.ts';

export interface ReportForm {
  readonly about: About;
  readonly sections: readonly SectionId[];
}

export interface ReportState {
  /** What it is made of: the same object while only what a person adds changes. */
  readonly computed: ComputedInput;
  /** What the person adds, with the address that opens the draft again. */
  readonly about: About;
  /** What has no answer yet, in the words of the page. */
  readonly pending: readonly string[];
  /** What could not be had. */
  readonly failed: readonly string[];
  /** Tries the data on actions again; nothing when it is there or on its way. */
  readonly retry: (() => void) | undefined;
}

/** What the report on the present draft is made of, another whenever an answer comes. */
export function useReport({ about }: ReportForm): ReportState {
  const draft = useStore((state) => state.draft);
  const { documents, services, compared } = useReportComparison();
  const catalog = services.state === 'ready' ? services.catalog : undefined;
  const computed = useComputed(documents, catalog);
  const link = useMemo(() => linkBack(draft, catalog?.dataDate), [draft, catalog]);
  const aboutWithLink = useMemo(() => ({ ...about, ...link }), [about, link]);
  const answers = [
    ['checks', worstOf([...computed.findings.values()])],
    ['tests', computed.proofs.state],
    ['guarantees', computed.guarantees?.state ?? 'pending'],
    ['comparison', answerOf(compared).state],
    ['data on actions', answerOf(services).state],
  ] as const;
  const which = (state: NoAnswer['state']) =>
    answers.flatMap(([name, found]) => (found === state ? [name] : []));
  return {
    computed,
    about: aboutWithLink,
    pending: which('pending'),
    failed: which('failed'),
    retry: retryOf([services, compared]),
  };
}

/** All that the report is made of, but for what is filled in and which sections are wanted. */
function useComputed(comparison: ComputedInput['comparison'], catalog: Catalog | undefined): ComputedInput {
  const [at] = useState(() => new Date().toISOString());
  const draft = useStore((state) => state.draft);
  const ruleset = useRuleset();
  const checks = useChecks();
  const tests = useTests();
  const guarantees = useGuarantees();
  return useMemo(
    () => ({
      draft,
      ruleset,
      delivered: deliveredOf(draft),
      comparison,
      findings: reportedFindings(draft, checks),
      rules: checks.rules,
      proofs: reportedTests(tests),
      guarantees: reportedGuarantees(guarantees),
      catalog,
      made: { at, page: PAGE_VERSION },
    }),
    [draft, ruleset, comparison, checks, tests, guarantees, catalog, at],
  );
}

/** The address that opens this draft again, unless it would fill the report, or a ticket would cut it off. */
function linkBack(draft: Draft, dataDate = ''): Pick<About, 'link'> {
  const link = shortLink(draft, dataDate, longestLinks.everywhere);
  return link === undefined ? {} : { link };
}

const worstOf = (answers: readonly { readonly state: string }[]): string =>
  answers.find(({ state }) => state !== 'checked')?.state ?? 'checked';

type Asked = Services | Evidence<null>;

const answerOf = ({ state }: Asked): NoAnswer | { readonly state: 'ready' } => {
  if (state === 'ready' || state === 'answered') return { state: 'ready' };
  return { state: state === 'failed' ? 'failed' : 'pending' };
};

/** Asks again for everything that failed; nothing where nothing did. */
function retryOf(asked: readonly Asked[]): (() => void) | undefined {
  const failed = asked.flatMap((one) => (one.state === 'failed' ? [one.retry] : []));
  return failed.length === 0 ? undefined : () => failed.forEach((retry) => retry());
}
