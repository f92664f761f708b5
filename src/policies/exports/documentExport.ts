import { COMBINED } from '../compose/combinedView.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import { measure } from '../size/measure.ts';
import { sizeKindOf } from '../size/quotas.ts';
import type { ExportedFile, Exporter } from './exporter.ts';
import { type ExportContext, exportSetOf, sharedSetOf } from './exportFiles.ts';

/**
 * One document as an export writes it. `combined`: the combined view creates nothing. `tooLarge`: AWS would refuse what the code
 * creates. `nothing`: the format has no file for it.
 */
export type DocumentExport =
  | { readonly ok: true; readonly files: readonly ExportedFile[] }
  | { readonly ok: false; readonly reason: 'combined' | 'tooLarge' | 'nothing' };

const ROLE_KINDS: ReadonlySet<ComposedDocument['kind']> = new Set([
  'identity',
  'trust',
  'permissions-boundary',
]);

const wholeId = ({ id, partOf }: ComposedDocument): string => partOf ?? id;

/** Whether code for a document has another one as well: that of a role has its permissions, its trust policy, and its boundary. */
export function isExportedWith(document: ComposedDocument): (other: ComposedDocument) => boolean {
  const isOfRole = document.kind === 'identity' || document.kind === 'trust';
  return (other) =>
    wholeId(other) === wholeId(document) ||
    (isOfRole &&
      ROLE_KINDS.has(other.kind) &&
      other.personas.some((persona) => document.personas.includes(persona)));
}

/** The files of one document of a draft in one format: as text the document alone, as code its role or the policy. */
export function exportOfDocument(
  draft: Draft,
  document: ComposedDocument,
  exporter: Exporter,
  context: ExportContext,
): DocumentExport {
  if (exporter.makes === 'documents') return asText(draft, document, exporter, context);
  if (document.id === COMBINED) return { ok: false, reason: 'combined' };
  const set = exportSetOf(draft, { ...context, only: isExportedWith(document) });
  const isTooLarge = (one: ComposedDocument) =>
    measure(one.policy, sizeKindOf(one, draft.sizing.attach)).state === 'over';
  if (set.documents.some(isTooLarge)) return { ok: false, reason: 'tooLarge' };
  return filesOr(exporter.write(set));
}

/** The combined view is none of the documents of a draft. */
function asText(
  draft: Draft,
  document: ComposedDocument,
  exporter: Exporter,
  context: ExportContext,
): DocumentExport {
  const set = sharedSetOf(draft, context);
  const index = set.documents.findIndex(({ id }) => id === document.id);
  const all = exporter.write(index === -1 ? { ...set, documents: [document] } : set);
  return filesOr(all.slice(Math.max(index, 0)).slice(0, 1));
}

const filesOr = (files: readonly ExportedFile[]): DocumentExport =>
  files.length > 0 ? { ok: true, files } : { ok: false, reason: 'nothing' };
