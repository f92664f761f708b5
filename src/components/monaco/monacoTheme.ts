import type { EditorTokens } from '../common/colors.ts';
import type { editor } from 'monaco-editor/editor';

const faint = '1A';
const light = '33';
/** A changed word lies on its changed line, and its text must still be read. */
const word = '26';
const half = '66';

/** Where Monaco's own theme has a color of its own. */
const codeWords = ['keyword', 'keyword.flow', 'type', 'variable', 'variable.predefined', 'attribute.name'];
const codeRest = ['number', 'operator', 'predefined', 'identifier', 'namespace', 'metatag', 'string.escape'];

const bare = (color: string): string => color.slice(1);

/** Monaco's theme for a scheme; quiet apart from the text itself, the selection and the two colors of a diff. */
export function monacoTheme(scheme: 'light' | 'dark', tokens: EditorTokens): editor.IStandaloneThemeData {
  return {
    base: scheme === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: bare(tokens.ink) },
      { token: 'string.key.json', foreground: bare(tokens.key) },
      { token: 'string.value.json', foreground: bare(tokens.string) },
      { token: 'number.json', foreground: bare(tokens.ink) },
      { token: 'keyword.json', foreground: bare(tokens.ink) },
      { token: 'delimiter', foreground: bare(tokens.ink2) },
      // Code of the exporters: names and words of the language, texts, and the rest.
      { token: 'comment', foreground: bare(tokens.ink2) },
      { token: 'string', foreground: bare(tokens.string) },
      ...codeWords.map((token) => ({ token, foreground: bare(tokens.key) })),
      ...codeRest.map((token) => ({ token, foreground: bare(tokens.ink) })),
    ],
    colors: { ...textColors(tokens), ...diffColors(tokens), ...widgetColors(tokens) },
  };
}

function textColors(tokens: EditorTokens): editor.IColors {
  return {
    'editor.background': tokens.background,
    'editor.foreground': tokens.ink,
    'editorLineNumber.foreground': tokens.ink3,
    'editorLineNumber.activeForeground': tokens.ink,
    'editorCursor.foreground': tokens.accent,
    'editor.selectionBackground': tokens.accent + light,
    'editor.inactiveSelectionBackground': tokens.accent + faint,
    'editor.lineHighlightBackground': '#00000000',
    'editor.lineHighlightBorder': tokens.hairline,
    'editorBracketMatch.background': tokens.accent + faint,
    'editorBracketMatch.border': tokens.accent,
    'editor.findMatchBackground': tokens.accent + half,
    'editor.findMatchHighlightBackground': tokens.accent + light,
    'editorIndentGuide.background1': tokens.hairline,
    'editorIndentGuide.activeBackground1': tokens.ink3,
    'editorGutter.foldingControlForeground': tokens.ink2,
    'editor.foldBackground': tokens.sunken,
    'scrollbarSlider.background': tokens.ink3 + half,
    'scrollbar.shadow': '#00000000',
    focusBorder: tokens.accent,
  };
}

function diffColors(tokens: EditorTokens): editor.IColors {
  return {
    'diffEditor.insertedLineBackground': tokens.added + faint,
    'diffEditor.insertedTextBackground': tokens.added + word,
    'diffEditorGutter.insertedLineBackground': tokens.added + faint,
    'diffEditor.removedLineBackground': tokens.removed + faint,
    'diffEditor.removedTextBackground': tokens.removed + word,
    'diffEditorGutter.removedLineBackground': tokens.removed + faint,
    'diffEditor.unchangedRegionBackground': tokens.sunken,
    'diffEditor.unchangedRegionForeground': tokens.ink2,
    'diffEditor.unchangedRegionShadow': '#00000000',
    'diffEditor.diagonalFill': tokens.hairline,
    'diffEditor.border': tokens.hairline,
  };
}

function widgetColors(tokens: EditorTokens): editor.IColors {
  return {
    'editorWidget.background': tokens.background,
    'editorWidget.foreground': tokens.ink,
    'editorWidget.border': tokens.hairline,
    'widget.shadow': '#00000033',
    'editorHoverWidget.background': tokens.background,
    'editorHoverWidget.foreground': tokens.ink,
    'editorHoverWidget.border': tokens.hairline,
    'input.background': tokens.background,
    'input.foreground': tokens.ink,
    'input.border': tokens.ink3,
    'input.placeholderForeground': tokens.ink3,
    'inputOption.activeBackground': tokens.accent + light,
    'inputOption.activeBorder': tokens.accent,
    'inputOption.activeForeground': tokens.ink,
    'menu.background': tokens.background,
    'menu.foreground': tokens.ink,
    'menu.border': tokens.hairline,
    'menu.selectionBackground': tokens.accent + light,
    'menu.selectionForeground': tokens.ink,
    'quickInput.background': tokens.background,
    'quickInput.foreground': tokens.ink,
    'textCodeBlock.background': tokens.sunken,
    'textLink.foreground': tokens.accent,
    'icon.foreground': tokens.ink2,
  };
}
