import { countWithNoun } from '../../language/counts.ts';
import { type ReviewGroup, reviewList } from '../../access/review/reviewList.ts';
import { type ReviewState, reviewStateOf } from '../../access/review/reviewMarks.ts';
import type { ReportedComparison, ComputedInput } from '../input.ts';
import { oneLineCell, paragraph } from '../text.ts';
import type { ReportPart } from './part.ts';

/** Which groups of differences were reviewed, and which were not. That something was reviewed is no approval. */
export const reviewSection: ReportPart = {
  id: 'review',
  title: 'Review',
  blocks(input) {
    const { comparison } = input;
    if (!comparison.documents) return [paragraph('Nothing to compare with, so there was nothing to review.')];
    const groups = groupsIn(comparison);
    const missing = comparison.documents.filter(({ result }) => result.state !== 'compared');
    return [
      paragraph(`${reviewLine(input)}. Compared with: ${comparison.baseline}.`),
      paragraph('Reviewed means that the differences were read. It doesn’t mean that they were approved.'),
      ...missing.map(({ title }) => paragraph(`? Not reviewed, because it wasn’t compared: ${title}`)),
      ...(groups.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              caption: ['Groups of differences'],
              columns: [['Policy'], ['Access level'], ['Differences'], ['Review']],
              rows: groups.map((group) => [
                oneLineCell(group.policy.title),
                oneLineCell(group.levelTitle),
                oneLineCell(`${group.rows.length}`),
                oneLineCell(stateWords[stateOf(input, group)]),
              ]),
            },
          ]),
    ];
  },
};

const stateWords: Readonly<Record<ReviewState, string>> = {
  reviewed: 'Reviewed',
  open: 'Not reviewed',
  changed: 'Not reviewed: changed since it was reviewed',
  claimed: 'Not reviewed: marked by the sender of the link or file only',
};

/** `2 of 12 groups of differences reviewed`. What was not compared is counted apart, and never as reviewed. */
export function reviewLine(input: Pick<ComputedInput, 'comparison' | 'draft'>): string {
  const { comparison } = input;
  const groups = groupsIn(comparison);
  const reviewed = groups.filter((group) => stateOf(input, group) === 'reviewed').length;
  const missing = (comparison.documents ?? []).filter(({ result }) => result.state !== 'compared').length;
  const parts = [
    `${reviewed} of ${countWithNoun(groups.length, 'group', 'groups')} of differences reviewed`,
    ...(missing > 0 ? [`? ${countWithNoun(missing, 'policy', 'policies')} not compared`] : []),
  ];
  return parts.join('; ');
}

const stateOf = ({ draft, comparison }: Pick<ComputedInput, 'comparison' | 'draft'>, group: ReviewGroup) =>
  reviewStateOf(draft, comparison.against ?? '', group);

function groupsIn({ documents = [] }: ReportedComparison) {
  const compared = documents.map(({ result, ...document }) => ({
    ...document,
    result: result.state === 'compared' ? result : ({ state: 'notCompared', because: result.state } as const),
  }));
  return reviewList(compared).levels.flatMap(({ title, groups }) =>
    groups.map((group) => ({ ...group, levelTitle: title })),
  );
}
