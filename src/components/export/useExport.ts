import { useEffect, useMemo, useState } from 'react';
import type { Draft } from '../../policies/model/draft.ts';
import type { ExportedFile, Exporter, ExportSet } from '../../policies/exports/exporter.ts';
import { exportFiles, exportSetOf } from '../../policies/exports/exportFiles.ts';
import { catalog } from '../../state/catalog/catalog.ts';
import { knownActions } from '../../state/derived/derived.ts';
import { useRuleset } from '../../state/store.ts';
import { reaches, shortLink } from '../../state/share/makeLink.ts';
import { PAGE_VERSION } from '../../state/version.ts';

/** What is exported together, and its files in a format. Until the data's day is known, files say that it was not loaded. */
export function useExport(draft: Draft): {
  readonly set: ExportSet;
  filesOf(exporter: Exporter): readonly ExportedFile[];
} {
  const [date, setDate] = useState('');
  const ruleset = useRuleset();
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
  return useMemo(() => {
    const context = {
      ruleset,
      matching: knownActions,
      versions: { page: PAGE_VERSION, data: date === '' ? 'not loaded' : `of ${date}` },
      ...(link === undefined ? {} : { link }),
    };
    return {
      set: exportSetOf(draft, context),
      filesOf: (exporter: Exporter) => exportFiles(draft, exporter, context),
    };
  }, [draft, ruleset, date, link]);
}
