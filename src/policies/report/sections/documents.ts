import { kindTitles } from '../../model/labels.ts';
import { findPersona, type Ruleset } from '../../library/ruleset.ts';
import type { ComposedDocument } from '../../model/composedDocument.ts';
import { printDocument } from '../../handEdits/printDocument.ts';
import type { Block } from '../report.ts';
import { heading, paragraph } from '../text.ts';
import type { ReportPart } from './part.ts';

/** Every document in full, as it is to be saved. */
export const documentsSection: ReportPart = {
  id: 'documents',
  title: 'Policies',
  blocks: ({ delivered, ruleset }) =>
    delivered.documents.length === 0
      ? [paragraph('No policies.')]
      : delivered.documents.flatMap((document) => blocksOf(document, ruleset)),
};

function blocksOf(document: ComposedDocument, ruleset: Ruleset): readonly Block[] {
  const { title, kind, personas } = document;
  const titles = personas.map((id) => findPersona(id, ruleset)?.title ?? id);
  const whose = titles.length === 0 ? 'no persona' : `for ${titles.join(', ')}`;
  return [
    heading(title),
    paragraph(`${kindTitles[kind]}, ${whose}.`),
    { kind: 'code', language: 'json', text: printDocument(document).text },
  ];
}
