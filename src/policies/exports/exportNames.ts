/** Names of what an export creates. Nothing of a draft's name or a document's title but letters, digits and dashes gets into one. */

/** Words of a slug, or of a name that keeps its capitals, the first of which begins with a letter: identifiers of no language begin with a digit. */
const wordsOf = (name: string): readonly string[] => {
  const words = name.split('-').filter((word) => word !== '');
  return /^[a-z]/i.test(words[0] ?? '') ? words : ['x', ...words];
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `notebook-role` as an identifier of Terraform: `notebook_role`. */
export const snakeCase = (name: string): string => wordsOf(name).join('_');

/** As a logical ID of CloudFormation or a class: `NotebookRole`. */
export const pascalCase = (name: string): string => wordsOf(name).map(capital).join('');

/** As a variable of TypeScript: `notebookRole`. */
export const camelCase = (name: string): string =>
  wordsOf(name)
    .map((word, index) => (index === 0 ? word : capital(word)))
    .join('');

/** As a variable of a shell: `NOTEBOOK_ROLE`. */
export const upperCase = (name: string): string => snakeCase(name).toUpperCase();

/**
 * Gives out names that differ once their dashes are gone, as logical IDs demand; the second `a` is `a-2`. `limit` is the most
 * characters of one; `others` are taken.
 */
export function uniqueNames(limit = 60, others: readonly string[] = []): (wanted: string) => string {
  const taken = new Set(others.map((name) => pascalCase(name).toLowerCase()));
  return (wanted) => {
    for (let number = 1; ; number += 1) {
      const suffix = number === 1 ? '' : `-${number}`;
      const name = `${wanted.slice(0, limit - suffix.length).replace(/-+$/, '')}${suffix}`;
      const key = pascalCase(name).toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return name;
    }
  };
}
