import { countWithNoun } from '../../language/counts.ts';
import { type ActionGroup, explainPolicy, type StatementWords } from '../../access/explain.ts';
import { levelRank } from '../../catalog/accessLevels.ts';
import { type SummaryRow, summarizeStatements } from '../../access/policySummary.ts';
import type { ComposedDocument } from '../../model/composedDocument.ts';
import type { Widening } from '../../size/actionPatterns.ts';
import type { Block, Lines } from '../report.ts';
import { codeSpan, codeSpans, paragraph, oneLineCell } from '../text.ts';
import type { ReportPart } from './part.ts';

/** What may be done, by access level and by service, and what patterns allow beyond the selected actions. */
export const accessSection: ReportPart = {
  id: 'access',
  title: 'Access summary',
  blocks({ delivered, catalog }) {
    const { documents, widenings, patternsPending } = delivered;
    if (documents.length === 0) return [paragraph('No policies, so nothing is allowed.')];
    const explained = documents.map((document) => ({
      ...document,
      words: explainPolicy(document.policy, catalog),
    }));
    return [
      ...(catalog
        ? []
        : [
            paragraph(
              'Access levels aren’t available: the service data wasn’t loaded when this report was created.',
            ),
          ]),
      ...levelsOf(explained),
      ...(patternsPending
        ? [paragraph('The data of some services wasn’t loaded, so their actions are listed individually.')]
        : []),
      ...wideningsOf(widenings),
      ...explained.map(summaryOf),
    ];
  },
};

interface ExplainedDocument extends Pick<ComposedDocument, 'kind' | 'title'> {
  readonly words: readonly StatementWords[];
}

function levelsOf(documents: readonly ExplainedDocument[]): readonly Block[] {
  const allowing = documents
    .filter(({ kind }) => kind === 'identity')
    .flatMap(({ words }) => words)
    .filter(({ effect }) => effect === 'Allow');
  if (allowing.length === 0) return [];
  const rest = allowing.filter(({ exceptActions }) => exceptActions).length;
  const groups = allowing.filter(({ exceptActions }) => !exceptActions).flatMap(({ groups: found }) => found);
  return [
    {
      kind: 'table',
      caption: [
        'Actions that the identity-based policies allow, by access level, before conditions and Deny statements',
      ],
      columns: [['Access level'], ['Actions'], ['Services']],
      rows: levelRows(groups),
    },
    ...(rest > 0 ? [paragraph(uncountedOf(allowing.length, rest))] : []),
  ];
}

const uncountedOf = (all: number, rest: number): string =>
  `Not counted: ${rest} of ${countWithNoun(all, 'statement', 'statements')} with NotAction.`;

function levelRows(groups: readonly ActionGroup[]): readonly (readonly Lines[])[] {
  const levels = new Map<string, Map<string, Set<string>>>();
  for (const { accessLevel, service, actions } of groups) {
    const services = levels.get(accessLevel) ?? new Map<string, Set<string>>();
    const all = services.get(service) ?? new Set();
    for (const action of actions) all.add(action);
    services.set(service, all);
    levels.set(accessLevel, services);
  }
  return [...levels]
    .toSorted(([one], [other]) => levelRank(one) - levelRank(other))
    .map(([level, services]) => [
      oneLineCell(LEVEL_WORDS[level] ?? level),
      oneLineCell(`${[...services.values()].reduce((sum, actions) => sum + actions.size, 0)}`),
      oneLineCell([...services].map(([service, actions]) => `${service} ${actions.size}`).join(', ')),
    ]);
}

/** Actions without an access level. */
const LEVEL_WORDS: Readonly<Record<string, string>> = {
  everything: 'Patterns for all actions',
  notListed: 'Not in the AWS data',
  unknown: 'Not available',
};

function wideningsOf(widenings: readonly Widening[]): readonly Block[] {
  if (widenings.length === 0) return [];
  const added = new Set(widenings.flatMap(({ adds }) => adds)).size;
  return [
    paragraph(
      `Wildcards allow ${countWithNoun(added, 'action', 'actions')} beyond the selection, and actions that AWS adds later with these names:`,
    ),
    {
      kind: 'list',
      items: widenings.map(({ pattern, replaces, adds }) => [
        codeSpan(pattern),
        ` for ${replaces.length} actions: `,
        ...(adds.length === 0 ? ['no other actions yet'] : codeSpans(adds)),
      ]),
    },
  ];
}

function summaryOf({ title, words }: ExplainedDocument): Block {
  const rows = summarizeStatements(words);
  if (rows.length === 0) return paragraph(`${title}: no statement.`);
  const who = namedIn(words);
  return {
    kind: 'table',
    caption: [`${title}, by service${who}`],
    columns: [['Service'], ['Effect'], ['Access level'], ['Resource'], ['Condition'], ['Statements']],
    rows: rows.map(summaryRow),
  };
}

const namedIn = (statements: readonly StatementWords[]): string => {
  const names = new Set(
    statements.flatMap(({ who, exceptWho }) => who.map((name) => (exceptWho ? `all but ${name}` : name))),
  );
  return names.size === 0 ? '' : `, for ${[...names].join(', ')}`;
};

const summaryRow = (row: SummaryRow): readonly Lines[] => [
  oneLineCell(row.service),
  oneLineCell(row.effect === 'Deny' ? '⊘ Deny' : 'Allow'),
  oneLineCell(row.access),
  oneLineCell(row.resource),
  oneLineCell(row.condition),
  oneLineCell(row.statements.map((index) => index + 1).join(', ')),
];
