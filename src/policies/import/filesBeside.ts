/** The other files of a text: what a configuration reads from a file is there, if the file was opened with it. */
export class FilesBeside {
  readonly #texts: ReadonlyMap<string, string>;
  /** Names of the files that were read: they are part of what reads them. */
  readonly used = new Set<string>();

  constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = texts;
  }

  /**
   * The text of a file by its path, as seen from a folder. A browser may give the names of files without their folders: then a name
   * that only one file has is enough.
   */
  read(path: string, folder: string): string | undefined {
    const wanted = normalized(`${folder}/${path}`);
    const [exact, byEnd, byName] = [
      (name: string) => normalized(name) === wanted,
      (name: string) =>
        normalized(name).endsWith(`/${normalized(path)}`) || normalized(name) === normalized(path),
      (name: string) => !name.includes('/') && name === baseName(path),
    ];
    for (const fits of [exact, byEnd, byName]) {
      const [name, ...others] = [...this.#texts.keys()].filter(fits);
      if (name === undefined || others.length > 0) continue;
      this.used.add(name);
      return this.#texts.get(name);
    }
    return undefined;
  }
}

export const folderOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('/')));

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Without `.` and, where a folder is before it, `..`. */
function normalized(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}
