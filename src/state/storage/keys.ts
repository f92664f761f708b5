/**
 * Names under which the page keeps things in the browser. All pages of a host share one storage, so each name carries the path of
 * the page: two copies of the page on one host never share what they keep. A path has no spaces.
 */
export interface StorageKeys {
  /** Folder of the page on its host, with a slash at both ends. */
  readonly path: string;
  /** What every name begins with. */
  readonly all: string;
  readonly draft: string;
  /** A draft made under a preset that the address tries (`#preset=`). */
  readonly tried: string;
  /** Followed by when and why it was kept aside. */
  readonly keptAside: string;
  readonly buildWidth: string;
  readonly panelHeight: string;
  /** Light or dark; public/scheme.js reads it before anything else runs. */
  readonly scheme: string;
  /** Of this tab alone: text that is being typed, and that the new version of the page was asked for. */
  readonly typed: string;
  readonly newVersion: string;
}

/** What the names began with that older versions of the page used: without a path. */
export const OLD_KEYS = 'policy-builder.';

/** Of the library that draws the page, for light or dark: older versions kept it there, and other pages of the host may use it. */
export const OLD_SCHEME = 'mui-mode';

/** The names for the page at an address. */
export function keysAt(address: string): StorageKeys {
  const path = new URL('.', address).pathname;
  const all = `policy-builder ${path} `;
  return {
    path,
    all,
    draft: `${all}draft`,
    tried: `${all}tried-draft`,
    keptAside: `${all}kept-aside `,
    buildWidth: `${all}build-width`,
    panelHeight: `${all}panel-height`,
    scheme: `${all}scheme`,
    typed: `${all}typed`,
    newVersion: `${all}new-version`,
  };
}

/** The names for this page. */
export const keys: StorageKeys = keysAt(globalThis.document?.baseURI ?? 'about:/');
