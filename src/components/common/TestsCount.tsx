import { outcomeMarks, type TestsLine } from '../../state/accessTests/testsLine.ts';
import { Figure, type FigureTone } from './Figure.tsx';

const tones: Readonly<Record<TestsLine['outcome'], FigureTone>> = {
  passed: 'passed',
  partial: 'caution',
  notRun: 'caution',
  failed: 'error',
  running: 'faint',
  none: 'faint',
};

/** The count of tests wherever it is shown. It is green only when every test was asked and passed. */
export const TestsCount = ({ line: { outcome, text } }: { readonly line: TestsLine }) => (
  <Figure tone={tones[outcome]}>
    <span aria-hidden="true">{outcomeMarks[outcome]} </span>
    <span data-words="">{text}</span>
  </Figure>
);
