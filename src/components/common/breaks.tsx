import { Fragment, type ReactNode } from 'react';

/**
 * After what separates the parts of a name, an ARN or a code; not where white space follows, which breaks a
 * line anyway, or a wildcard, which would be alone in its line.
 */
const betweenParts = /(?<=[:/_])(?=[^\s:/_*])/;

/** A text whose lines break between the parts of its ARNs and names, and within a part only where it fits no line. */
export function withBreaks(text: string): ReactNode {
  const parts = text.split(betweenParts);
  if (parts.length === 1) return text;
  return parts.map((part, place) => (
    <Fragment key={place}>
      {place > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
