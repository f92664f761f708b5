import { measure } from '../../size/measure.ts';
import { sizeKindOf } from '../../size/quotas.ts';
import type { Attachments } from '../../size/split.ts';
import { sizeInWords } from '../../size/sizeInWords.ts';
import type { ReportInput } from '../input.ts';
import type { Block } from '../report.ts';
import { paragraph, oneLineCell } from '../text.ts';
import type { ReportPart } from './part.ts';

/** Each document against the limit of what it is saved as, and what a split costs in attachments. */
export const sizes: ReportPart = {
  id: 'sizes',
  title: 'Sizes',
  blocks(input) {
    const { documents, attachments } = input.delivered;
    if (documents.length === 0) return [paragraph('There is no policy to measure.')];
    return [
      {
        kind: 'table',
        caption: ['Documents against AWS’s limits. Placeholders count as they stand.'],
        columns: [['Document'], ['Saved as'], ['Size'], ['Limit read on']],
        rows: documents.map((document) => {
          const size = measure(document.policy, sizeKindOf(document.kind, input.draft.sizing.attach));
          const { label, asOf, source } = size.quota;
          return [
            oneLineCell(document.title),
            oneLineCell(label),
            oneLineCell(sizeInWords(size)),
            [[{ words: asOf, address: source }]],
          ];
        }),
      },
      ...attachments.filter(({ count }) => count > 1).map((entry) => attachmentsIn(entry, input)),
    ];
  },
};

function attachmentsIn({ document, count, limit, state }: Attachments, { delivered }: ReportInput): Block {
  const part = delivered.documents.find(({ id, partOf }) => (partOf ?? id) === document);
  const title = part?.title.replace(/ \d+$/, '') ?? document;
  if (state === 'fits')
    return paragraph(
      `${title} is split into ${count}, with the same access together: attach all of them. ${limit} may be attached.`,
    );
  return paragraph(
    `${title} is split into ${count}, but only ${limit} may be attached. `,
    delivered.unguarded.includes(document)
      ? 'Its denials do not fit beside what they guard: attach none of them.'
      : 'Each has the denials that guard what it allows.',
  );
}

/** How many documents AWS would refuse for their size. */
export const tooLarge = ({ delivered, draft }: ReportInput): number =>
  delivered.documents.filter(
    ({ policy, kind }) => measure(policy, sizeKindOf(kind, draft.sizing.attach)).state === 'over',
  ).length;
