/** Whether every word that was typed is somewhere in the texts, in any case. */
export function matches(query: string, texts: readonly string[]): boolean {
  const text = texts.join('\n').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
