import { consoleDomain } from '../language/partitions.ts';

/** An address, cut into its parts; each decoded. */
export interface Address {
  readonly host: string;
  /** Without its first slash. */
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  readonly fragment: string;
}

const ADDRESS = /^https?:\/\/([^/?#\s]{1,300})\/?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

/** A text that is a web address; nothing otherwise. */
export function readAddress(text: string): Address | undefined {
  const [, host, path = '', query = '', fragment = ''] = ADDRESS.exec(text) ?? [];
  if (host === undefined) return undefined;
  const pairs = query.split('&').map((pair): readonly [string, string] => {
    const at = pair.indexOf('=');
    return at === -1 ? [decoded(pair), ''] : [decoded(pair.slice(0, at)), fromQuery(pair.slice(at + 1))];
  });
  return {
    host: host.toLowerCase(),
    path: decoded(path),
    query: new Map(pairs),
    fragment: decoded(fragment),
  };
}

const fromQuery = (text: string): string => decoded(text.replaceAll('+', ' '));

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const CONSOLE = new RegExp(String.raw`^(?:[a-z0-9-]+\.)*console\.(?:${consoleDomain}|aws)$`);

/** Whether an address is one of the AWS consoles. */
export const isConsole = ({ host }: Address): boolean => CONSOLE.test(host);

/** The Region of a console's address: its parameter, or the first label of its host. */
export function regionOfAddress({ host, query }: Address): string | undefined {
  const [, label] = /(?:^|\.)([a-z]{2,4}(?:-[a-z]+){1,2}-\d)\.console\./.exec(host) ?? [];
  return query.get('region') || label;
}
