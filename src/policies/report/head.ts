import type { Draft } from '../model/draft.ts';
import { openPlaceholders } from '../compose/variablesInUse.ts';
import type { ReportedComparison, ReportInput } from './input.ts';
import type { Block, Text } from './report.ts';
import { handCounts } from './sections/byHand.ts';
import { changeCounts } from './sections/changes.ts';
import { findingCounts, findingsOf } from './sections/findings.ts';
import { reportParts } from './sections/index.ts';
import { testLine } from './sections/proofs.ts';
import { tooLarge } from './sections/sizes.ts';
import { countWithNoun, paragraph, oneLineCell } from './text.ts';

/** Who asks, when and with what it was made, and everything in numbers: also what the sections that were left out would say. */
export function headOf(input: ReportInput): readonly Block[] {
  const remark = input.about.remark.split(/\s*\n\s*/).filter((text) => text.trim() !== '');
  return [
    { kind: 'terms', entries: entriesOf(input).map(([term, is]) => ({ term: [term], is })) },
    ...remark.map((text) => paragraph(text)),
    {
      kind: 'table',
      caption: ['In short'],
      columns: [['What'], ['Result']],
      rows: rowsOf(input).map(([what, result]) => [oneLineCell(what), oneLineCell(result)]),
    },
  ];
}

function entriesOf({
  about,
  made,
  catalog,
  sections,
  draft,
  ruleset: { preset },
}: ReportInput): readonly (readonly [string, Text])[] {
  const left = reportParts.filter(({ id }) => !sections.includes(id)).map(({ title }) => title);
  const given = [
    ['Requested by', [about.requester]],
    ['Ticket', [about.ticket]],
    ['Link', about.link === undefined ? [''] : [{ words: about.link, address: about.link }]],
  ] as const;
  return [
    ...given.filter(([, [text]]) => typeof text !== 'string' || text.trim() !== ''),
    ['Made', [timeOf(made.at)]],
    ['Made with', [`SageMaker Policy Builder ${made.page}, ${dataOf(catalog?.dataDate)}`]],
    ...(preset ? [['Preset', [presetOf(preset.title, draft)]] as const] : []),
    ...(left.length === 0 ? [] : [['Left out of this report', [left.join(', ')]] as const]),
  ];
}

/** The preset does not apply to imported policies, so the reader must know which they are. */
function presetOf(title: string, { edits }: Draft): string {
  const imported = Object.values(edits).flatMap((entry) => (entry.own ? [entry.own.title] : []));
  return imported.length === 0 ? title : `${title}; its rules do not reach into ${imported.join(', ')}`;
}

const dataOf = (date: string | undefined): string =>
  date === undefined ? 'IAM data not loaded' : `IAM data ${date}`;

/** `2026-11-24 14:02 UTC`; another text as it is. */
const timeOf = (at: string): string =>
  at.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z$/, '$1 $2 UTC');

function rowsOf(input: ReportInput): readonly (readonly [string, string])[] {
  const { delivered, comparison, proofs } = input;
  const open = new Set(delivered.documents.flatMap(openPlaceholders)).size;
  const added = new Set(delivered.widenings.flatMap(({ adds }) => adds)).size;
  const hand = handCounts(input.draft, input.ruleset);
  return [
    ['Documents', `${delivered.documents.length}`],
    [
      'Placeholders',
      open === 0
        ? 'none left'
        : `${countWithNoun(open, 'is', 'are')} still in the policies; IAM does not accept them`,
    ],
    [`Access, compared with: ${comparison.baseline}`, comparisonOf(comparison)],
    ['Findings', findingsIn(input)],
    ['Tests', testLine(proofs)],
    ['Sizes', sizesIn(input)],
    ...(hand === '' ? [] : [['Written by hand', hand] as const]),
    ...(added === 0
      ? []
      : [['Beyond what was chosen', `${countWithNoun(added, 'action', 'actions')}, by patterns`] as const]),
  ];
}

function comparisonOf({ documents }: ReportedComparison): string {
  if (!documents) return 'no earlier state to compare with';
  const compared = documents.flatMap(({ result }) => (result.state === 'compared' ? [result.changes] : []));
  const missing = documents.length - compared.length;
  const rest = missing === 0 ? '' : `? ${countWithNoun(missing, 'document', 'documents')} not compared`;
  if (missing > 0 && compared.length === 0) return rest;
  return [changeCounts(compared), rest].filter((part) => part !== '').join('; ');
}

function findingsIn(input: ReportInput): string {
  const all = input.delivered.documents.map((document) => findingsOf(input, document));
  const checked = all.flatMap((found) => (found.state === 'checked' ? [found] : []));
  const missing = all.length - checked.length;
  const rest = missing === 0 ? '' : `? ${countWithNoun(missing, 'document', 'documents')} not checked`;
  if (checked.length === 0) return rest === '' ? 'no policy to check' : rest;
  const accepted = checked.reduce((sum, found) => sum + found.accepted.length, 0);
  const found = `${findingCounts(checked.map(({ open }) => open))}, ${accepted} accepted`;
  return [found, rest].filter((part) => part !== '').join('; ');
}

function sizesIn(input: ReportInput): string {
  const over = tooLarge(input);
  const parts = [
    over === 0 ? 'every document fits' : `${countWithNoun(over, 'document is', 'documents are')} too large`,
    ...(input.delivered.attachments.some(({ state }) => state === 'over')
      ? ['more documents than may be attached']
      : []),
  ];
  return parts.join('; ');
}
