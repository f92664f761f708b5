/** The documents of a text of YAML: between `---`, or one after the other, where a name at the margin comes again. */
export function yamlDocuments(text: string): readonly { readonly from: number; readonly to: number }[] {
  const starts = [0];
  let names = new Set<string>();
  for (const { 0: line, index } of text.matchAll(MARGIN)) {
    const [name = ''] = line.split(/[ \t]*:/);
    const isNew = line.startsWith('---') || line.startsWith('...') || names.has(name);
    if (isNew && index > 0) starts.push(index);
    if (isNew) names = new Set();
    if (!line.startsWith('---')) names.add(name);
  }
  return starts
    .map((from, index) => ({ from, to: starts[index + 1] ?? text.length }))
    .filter(
      ({ from, to }) =>
        text
          .slice(from, to)
          .replace(/^(?:---|\.\.\.)/, '')
          .trim() !== '',
    );
}

const MARGIN = /^(?:---(?=\s|$)|\.\.\.(?=\s|$)|["']?[\w.-]+["']?[ \t]*:(?=\s|$))/gm;
