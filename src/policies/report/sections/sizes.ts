import { measure } from '../../size/measure.ts';
import { sizeKindOf } from '../../size/quotas.ts';
import type { Attachments } from '../../size/split.ts';
import { sizeInWords } from '../../size/sizeInWords.ts';
import type { ComputedInput } from '../input.ts';
import type { Block } from '../report.ts';
import { paragraph, oneLineCell } from '../text.ts';
import type { ReportPart } from './part.ts';

/** Each document against the limit of what it is saved as, and what a split costs in attachments. */
export const sizesSection: ReportPart = {
  id: 'sizes',
  title: 'Sizes',
  blocks(input) {
    const { documents, attachments } = input.delivered;
    if (documents.length === 0) return [paragraph('No policies to measure.')];
    return [
      {
        kind: 'table',
        caption: ['Policies and their AWS quotas, including placeholders'],
        columns: [['Policy'], ['Saved as'], ['Size'], ['Quota as of']],
        rows: documents.map((document) => {
          const size = measure(document.policy, sizeKindOf(document, input.draft.sizing.attach));
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

function attachmentsIn({ document, count, limit, state }: Attachments, { delivered }: ComputedInput): Block {
  const part = delivered.documents.find(({ id, partOf }) => (partOf ?? id) === document);
  const title = part?.title.replace(/ \d+$/, '') ?? document;
  if (state === 'fits')
    return paragraph(
      `${title} is split into ${count} policies that together grant the same access. Attach all of them. The quota is ${limit} attachments.`,
    );
  return paragraph(
    `${title} is split into ${count} policies, but the quota is ${limit} attachments. `,
    delivered.unguarded.includes(document)
      ? 'Its Deny statements don’t fit in the same policies as the Allow statements that they restrict. Don’t attach any of them.'
      : 'Each includes the Deny statements for what it allows.',
  );
}

/** How many documents AWS would refuse for their size. */
export const tooLarge = ({ delivered, draft }: ComputedInput): number =>
  delivered.documents.filter(
    (document) => measure(document.policy, sizeKindOf(document, draft.sizing.attach)).state === 'over',
  ).length;
