/** Files beside the page. A network may answer in the server's place, with a sign-in page for instance: that is no file. */

/**
 * The JSON of a file. What the browser has kept of an earlier answer and is no JSON is asked for again. Rejects when the server has
 * no such file or something else answers.
 */
export async function fetchJson(address: string): Promise<unknown> {
  try {
    return await jsonOf(await fetchFile(address));
  } catch {
    return jsonOf(await fetchFile(address, { cache: 'reload' }));
  }
}

/** An answer of the server for this very address. Rejects otherwise. */
export async function fetchFile(address: string, options: RequestInit = {}): Promise<Response> {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  if (isPage(answer) || isElsewhere(address, answer)) throw new Error(`${address}: another page answered`);
  return answer;
}

const jsonOf = (answer: Response): Promise<unknown> => answer.json();

const isPage = ({ headers }: Response): boolean =>
  /^(?:text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? '');

function isElsewhere(address: string, { redirected, url }: Response): boolean {
  return redirected && new URL(url).pathname !== new URL(address, location.href).pathname;
}
