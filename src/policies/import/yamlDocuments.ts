/** The documents of a text of YAML: between `---`, or one after the other, where a name at the margin comes again. */
export function yamlDocuments(text: string): readonly { readonly from: number; readonly to: number }[] {
  const starts = [0];
  let names = new Set<string>();
  // A part of a file that is copied with what is around it goes on at the margin with something else.
  let isIndented = INDENTED.test(text);
  for (const { 0: line, index } of text.matchAll(MARGIN)) {
    const [name = ''] = line.split(/[ \t]*:/);
    const isNew = line.startsWith('---') || line.startsWith('...') || names.has(name) || isIndented;
    isIndented = false;
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

/** The first line that is no comment, and not blank, is indented. */
const INDENTED = /^(?:[^\S\n]*(?:#[^\n]*)?\n)*[^\S\n]+[^\s#]/;

const MARGIN = /^(?:---(?=\s|$)|\.\.\.(?=\s|$)|["']?[\w.-]+["']?[ \t]*:(?=\s|$))/gm;
