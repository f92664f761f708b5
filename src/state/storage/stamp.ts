/** What a stored draft says about itself, beside the draft: which version it is, and which versions it comes from. */
export interface Stamp {
  readonly savedAt: string;
  readonly revision: number;
  /** The tab that wrote it; each loading of the page is one. */
  readonly tab: string;
  /** Tab → its latest revision that this version comes from. The tab's own is in it. */
  readonly knows: Readonly<Record<string, number>>;
}

export const noStamp: Stamp = { savedAt: '', revision: 0, tab: '', knows: {} };

/** Of many tabs only the latest. A tab that is forgotten so is asked what to do, and loses nothing. */
const MOST_TABS = 30;

/** The stamp of the version that `tab` makes out of `before` and, if the user chose it over another, of that other. */
export function nextStamp(before: Stamp, over: Stamp, tab: string, now: Date): Stamp {
  const revision = Math.max(before.revision, over.revision) + 1;
  const all = [...Object.entries(over.knows), ...Object.entries(before.knows)];
  const latest = new Map<string, number>();
  for (const [of, number] of all) latest.set(of, Math.max(number, latest.get(of) ?? 0));
  latest.set(tab, revision);
  const knows = [...latest].toSorted(([, one], [, other]) => other - one).slice(0, MOST_TABS);
  return { savedAt: now.toISOString(), revision, tab, knows: Object.fromEntries(knows) };
}

/** Whether a version is based on another, so that a tab that has only the other loses nothing by loading it. */
export const comesFrom = ({ knows }: Stamp, { tab, revision }: Stamp): boolean =>
  revision === 0 || (knows[tab] ?? 0) >= revision;

/** Reads the stamp of a stored text; a text of an older version of the page has none. */
export function stampOf(value: Readonly<Record<string, unknown>>): Stamp {
  const { savedAt, revision, tab, knows } = value;
  return {
    savedAt: typeof savedAt === 'string' ? savedAt : '',
    revision: typeof revision === 'number' && Number.isSafeInteger(revision) ? revision : 0,
    tab: typeof tab === 'string' ? tab : '',
    knows: numbersOf(knows),
  };
}

function numbersOf(value: unknown): Readonly<Record<string, number>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}
