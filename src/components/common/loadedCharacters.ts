/** Loaded when the first text needs it. */
export { editorMarks } from '../../policies/characters/editorMarks.ts';
export { visibleJson, visibleString, visibleText } from '../../policies/characters/visibleText.ts';
