import { type DocumentExport, exportOfDocument } from '../../policies/exports/documentExport.ts';
import type { ExportedFile } from '../../policies/exports/exporter.ts';
import { findExporter } from '../../policies/exports/index.ts';
import { slug } from '../../policies/language/slug.ts';
import { isCombined, type PrintedDocument } from '../derived/derived.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { useStore } from '../store.ts';
import { exportContextOf } from './exportContext.ts';
import type { TextFormat } from './formats.ts';

/** A document of a draft as the exporter of a format writes it. A draft that is only previewed is held to the preset here. */
export function documentIn(
  format: TextFormat,
  draft: Draft,
  document: PrintedDocument,
  dataDay: string,
): DocumentExport {
  const exporter = findExporter(format);
  if (!exporter) return { ok: false, reason: 'nothing' };
  const enforced = useStore.getState().enforce(draft);
  const exported = exportOfDocument(enforced, document, exporter, exportContextOf(enforced, dataDay));
  if (!exported.ok || !isCombined(document)) return exported;
  return { ok: true, files: exported.files.map((file) => ({ ...file, name: combinedName(draft, file) })) };
}

/** The combined view is in no export, so that it has a name of its own. */
const combinedName = ({ name }: Draft, file: ExportedFile): string =>
  `${slug(name) || 'policies'}.combined-view.${file.name.endsWith('.min.json') ? 'min.json' : 'json'}`;
