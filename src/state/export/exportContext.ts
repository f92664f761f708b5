import type { ExportContext } from '../../policies/exports/exportFiles.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { loadedActions } from '../derived/derived.ts';
import { longestLinks, shortLink } from '../share/makeLink.ts';
import { rulesetFor } from '../store.ts';
import { PAGE_VERSION } from '../version.ts';

/** What exported files say besides the draft. `dataDate` is empty until the data has loaded; then they say so. */
export function exportContextOf(draft: Draft, dataDate: string): ExportContext {
  const link = shortLink(draft, dataDate, longestLinks.mostly);
  return {
    ruleset: rulesetFor(draft),
    matching: loadedActions,
    versions: { page: PAGE_VERSION, data: dataDate === '' ? 'not loaded' : `of ${dataDate}` },
    ...(link === undefined ? {} : { link }),
  };
}
