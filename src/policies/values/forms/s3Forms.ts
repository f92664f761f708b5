import { dnsSuffix } from '../../language/partitions.ts';
import { readArn } from '../../language/arn.ts';
import { isConsole, readAddress } from '../consoleUrl.ts';
import { ambiguous, type EntryPlace, type FormReading, readAs, refused } from '../entry.ts';

/** A place in S3 as a text names it. `exact`: a key without a slash behind it is one object there. */
interface S3Place {
  readonly bucket: string;
  readonly key: string;
  readonly exact: boolean;
  /** In the form of the value itself. */
  readonly plain: boolean;
}

const URI = /^s3[an]?:\/\/([^/]*)\/?(.*)$/is;

/** `bucket.s3.eu-west-1.amazonaws.com`, as outputs of buckets have it. */
const DOMAIN = new RegExp(String.raw`^([a-z0-9.-]+?)\.s3(?:[.-](?:dualstack\.)?[a-z0-9-]+)?\.${dnsSuffix}$`);
const PATH_STYLE = new RegExp(String.raw`^s3(?:[.-](?:dualstack\.)?[a-z0-9-]+)?\.${dnsSuffix}$`);

function placeOf(text: string, { partition }: EntryPlace): S3Place | FormReading {
  const [, uriBucket, uriKey = ''] = URI.exec(text) ?? [];
  if (uriBucket !== undefined)
    return { bucket: uriBucket, key: uriKey, exact: looksLikeFile(uriKey), plain: false };
  if (text.startsWith('arn:')) return placeOfArn(text, partition);
  if (/^https?:\/\//i.test(text)) return placeOfAddress(text);
  const slash = text.indexOf('/');
  const bucket = slash === -1 ? text : text.slice(0, slash);
  const [, named] = DOMAIN.exec(bucket) ?? [];
  const key = slash === -1 ? '' : text.slice(slash + 1);
  return { bucket: named ?? bucket, key, exact: false, plain: named === undefined };
}

/** Names of folders with a dot are rarer than files without their folder's slash. */
const looksLikeFile = (key: string): boolean => /\.[A-Za-z0-9]{1,10}$/.test(key);

function placeOfArn(text: string, partition: string): S3Place | FormReading {
  const arn = readArn(text);
  if (!arn) return refused('otherResource', text.slice(0, 60));
  if (arn.service !== 's3') return refused('otherResource', arn.service);
  if (/^accesspoint[/:]/.test(arn.resource)) return refused('accessPoint');
  if (arn.partition !== partition) return refused('otherPartition', arn.partition);
  // Jobs and other resources of S3 are in an account; a bucket's ARN has none.
  if (arn.region !== '' || arn.account !== '') return refused('otherResource', arn.resource.split(/[/:]/)[0]);
  const slash = arn.resource.indexOf('/');
  if (slash === -1) return { bucket: arn.resource, key: '', exact: true, plain: false };
  return {
    bucket: arn.resource.slice(0, slash),
    key: arn.resource.slice(slash + 1),
    exact: true,
    plain: false,
  };
}

/** A character of a decoded address is part of a name: `%2A` is no wildcard. */
function placeOfAddress(text: string): S3Place | FormReading {
  const found = placeInAddress(text);
  return !isReading(found) && /[*?]/.test(found.key) ? refused('wildcard', text) : found;
}

function placeInAddress(text: string): S3Place | FormReading {
  const address = readAddress(text);
  if (!address) return refused('otherUrl');
  const [, kind, bucket = '', below = ''] = /^s3\/(buckets|object)\/([^/]+)\/?(.*)$/.exec(address.path) ?? [];
  if (isConsole(address) && kind)
    return { bucket, key: address.query.get('prefix') ?? below, exact: kind === 'object', plain: false };
  const [, named] = DOMAIN.exec(address.host) ?? [];
  if (named !== undefined)
    return { bucket: named, key: address.path, exact: looksLikeFile(address.path), plain: false };
  const [, first, rest = ''] = /^([^/]+)\/?(.*)$/.exec(address.path) ?? [];
  if (!PATH_STYLE.test(address.host) || first === undefined) return refused('otherUrl');
  return { bucket: first, key: rest, exact: looksLikeFile(rest), plain: false };
}

const folderOf = (key: string): string => key.slice(0, Math.max(0, key.lastIndexOf('/')));

const joined = (bucket: string, prefix: string): string => (prefix === '' ? bucket : `${bucket}/${prefix}`);

const isReading = (found: S3Place | FormReading): found is FormReading => 'state' in found;

/** Bucket or bucket/prefix. A key is never read as its folder or bucket: that is more than it names. */
export function s3LocationForm(text: string, place: EntryPlace): FormReading {
  const found = placeOf(text, place);
  if (isReading(found)) return found;
  const { bucket, key, exact, plain } = found;
  const isFolder = key === '' || key === '*' || key.endsWith('/') || key.endsWith('/*');
  // A key that begins with a slash is below a folder without a name, and not in the whole bucket.
  const prefix = key === '*' ? '' : key.startsWith('/') ? key : key.replace(/\/\*?$/, '');
  if (/[*?]/.test(bucket + prefix)) return refused('wildcard', text);
  if (exact && !isFolder)
    return ambiguous(
      'oneObject',
      text,
      { code: folderOf(key) === '' ? 'bucket' : 'folder', values: [joined(bucket, folderOf(key))] },
      { code: 'below', values: [joined(bucket, key)] },
    );
  const value = joined(bucket, prefix);
  // A list of two is far more likely than a folder with such a name.
  if (/[,;]\s/.test(prefix)) return ambiguous('commaInName', text, { code: 'one', values: [value] });
  if (plain) return value === text ? readAs(value) : readAs(value, { code: 'form' });
  return prefix === '' ? readAs(value, { code: 'wholeBucket' }) : readAs(value, { code: 'form' });
}

/** A bucket alone. A part of one is not read as the whole. */
export function s3BucketForm(text: string, place: EntryPlace): FormReading {
  const found = placeOf(text, place);
  if (isReading(found)) return found;
  const { bucket, key } = found;
  if (/[*?]/.test(bucket)) return refused('wildcard', text);
  if (key !== '' && key !== '*') return ambiguous('partOfBucket', text, { code: 'bucket', values: [bucket] });
  return bucket === text ? readAs(bucket) : readAs(bucket, { code: 'form' });
}
