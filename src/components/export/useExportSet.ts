import { useEffect, useState } from 'react';
import type { ComposedDocument } from '../../policies/composed.ts';
import type { Draft } from '../../policies/draft.ts';
import type { ExportSet } from '../../policies/exports/exporter.ts';
import { catalog } from '../../state/catalog.ts';
import { PAGE_VERSION } from '../../state/version.ts';

/** What is exported together. Until the data's day is known, files say that it was not loaded. */
export function useExportSet(draft: Draft, documents: readonly ComposedDocument[]): ExportSet {
  const [data, setData] = useState('that was not loaded');
  useEffect(() => {
    let wanted = true;
    catalog().then(
      ({ dataDate }) => wanted && setData(`of ${dataDate}`),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, []);
  return {
    name: draft.name,
    documents,
    attach: draft.sizing.attach,
    versions: { page: PAGE_VERSION, data },
  };
}
