import { generate } from '../../compose/compose.ts';
import type { Ruleset } from '../../library/ruleset.ts';
import type { ComposedDocument } from '../../model/composedDocument.ts';
import type { Draft } from '../../model/draft.ts';
import { dormantEdits } from '../../handEdits/applyEdits.ts';
import { type StatementEdit, statementEdits } from '../../handEdits/statementEdits.ts';
import type { Block } from '../report.ts';
import { codeSpan, codeSpans, paragraph, oneLineCell } from '../text.ts';
import type { ReportPart } from './part.ts';

/** What the documents hold besides what the choices make: no one is to read it as hardened. */
export const editsSection: ReportPart = {
  id: 'byHand',
  title: 'Manual edits',
  blocks({ draft, delivered: { documents }, ruleset }) {
    if (Object.keys(draft.edits).length === 0) return [paragraph('None: all policies are as generated.')];
    const generated = generate(draft, ruleset);
    const edited = editsIn(draft, generated);
    const dormant = dormantEdits(generated, draft.edits);
    const titleOf = (id: string) =>
      documents.find((document) => (document.partOf ?? document.id) === id)?.title ?? id;
    return [
      ...importedIn(draft),
      ...aroundIn(draft, titleOf),
      ...(edited.length === 0
        ? []
        : [
            {
              kind: 'table',
              caption: ['Statements that differ from the generated ones'],
              columns: [['Statement'], ['Policy'], ['Edit'], ['Conflict']],
              rows: edited.map(({ document, edit }) => [
                [[codeSpan(edit.name)]],
                oneLineCell(titleOf(document)),
                oneLineCell(edit.state),
                oneLineCell(edit.conflict === undefined ? '' : CONFLICTS[edit.conflict]),
              ]),
            } as const,
          ]),
      ...(dormant.length === 0
        ? []
        : [
            paragraph(
              'Inactive because the policies are no longer generated: edits in ',
              ...codeSpans(dormant),
              '.',
            ),
          ]),
    ];
  },
};

const CONFLICTS = {
  changed: 'The generated statement changed after the edit.',
  gone: 'The statement is no longer generated.',
} as const satisfies Record<NonNullable<StatementEdit['conflict']>, string>;

function importedIn({ edits }: Draft): readonly Block[] {
  const titles = Object.values(edits).flatMap(({ own }) => (own ? [own.title] : []));
  return titles.length === 0 ? [] : [paragraph(`Imported policies: ${titles.join(', ')}.`)];
}

/** Version and Id are there, and belong to no statement. */
function aroundIn({ edits }: Draft, titleOf: (id: string) => string): readonly Block[] {
  const ids = Object.entries(edits).filter(([, { own, head }]) => !own && head !== undefined);
  if (ids.length === 0) return [];
  const titles = ids.map(([id]) => titleOf(id)).join(', ');
  return [paragraph(`Elements outside of the statements are edited in: ${titles}.`)];
}

interface EditIn {
  readonly document: string;
  readonly edit: StatementEdit;
}

/** Edited statements of generated documents; in an imported policy everything is written by hand. */
function editsIn(draft: Draft, generated: readonly ComposedDocument[]): readonly EditIn[] {
  return Object.entries(draft.edits).flatMap(([document, edits]) => {
    const made = generated.find(({ id }) => id === document);
    return edits.own || !made ? [] : statementEdits(made, edits).map((edit) => ({ document, edit }));
  });
}

/** `statements: 2 edited, 1 removed; imported policies: 1`; empty without any. */
export function handCounts(draft: Draft, ruleset: Ruleset): string {
  if (Object.keys(draft.edits).length === 0) return '';
  const edited = editsIn(draft, generate(draft, ruleset));
  const parts = (['edited', 'added', 'removed'] as const).flatMap((state) => {
    const number = edited.filter(({ edit }) => edit.state === state).length;
    return number === 0 ? [] : [`${number} ${state}`];
  });
  const imported = Object.values(draft.edits).filter(({ own }) => own !== undefined).length;
  return [
    ...(parts.length === 0 ? [] : [`statements: ${parts.join(', ')}`]),
    ...(imported === 0 ? [] : [`imported policies: ${imported}`]),
  ].join('; ');
}
