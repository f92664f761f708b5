import { countWithNoun, inFigures } from '../../language/counts.ts';
import { type Reopened, reopeningWords } from '../../checks/suppression.ts';
import { findingTypes } from '../../checks/check.ts';
import { findingWords } from '../../checks/classes.ts';
import type { DescribedFinding } from '../../checks/described.ts';
import type { ComposedDocument } from '../../model/composedDocument.ts';
import { printDocument } from '../../handEdits/printDocument.ts';
import type { NoAnswer, ReportedFindings, ComputedInput } from '../input.ts';
import type { Block, Lines, Span } from '../report.ts';
import { codeSpan, heading, paragraph, oneLineCell } from '../text.ts';
import type { ReportPart } from './part.ts';

const notAskedYet: NoAnswer = { state: 'pending' };

/** What the checks found in a document; a document that was not checked is reported as such. */
export const findingsOf = ({ findings }: ComputedInput, { id }: ComposedDocument): ReportedFindings =>
  findings.get(id) ?? notAskedYet;

/** What the checks found in each document, by class, and what somebody answers for with the reason. */
export const findingsSection: ReportPart = {
  id: 'findings',
  title: 'Findings',
  blocks(input) {
    const { documents } = input.delivered;
    if (documents.length === 0) return [paragraph('No policies to check.')];
    return [
      paragraph(
        'The policies were checked in the browser with the rules of IAM Access Analyzer policy validation that AWS publishes and with custom rules, whose codes start with SPB_. ',
        input.rules > 0 ? `${input.rules} checks were run.` : '',
      ),
      ...documents.flatMap((document) => [
        heading(document.title),
        ...blocksOf(document, findingsOf(input, document)),
      ]),
      ...unmatchedOf(input),
    ];
  },
};

function blocksOf(document: ComposedDocument, found: ReportedFindings): readonly Block[] {
  if (found.state !== 'checked') return [paragraph(notChecked(found))];
  const { open, accepted, reopened = [] } = found;
  const { text } = printDocument(document);
  const row = (finding: DescribedFinding, last: string) => rowOf(finding, document, text, last);
  const before = (finding: DescribedFinding) => reopened.find((entry) => entry.finding === finding);
  return [
    paragraph(`${findingCounts([open])}, ${inFigures(accepted.length)} suppressed.`),
    ...tableOf(
      `Open findings: ${document.title}`,
      ['What to do'],
      inOrder(open).map((finding) => row(finding, whatToDo(finding, before(finding)))),
    ),
    ...tableOf(
      `Suppressed findings: ${document.title}`,
      ['Justification'],
      accepted.map(({ finding, acceptance }) => row(finding, acceptance.reason)),
    ),
  ];
}

const notChecked = ({ state }: NoAnswer): string =>
  state === 'pending'
    ? '? Not checked: the checks weren’t finished when this report was created.'
    : '? Not checked: the checks couldn’t start.';

const inOrder = (found: readonly DescribedFinding[]): readonly DescribedFinding[] =>
  findingTypes.flatMap((type) => found.filter((finding) => finding.type === type));

function tableOf(caption: string, last: Span[], rows: readonly (readonly Lines[])[]): readonly Block[] {
  if (rows.length === 0) return [];
  return [{ kind: 'table', caption: [caption], columns: [['Type'], ['Finding'], ['Location'], last], rows }];
}

function rowOf(
  { type, code: issue, message, link, path, range }: DescribedFinding,
  { policy }: ComposedDocument,
  text: string,
  last: string,
): readonly Lines[] {
  const [, index] = path;
  const Sid = typeof index === 'number' ? policy.Statement[index]?.Sid : undefined;
  const line = text.slice(0, range.offset).split('\n').length;
  return [
    oneLineCell(findingWords[type].word),
    [[message], [{ words: issue, address: link }]],
    [[`line ${line}`, ...(Sid === undefined ? [] : [', ', codeSpan(Sid)])]],
    oneLineCell(last),
  ];
}

function whatToDo({ advice, harmless }: DescribedFinding, reopened: Reopened | undefined): string {
  const what = harmless === undefined ? advice : `No change needed: ${harmless}`;
  return reopened
    ? `${what} ${reopeningWords[reopened.because]} Earlier justification: ${reopened.acceptance.reason}`
    : what;
}

/** `2 security warnings, 1 suggestion`, over several documents; `no open findings` where there are none. */
export function findingCounts(documents: readonly (readonly DescribedFinding[])[]): string {
  const all = documents.flat();
  const parts = findingTypes.flatMap((type) => {
    const number = all.filter((finding) => finding.type === type).length;
    const { word, title } = findingWords[type];
    return number === 0 ? [] : [countWithNoun(number, word.toLowerCase(), title.toLowerCase())];
  });
  return parts.length === 0 ? 'No open findings' : parts.join(', ');
}

/** Acceptances that cover nothing any more are not shown as risks that somebody takes; that they are there is said. */
function unmatchedOf(input: ComputedInput): readonly Block[] {
  const all = input.delivered.documents.map((document) => findingsOf(input, document));
  const used = new Set(
    all.flatMap((found) =>
      found.state === 'checked'
        ? [...found.accepted, ...(found.reopened ?? [])].map(({ acceptance }) => acceptance)
        : [],
    ),
  );
  const unmatched = input.draft.accepted.filter((acceptance) => !used.has(acceptance)).length;
  if (unmatched === 0 || all.some(({ state }) => state !== 'checked')) return [];
  return [
    paragraph(
      `${countWithNoun(unmatched, 'suppression doesn’t match', 'suppressions don’t match')} any current finding.`,
    ),
  ];
}
