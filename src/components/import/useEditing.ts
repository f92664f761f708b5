import { type ClipboardEvent, useRef, useState } from 'react';
import type { TextRange } from '../../policies/language/policy.ts';
import { editPolicy, selectPolicy, WHOLE, writeText } from '../../state/import/intake.ts';
import type { Review } from './useImportReview.ts';

interface Replacement {
  readonly text: string;
  /** The one that it is for: another text has one of its own. */
  readonly editor: string;
}

export interface Editing {
  /** Of the text that is shown: another one is another editor. */
  readonly editorKey: string;
  /** A text that takes the place of the written one, as one step of its history. */
  readonly replacement: Replacement | null;
  readonly sought: TextRange | null;
  /** The comparison is shown in place of the text. */
  readonly compares: boolean;
  setCompares(compares: boolean): void;
  /** The text was written. */
  onText(text: string): void;
  onPaste(event: ClipboardEvent): void;
  /** Writes another text. */
  replace(text: string): void;
  goTo(range: TextRange): void;
  /** Goes to a place of the text as a whole. */
  goToText(range: TextRange): void;
}

/** Writes into the text, or into the policy of it that is shown. */
export function useEditing({ intake, shown }: Review): Editing {
  const key = shown?.key ?? WHOLE;
  const editorKey = `${intake.arrivals} ${key}`;
  const [replacement, setReplacement] = useState<Replacement | null>(null);
  const [sought, setSought] = useState<TextRange | null>(null);
  const [compares, setCompares] = useState(false);
  const pasted = useRef<string>(undefined);
  const write = (text: string) => {
    if (key === WHOLE) writeText(text, pasted.current === text.trim());
    else editPolicy(key, text);
    pasted.current = undefined;
  };
  // A person who goes to a place wants to see the text.
  const goTo = (range: TextRange) => {
    setCompares(false);
    setSought({ ...range });
  };
  return {
    editorKey,
    replacement: replacement?.editor === editorKey ? replacement : null,
    sought,
    compares,
    setCompares,
    onText(text) {
      if (text !== replacement?.text) setReplacement(null);
      write(text);
    },
    onPaste({ clipboardData }) {
      pasted.current = clipboardData.getData('text/plain').replaceAll(/\r\n?/g, '\n').trim();
    },
    replace(text) {
      setReplacement({ editor: editorKey, text });
      write(text);
    },
    goTo,
    goToText(range) {
      selectPolicy(WHOLE);
      goTo(range);
    },
  };
}
