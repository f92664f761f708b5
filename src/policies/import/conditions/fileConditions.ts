import { type ConditionRegion, conditionText } from './conditionRegion.ts';

/**
 * What a compiler asks of a whole file. Sources: https://pkg.go.dev/cmd/go#hdr-Build_constraints,
 * https://doc.rust-lang.org/reference/conditional-compilation.html
 */
const OF_FILE =
  /^(?:\/\/go:build[^\S\n]+|\/\/[^\S\n]*\+build[^\S\n]+|#!\[cfg\()(\S[^\n]{0,300}?)(?:\)\])?[^\S\n]*$/gm;

/** Conditions of a whole file: of what comes behind them. */
export const fileConditions = (text: string): readonly ConditionRegion[] =>
  Array.from(text.matchAll(OF_FILE), ({ 1: asked = '', index }) => ({
    from: index,
    to: text.length,
    words: conditionText(asked),
  }));
