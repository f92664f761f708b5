/** What the worker has to know of a request. */
export interface RequestFacts {
  readonly url: URL;
  /** `navigate` for a page that is opened. */
  readonly mode: string;
  /** `no-store` for who wants the server's answer and no other. */
  readonly cache: string;
}

/**
 * `page`: the page itself, as kept. `kept`: a file of the build, as kept. `asset`: a file that names its content, from
 * whichever build it was kept. `catalog`: kept when it was fetched once. `preset`: the server's, or the last one that it gave.
 */
export type AnswerKind = 'page' | 'kept' | 'asset' | 'catalog' | 'preset';

/**
 * How the worker answers a request; nothing when it leaves it to the network: other hosts, other pages below the same
 * address, and requests that are meant for the server. `keeps` says whether an address is among the files of the build.
 */
export function answerKindOf(
  asked: RequestFacts,
  scope: URL,
  keeps: (url: URL) => boolean,
): AnswerKind | undefined {
  const { url, mode, cache } = asked;
  if (url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return undefined;
  const path = url.pathname.slice(scope.pathname.length);
  if (path.startsWith('presets/')) return mode === 'navigate' ? undefined : 'preset';
  if (mode === 'navigate' && path === 'licenses.txt' && keeps(url)) return 'kept';
  if (mode === 'navigate') return path === '' || path === 'index.html' ? 'page' : undefined;
  if (cache === 'no-store') return undefined;
  if (keeps(url)) return 'kept';
  if (path.startsWith('assets/')) return 'asset';
  return path.startsWith('catalog/') ? 'catalog' : undefined;
}
