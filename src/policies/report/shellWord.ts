/**
 * A text as one word of a POSIX shell, whatever is in it: nothing within single quotes has a meaning.
 * Source: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html (2.2.2)
 */
export const shellWord = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
