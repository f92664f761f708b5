/**
 * What networks answer in place of a server: a sign-in page with status 200, the page itself for every address, half a file. None of
 * that is kept, or given to the page as if it were what was asked for.
 */

interface Kind {
  /** Types that a server may name. Without a name the content alone decides. */
  readonly types: RegExp;
  holds(content: Uint8Array, path: string): boolean;
}

const json: Kind = {
  types: /^(?:application|text)\/(?:[\w.-]+\+)?json$|^text\/plain$|^(?:application|binary)\/octet-stream$/,
  holds: (content, path) => isExpectedJson(path, parsed(textOf(content))),
};
const script: Kind = { types: /^(?:text|application)\/(?:x-)?(?:java|ecma)script$/, holds: isNoMarkup };
const picture = (type: string, ...beginnings: readonly (readonly number[])[]): Kind => ({
  types: new RegExp(`^image/${type}$|^(?:application|binary)/octet-stream$`),
  holds: (content) => beginnings.some((bytes) => bytes.every((byte, at) => content[at] === byte)),
});
const font = (...beginnings: readonly string[]): Kind => ({
  types:
    /^(?:font|application|binary)\/(?:[\w.-]*(?:font|woff2?|ttf|sfnt|otf|opentype|truetype)[\w.-]*|octet-stream)$/,
  holds: (content) => beginnings.includes(String.fromCharCode(...content.slice(0, 4))),
});

const kinds: Readonly<Record<string, Kind>> = {
  json,
  js: script,
  css: { types: /^text\/css$/, holds: isNoMarkup },
  woff: font('wOFF'),
  woff2: font('wOF2'),
  ttf: font('\u0000\u0001\u0000\u0000', 'true', 'OTTO'),
  png: picture('png', [0x89, 0x50, 0x4e, 0x47]),
  svg: {
    types: /^image\/svg\+xml$/,
    holds: (content) => /<svg[\s>]/.test(textOf(content)) && !isPage(content),
  },
  txt: { types: /^text\/plain$/, holds: isNoMarkup },
};

/**
 * Why an answer is not what is at an address below the page's folder, or nothing where it is. Reads a copy of it to its end, which
 * says as well whether all of it came.
 */
export async function answerProblem(
  path: string,
  address: string,
  answer: Response,
): Promise<string | undefined> {
  if (answer.status !== 200) return `status ${answer.status}`;
  if (answer.type.startsWith('opaque')) return 'a response from another host';
  if (isElsewhere(address, answer)) return `a response from ${answer.url}`;
  const kind = kinds[path.slice(path.lastIndexOf('.') + 1)];
  if (!kind) return 'an unexpected file type';
  const [type = ''] = (answer.headers.get('content-type') ?? '').split(';');
  if (type !== '' && !kind.types.test(type.trim().toLowerCase())) return `of type ${type}`;
  const content = await contentOf(answer.clone());
  if (!content) return 'cut off';
  return kind.holds(content, path) ? undefined : 'unexpected content';
}

/** A redirect to another address of the same page, such as one with a query, changes nothing. */
function isElsewhere(address: string, { redirected, url }: Response): boolean {
  if (!redirected) return false;
  const [asked, given] = [new URL(address), new URL(url)];
  return asked.origin !== given.origin || asked.pathname !== given.pathname;
}

/** All of an answer, or nothing where a part is missing. */
async function contentOf(answer: Response): Promise<Uint8Array | undefined> {
  try {
    const content = new Uint8Array(await answer.arrayBuffer());
    const encoded = answer.headers.has('content-encoding');
    const length = Number(answer.headers.get('content-length') ?? 0);
    return content.length === 0 || (!encoded && content.length < length) ? undefined : content;
  } catch {
    return undefined;
  }
}

const textOf = (content: Uint8Array): string => new TextDecoder().decode(content);

/** Pages begin with a bracket; no script, style sheet or plain text of ours does. */
function isNoMarkup(content: Uint8Array): boolean {
  const text = textOf(content.slice(0, 1000)).trimStart();
  return text !== '' && !text.startsWith('<');
}

const isPage = (content: Uint8Array): boolean =>
  /<!doctype html|<html[\s>]/i.test(textOf(content.slice(0, 1000)));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Whether the JSON has the fields expected for its path. */
function isExpectedJson(path: string, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const found: Readonly<Record<string, unknown>> = { ...value };
  const [, folder = '', name = ''] = /^(?:([^/]*)\/)?(.*)\.json$/.exec(path) ?? [];
  if (folder === 'catalog') return isCatalogFile(name, found);
  if (folder === '') return typeof found['start_url'] === 'string';
  if (folder !== 'presets' || name === 'preset.schema') return true;
  if (name === 'index') return 'use' in found;
  return typeof found['version'] === 'number' && typeof found['title'] === 'string';
}

function isCatalogFile(name: string, found: Readonly<Record<string, unknown>>): boolean {
  if (typeof found['format'] !== 'number') return false;
  if (name === 'index') return Array.isArray(found['services']);
  const [, service = name, isText] = /^(.*?)(\.text)?$/.exec(name) ?? [];
  return (
    found['service'] === service &&
    (isText ? typeof found['text'] === 'object' : Array.isArray(found['actions']))
  );
}
