import { answerProblem } from './answerProblem.ts';

/** What caches hold, held against what it should be. Workers before this one kept any answer with status 200. */

/** A file of the build and the digest of its content. */
export interface BuiltFile {
  readonly url: string;
  readonly integrity: string;
}

/** Drops what is in a cache under the address of a file of the build and has another content. */
export async function dropOtherContent(cache: Cache, files: readonly BuiltFile[], scope: URL): Promise<void> {
  for (const { url, integrity } of files) {
    const address = new URL(url, scope).href;
    const cached = await cache.match(address, whatever);
    if (cached && (await digestOf(cached)) !== integrity) await cache.delete(address, whatever);
  }
}

/** Hosts may answer by the headers of a request; here all that counts is the address. */
const whatever: CacheQueryOptions = { ignoreVary: true };

async function digestOf(answer: Response): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer());
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

/** Drops every answer of a cache that is not what is at its address. */
export async function dropBadAnswers(cache: Cache, scope: URL): Promise<void> {
  for (const request of await cache.keys()) {
    const answer = await cache.match(request, whatever);
    const path = new URL(request.url).pathname.slice(scope.pathname.length);
    if (answer && (await answerProblem(path, request.url, answer)) !== undefined)
      await cache.delete(request, whatever);
  }
}
