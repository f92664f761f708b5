/** What the first view uses of the part that composes, once that is there. */
export { fillExamples } from '../../policies/compose/exampleValues.ts';
export { togglePersona } from '../../policies/draft/togglePersona.ts';
export { startPatterns } from '../catalog/startPatterns.ts';
export { documentsOf } from './derived.ts';
export { nextMove, progressOf } from './progress.ts';
