import { type DescribedFinding, policyTypeOf } from '../../policies/checks/described.ts';
import type { Fix } from '../../policies/fixes/fix.ts';
import { fixEffectWords } from '../../policies/fixes/fixEffectWords.ts';
import type { DocumentKind } from '../../policies/language/policy.ts';
import { onceStarted, startWorker } from '../workers/startWorker.ts';
import { supervise } from '../workers/supervise.ts';
import type { CheckedAs, FixesAnswer, FixesQuestion } from './checksProtocol.ts';
import checkWorker from './checksWorker.ts?worker&url';

/** Fixes of findings, computed by a second checking worker, so that no check of what is typed waits for them. */

/** Fixes read the text anew for each finding; a text longer than any policy is left to its writer. */
const MAX_FIXED = 40_000;

const SILENT_AFTER_MS = 20_000;

const worker = supervise<FixesQuestion, FixesAnswer>({
  create: () => startWorker(checkWorker, 'fixes'),
  silentAfter: SILENT_AFTER_MS,
  later: onceStarted,
});

/** What the checks take a document of the draft for. */
export const kindForFixes = (kind: DocumentKind): CheckedAs => ({ type: policyTypeOf[kind] });

let before: Promise<unknown> = Promise.resolve();

/** One after the other: a question that no one waits for any more is then never sent. */
function inTurn<Result>(ask: () => Promise<Result>): Promise<Result> {
  const turn = before.then(ask);
  before = turn;
  return turn;
}

const answerTo = (question: FixesQuestion): Promise<readonly Fix[]> =>
  new Promise((resolve) => {
    worker.ask(question, { onAnswer: ({ fixes }) => resolve(fixes), onFailure: () => resolve([]) });
  });

/** The fixes of a finding of this text; none when they cannot be computed, or when no one waits for them any more. Never rejects. */
export async function fixesOf(
  text: string,
  finding: DescribedFinding,
  as: CheckedAs,
  isWanted: () => boolean = () => true,
): Promise<readonly Fix[]> {
  if (text.length > MAX_FIXED) return [];
  const catalog = new URL('catalog/', document.baseURI).href;
  return inTurn(async () => (isWanted() ? answerTo({ text, finding, as, catalog }) : []));
}

/** The fixes of the findings that a range touches, each with its effect in its title. */
export async function fixesAt(
  text: string,
  { offset, length }: { readonly offset: number; readonly length: number },
  findings: readonly DescribedFinding[],
  as: CheckedAs,
) {
  const touched = findings.filter(({ range, also }) =>
    [range, ...also.map((place) => place.range)].some(
      (place) => place.offset <= offset + length && offset <= place.offset + place.length,
    ),
  );
  const fixes = await Promise.all(
    touched.map(async (finding) =>
      (await fixesOf(text, finding, as)).map((fix) => ({
        ...fix,
        title: `${fix.title} – ${fixEffectWords[fix.effect]}`,
        code: finding.code,
      })),
    ),
  );
  return fixes.flat();
}
