/**
 * 2 where nothing of a file could be read, 1 for a problem, 3 for what was not decided, 0 otherwise. A result is a list of items; each
 * is `unreadable`, `problem`, `undecided`, `passed`, or `note`.
 */
export function exitCode({ items }, options) {
  if (items.some(({ outcome }) => outcome === 'unreadable')) return 2;
  if (items.some(({ outcome }) => outcome === 'problem')) return 1;
  if (!options['allow-undecided'] && items.some(({ outcome }) => outcome === 'undecided')) return 3;
  return 0;
}
