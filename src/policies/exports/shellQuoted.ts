import { oneLine } from './header.ts';

/** Text for a shell that reads nothing in it: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html (2.2.2) */
export const shellQuoted = (text: string): string => `'${oneLine(text).replaceAll("'", "'\\''")}'`;
