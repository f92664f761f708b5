import { acceptedValue, refusedValue } from './pattern.ts';
import type { VariableKind } from './variable.ts';

const BUCKET_RULE =
  'A bucket name has 3 to 63 lowercase letters, digits, periods, or hyphens, starts and ends with a letter or digit, and isn’t an IP address. Two adjacent periods aren’t allowed.';

const RESERVED_RULE = 'AWS reserves bucket names with this prefix or suffix.';

const RESERVED = /^(?:xn--|sthree-|amzn-s3-demo-)|(?:-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/;

/** What is wrong with a bucket name, or nothing. Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
function bucketProblem(name: string): string | undefined {
  const formed = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) && !name.includes('..');
  if (!formed || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name)) return BUCKET_RULE;
  return RESERVED.test(name) ? RESERVED_RULE : undefined;
}

export const s3Bucket: VariableKind = {
  id: 's3Bucket',
  rule: BUCKET_RULE,
  read: (value) => {
    const problem = bucketProblem(value);
    return problem === undefined ? acceptedValue(value) : refusedValue(problem);
  },
};

const PREFIX_RULE =
  'Enter a prefix such as team-a/data. Don’t use empty folders, * ? $ { }, or characters above ÿ (U+00FF): policies treat them as wildcards or variables, or can’t match them.';

/** Characters that mean something else in a policy's Resource or s3:prefix are refused rather than escaped. */
const PREFIX =
  /^[^*?${}\u0000-\u001f\u007f\u0100-\uffff/]+(?:\/[^*?${}\u0000-\u001f\u007f\u0100-\uffff/]+)*$/;

/** `bucket` or `bucket/prefix`; parts are the bucket and the prefix without its last slash. */
export const s3Location: VariableKind = {
  id: 's3Location',
  rule: `Enter a bucket or bucket/prefix, for example ml-input/team-a. ${BUCKET_RULE}`,
  read: (value) => {
    const slash = value.indexOf('/');
    const bucket = slash === -1 ? value : value.slice(0, slash);
    const problem = bucketProblem(bucket);
    if (problem !== undefined) return refusedValue(problem);
    const below = slash === -1 ? '' : value.slice(slash + 1);
    const prefix = below.replace(/\/$/, '');
    // A lone slash is a folder without a name, and not the bucket.
    return below === '' || PREFIX.test(prefix) ? acceptedValue(bucket, prefix) : refusedValue(PREFIX_RULE);
  },
};
