import type { editor } from 'monaco-editor/editor';
import { useMemo } from 'react';
import { commonOptions, scale } from './options.ts';

interface Given {
  readonly label: string;
  readonly wordWrap: boolean;
  readonly readOnlyMessage: string;
  /** Absent where no one can type. */
  readonly onText?: unknown;
}

/** The options of an editor of a policy. */
export function useOptions({ label, wordWrap, readOnlyMessage, onText }: Given): editor.IEditorOptions {
  const readOnly = onText === undefined;
  return useMemo(
    () => ({
      ...commonOptions,
      readOnly,
      readOnlyMessage: { value: readOnlyMessage },
      ariaLabel: label,
      glyphMargin: true,
      lineNumbersMinChars: 3,
      lineDecorationsWidth: 28 * scale,
      folding: true,
      wordWrap: wordWrap ? 'on' : 'off',
      autoIndent: 'keep',
    }),
    [label, wordWrap, readOnly, readOnlyMessage],
  );
}
