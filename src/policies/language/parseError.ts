import { toOffset } from './policy.ts';
import type { Path, TextRange } from './policy.ts';

export type ParseErrorCode = 'tooLarge' | 'tooDeep' | 'empty' | 'notJson' | 'duplicateKey' | 'shape';

export interface ParseError {
  readonly code: ParseErrorCode;
  /** What is wrong, in the parser's word or as the expected shape: `CommaExpected`, `text`, `Allow or Deny`. */
  readonly detail: string;
  readonly path: Path;
  readonly range: TextRange;
}

export function errorAt(
  code: ParseErrorCode,
  detail: string,
  path: Path,
  at: { readonly offset: number; readonly length: number },
): ParseError {
  return { code, detail, path, range: { offset: toOffset(at.offset), length: at.length } };
}
