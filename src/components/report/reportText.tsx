import { Fragment } from 'react';
import type { ReportText } from '../../policies/report/report.ts';
import { withBreaks } from '../common/breaks.tsx';

/** The words of a text alone. */
export const wordsOf = (text: ReportText): string =>
  text.map((span) => (typeof span === 'string' ? span : 'code' in span ? span.code : span.words)).join('');

/** A text on the page. */
export const shown = (text: ReportText) =>
  text.map((span, index) => {
    if (typeof span === 'string') return <Fragment key={index}>{withBreaks(span)}</Fragment>;
    if ('code' in span) return <code key={index}>{withBreaks(span.code)}</code>;
    return (
      <a
        key={index}
        data-address={span.words === span.address}
        href={span.address}
        target="_blank"
        rel="noreferrer"
      >
        {span.words}
      </a>
    );
  });
