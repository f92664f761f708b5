import { useEffect, useMemo, useState } from 'react';
import type { ComposedDocument } from '../../policies/model/composedDocument.ts';
import type { Draft } from '../../policies/model/draft.ts';
import type { ExportSet } from '../../policies/exports/exporter.ts';
import { partitionOf } from '../../policies/compose/variableReadings.ts';
import { catalog } from '../../state/catalog/catalog.ts';
import { useRuleset } from '../../state/store.ts';
import { reaches, shortLink } from '../../state/share/makeLink.ts';
import { PAGE_VERSION } from '../../state/version.ts';

/** What is exported together. Until the data's day is known, files say that it was not loaded. */
export function useExportSet(draft: Draft, documents: readonly ComposedDocument[]): ExportSet {
  const [date, setDate] = useState('');
  useEffect(() => {
    let wanted = true;
    catalog().then(
      ({ dataDate }) => wanted && setDate(dataDate),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, []);
  const link = useMemo(() => shortLink(draft, date, reaches.mostly), [draft, date]);
  return {
    name: draft.name,
    documents,
    ruleset: useRuleset(),
    attach: draft.sizing.attach,
    partition: partitionOf(draft),
    versions: { page: PAGE_VERSION, data: date === '' ? 'that was not loaded' : `of ${date}` },
    ...(link === undefined ? {} : { link }),
  };
}
