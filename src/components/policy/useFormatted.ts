import { useEffect, useMemo, useState } from 'react';
import type { DocumentExport } from '../../policies/exports/documentExport.ts';
import type { Draft } from '../../policies/model/draft.ts';
import type { PrintedDocument } from '../../state/derived/derived.ts';
import type { TextFormat } from '../../state/export/formats.ts';
import { useDataDay } from '../common/useDataDay.ts';

/** The exporters come with the first format that is not the text itself, or with the first download. */
export const loadFormats = () => import('../../state/export/documentFormats.ts');
type Formats = Awaited<ReturnType<typeof loadFormats>>;

/** `loading`: the exporters are on their way. `failed`: they did not arrive. */
export type Formatted = DocumentExport | { readonly ok: false; readonly reason: 'loading' | 'failed' };

/** A document in a format, live; nothing for JSON, which is the text itself. */
export function useFormatted(
  format: TextFormat,
  draft: Draft,
  document: PrintedDocument,
): Formatted | undefined {
  const formats = useFormats(format !== 'json');
  const day = useDataDay();
  return useMemo(() => {
    if (format === 'json') return undefined;
    if (formats === null || formats === 'failed') return { ok: false, reason: formats ?? 'loading' };
    return formats.documentIn(format, draft, document, day);
  }, [format, formats, draft, document, day]);
}

function useFormats(wanted: boolean): Formats | 'failed' | null {
  const [formats, setFormats] = useState<Formats | 'failed' | null>(null);
  useEffect(() => {
    if (!wanted) return;
    loadFormats().then(setFormats, () => setFormats('failed'));
  }, [wanted]);
  return formats;
}
