/** Soft hyphens, zero-width and direction characters, the byte order mark: they come with a copied text and are never meant. */
const HIDDEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** Typographic and other quotation marks, as word processors and chats make of plain ones. */
const QUOTES = /[\u201c-\u201f\u00ab\u00bb\u2033]/g;
const APOSTROPHES = /[\u2018-\u201b\u2039\u203a\u2032]/g;

/** A bullet or number with the tab that word processors put behind it. */
const BULLET_TAB = /^(\s*(?:[-*•]|\d{1,3}[.)]))\t/gm;

/**
 * A text without what copying adds: hidden characters, other kinds of spaces and quotation marks,
 * white space around it. Cells of a table, which tabs divide, become lines.
 */
export const cleanEntry = (text: string): string =>
  text
    .replace(HIDDEN, '')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(SPACES, ' ')
    .trim()
    .replace(BULLET_TAB, '$1 ')
    .replaceAll('\t', '\n')
    .replace(QUOTES, '"')
    .replace(APOSTROPHES, "'")
    .trim();

export const hasHidden = (text: string): boolean => text.search(HIDDEN) !== -1;

/** One value without quotation marks around it and the comma that a list leaves behind it. */
export function unquoted(text: string): string {
  const bare = text
    .trim()
    .replace(/^[,;]+|[,;]+$/g, '')
    .trim();
  const [, inner] = /^(?:"(.*)"|'(.*)'|`(.*)`)$/s.exec(bare)?.filter((part) => part !== undefined) ?? [];
  return inner === undefined ? bare.replace(/^["'`]+|["'`]+$/g, '') : inner.trim();
}
