import { Fragment, type ReactNode } from 'react';

/**
 * After what separates the parts of a name, an ARN or a code; not where white space follows, which breaks a
 * line anyway, or a wildcard, which would be alone in its line.
 */
const betweenParts = /(?<=[:/_])(?=[^\s:/_*])/;

/** In prose also between the words of a name that is written as one, where 16 letters are on one side: it may fit no line. */
const betweenPartsAndWords = new RegExp(
  `${betweenParts.source}|(?<=[a-z0-9])(?=[A-Z][a-z])(?:(?<=[A-Za-z0-9]{16})|(?=[A-Za-z0-9]{16}))`,
);

/**
 * A text whose lines break between the parts of its ARNs and names, and within a part only where it fits no line; in prose
 * also between the words of long names.
 */
export function withBreaks(text: string, isProse = false): ReactNode {
  const parts = text.split(isProse ? betweenPartsAndWords : betweenParts);
  if (parts.length === 1) return text;
  return parts.map((part, place) => (
    <Fragment key={place}>
      {place > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
