import type { editor } from 'monaco-editor/editor';
import { fontMono } from '../common/theme.ts';

/** The font size that is set in the browser, against the usual one. */
export const scale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
// For what Monaco draws beside its text, in pixels of its own.
if (scale !== 1) document.documentElement.style.setProperty('--reader-scale', String(scale));

/** How every editor of the page looks and behaves. */
export const commonOptions = {
  readOnly: true,
  tabFocusMode: true,
  automaticLayout: true,
  fontFamily: fontMono,
  fontSize: 13 * scale,
  lineHeight: 20 * scale,
  fontLigatures: false,
  minimap: { enabled: false },
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  scrollBeyondLastLine: false,
  // Room behind the longest line would be reason enough for a scroll bar where every line fits.
  scrollBeyondLastColumn: 0,
  scrollbar: { alwaysConsumeMouseWheel: false, useShadows: false },
  renderLineHighlightOnlyWhenFocus: true,
  renderValidationDecorations: 'on',
  quickSuggestions: { strings: true, other: true, comments: false },
  suggest: { showWords: false, showStatusBar: false, preview: false },
  stickyScroll: { enabled: false },
  wrappingIndent: 'indent',
  // As Monaco breaks lines, and behind the service of an action and the parts of an ARN.
  wordWrapBreakAfterCharacters: ' \t})]?|/&.,;:',
  renderFinalNewline: 'on',
  bracketPairColorization: { enabled: false },
  // Their places are measured line by line in the middle of drawing, after each change.
  guides: { indentation: false },
  fixedOverflowWidgets: true,
  find: { addExtraSpaceOnTop: false },
  padding: { top: 8, bottom: 8 },
} as const satisfies editor.IEditorOptions;
