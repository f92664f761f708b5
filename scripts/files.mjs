import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';

/**
 * The files of a folder as those who serve and list them see them: `read` gives the content at a path below it, `undefined`
 * where there is no file or the path leads out of the folder; `names` gives the files in one of its folders, sorted.
 */
export function filesOf(root) {
  const read = (path) => {
    const file = normalize(join(root, path));
    if (path.includes('\0') || !file.startsWith(normalize(root + sep))) return undefined;
    return existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined;
  };
  const names = (folder) => {
    if (!existsSync(join(root, folder))) return [];
    return readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .toSorted();
  };
  return { read, names };
}
