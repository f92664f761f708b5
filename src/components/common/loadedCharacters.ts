/** Loaded when the first text needs it. */
export { editorMarks } from '../../policies/language/characters/editorMarks.ts';
export { visibleJson, visibleString, visibleText } from '../../policies/language/characters/visibleText.ts';
