import type { Expression } from './tree.ts';

/**
 * The parts of a text without the spaces that all of its lines begin with; blank lines don’t count.
 * Source: https://developer.hashicorp.com/terraform/language/expressions/strings#indented-heredocs
 */
export function withoutIndent(parts: readonly Expression[]): readonly Expression[] {
  const indents: number[] = [];
  eachLine(parts, (line, isStart) => {
    if (isStart && !isBlank(line)) indents.push(indentOf(line));
    return line;
  });
  const indent = Math.min(...indents);
  if (indents.length === 0 || indent === 0) return parts;
  return eachLine(parts, (line, isStart) => (isStart && !isBlank(line) ? line.slice(indent) : line));
}

/** A line that begins with an expression has no spaces before it. */
function eachLine(
  parts: readonly Expression[],
  make: (line: string, isStart: boolean) => string,
): readonly Expression[] {
  let isStart = true;
  return parts.map((part) => {
    if (part.kind !== 'literal' || typeof part.value !== 'string') {
      if (isStart) make('', true);
      isStart = false;
      return part;
    }
    const lines = part.value.match(/[^\n]*\n|[^\n]+/g) ?? [];
    const value = lines.map((line) => {
      const made = make(line, isStart);
      isStart = line.endsWith('\n');
      return made;
    });
    return { ...part, value: value.join('') };
  });
}

const isBlank = (line: string): boolean => line.endsWith('\n') && line.trim() === '';

const indentOf = (line: string): number => line.length - line.trimStart().length;
