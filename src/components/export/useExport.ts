import { useMemo } from 'react';
import type { ComposedDocument } from '../../policies/model/composedDocument.ts';
import type { Draft } from '../../policies/model/draft.ts';
import type { ExportedFile, Exporter, ExportSet } from '../../policies/exports/exporter.ts';
import { exportFiles, exportSetOf } from '../../policies/exports/exportFiles.ts';
import { exportContextOf } from '../../state/export/exportContext.ts';
import { useRuleset } from '../../state/store.ts';
import { useDataDay } from '../common/useDataDay.ts';

interface Exported {
  readonly set: ExportSet;
  filesOf(exporter: Exporter): readonly ExportedFile[];
}

/** What is exported together, all or `only` some documents, and its files in a format. */
export function useExport(draft: Draft, only?: (document: ComposedDocument) => boolean): Exported {
  const day = useDataDay();
  const ruleset = useRuleset();
  const shared = useMemo(() => ({ ...exportContextOf(draft, day), ruleset }), [draft, day, ruleset]);
  return useMemo(() => {
    const context = only ? { ...shared, only } : shared;
    return {
      set: exportSetOf(draft, context),
      filesOf: (exporter) => exportFiles(draft, exporter, context),
    };
  }, [draft, shared, only]);
}
