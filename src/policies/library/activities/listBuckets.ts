import type { StatementTemplate } from './activity.ts';

/**
 * Lists what is below the prefix of each location of a variable, and a whole bucket only where the location has no prefix. The
 * objects of an activity may be limited to a prefix, and the names of all others would still be visible without this.
 */
export function listBuckets(
  Sid: string,
  variable: string,
  [bucket, prefix]: readonly [string, string],
  besides: readonly string[] = [],
): readonly StatementTemplate[] {
  const list = {
    Effect: 'Allow',
    Action: ['s3:ListBucket'],
    Resource: [`arn:<PARTITION>:s3:::<${bucket}>`],
    forEach: variable,
  } as const;
  return [
    {
      ...list,
      Sid,
      Condition: { StringLike: { 's3:prefix': [`<${prefix}>`, `<${prefix}>/*`, ...besides] } },
      having: { placeholder: prefix, part: 'given' },
    },
    { ...list, Sid: `${Sid}All`, having: { placeholder: prefix, part: 'empty' } },
  ];
}
