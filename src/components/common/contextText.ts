/** A context as lines of text, `key = value, value`, and back. */
export const contextAsText = (context: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(context)
    .map(([key, values]) => `${key} = ${values.join(', ')}`)
    .join('\n');

export type ContextReading =
  | { readonly ok: true; readonly context: Readonly<Record<string, readonly string[]>> }
  | { readonly ok: false; readonly line: number };

/** A line without `=`, or with a key that cannot be one, is told by its number, from 1. A key without values is absent. */
export function contextFromText(text: string): ContextReading {
  const context = new Map<string, readonly string[]>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, key = '', values = ''] = /^\s*([\w.:/=+@<>${}-]+?)\s*=\s*(.*)$/.exec(line) ?? [];
    if (key === '' || key.length > 256 || ['__proto__', 'constructor', 'prototype'].includes(key))
      return { ok: false, line: index + 1 };
    context.set(
      key,
      values
        .split(',')
        .map((value) => value.trim())
        .filter((value) => value !== ''),
    );
  }
  return { ok: true, context: Object.fromEntries(context) };
}
