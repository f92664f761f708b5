import type { OtherReading, Verdict } from './decision.ts';

export const verdictWords: Readonly<Record<Verdict, string>> = {
  allowed: 'Allowed',
  explicitDeny: 'Explicit deny',
  implicitDeny: 'Implicit deny',
  unknown: 'Unknown',
  error: 'Invalid policy or request',
};

/** What a result depends on that AWS may read in two ways. */
export const dependsOnReading = ({ patterns }: OtherReading): string =>
  `depends on how AWS reads ${[...new Set(patterns.map(({ pattern }) => pattern))].join(', ')}`;

/** The two readings of a resource pattern with fewer than six fields. */
export const readingWords = {
  fields: 'If each * matches within one field',
  plain: 'If a * also matches colons',
} as const;
