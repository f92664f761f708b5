import { consoleDomain, dnsSuffix, regionCode } from '../../language/partitions.ts';
import { readArn } from '../../language/arn.ts';
import { readAddress, regionOfAddress } from '../consoleUrl.ts';
import { ambiguous, type FormReader, readAs, refused } from '../entry.ts';

const SIGN_IN = new RegExp(String.raw`^https://(\d{12})\.signin\.${consoleDomain}/`);
const REGISTRY = new RegExp(String.raw`^(\d{12})\.dkr\.ecr\.[a-z0-9-]+\.${dnsSuffix}/?$`);

/** Twelve digits, grouped as the console shows them; the ARN, the sign-in page or the registry of an account. */
export const accountForm: FormReader = (text) => {
  const digits = text.replace(/[\s-]/g, '');
  if (/^\d{4}([ -]?)\d{4}\1\d{4}$/.test(text))
    return digits === text ? undefined : readAs(digits, { code: 'form' });
  const [, named] = SIGN_IN.exec(text) ?? REGISTRY.exec(text) ?? [];
  if (named !== undefined) return readAs(named, { code: 'form' });
  const account = text.startsWith('arn:') ? readArn(text)?.account : undefined;
  if (account === undefined || !/^\d{12}$/.test(account)) return undefined;
  return /^arn:[\w-]+:iam::\d{12}:root$/.test(text)
    ? readAs(account, { code: 'form' })
    : ambiguous('partOfAccount', text, { code: 'account', values: [account] });
};

const REGIONS = new RegExp(`(?<![a-z0-9-])${regionCode}(?![0-9])`, 'g');

/** A name with its code; more is a text in which a code happens to be. */
const LONGEST_NAME = 300;

/** A Region code in capitals, with its name, of a zone, or in an address of the console. */
export const regionForm: FormReader = (text) => {
  const address = readAddress(text);
  const region = address && regionOfAddress(address);
  if (text.length > LONGEST_NAME || /[\n="]/.test(text)) return undefined;
  if (address) return region ? readAs(region, { code: 'form' }) : refused('otherUrl');
  const [code, ...others] = new Set(text.toLowerCase().match(REGIONS) ?? []);
  if (code === undefined || others.length > 0 || code === text) return undefined;
  if (new RegExp(`^${code}[a-z]$`, 'i').test(text)) return readAs(code, { code: 'zone', about: text });
  return readAs(code, { code: code === text.toLowerCase() ? 'lowerCase' : 'form' });
};

/** The ARN of an organization as a whole; not of an account or unit in it. */
export const organizationForm: FormReader = (text) => {
  if (!text.startsWith('arn:')) return undefined;
  const [, id] = /^arn:[\w-]+:organizations::\d{12}:organization\/(o-[a-z0-9]{10,32})$/.exec(text) ?? [];
  return id === undefined
    ? refused('otherResource', readArn(text)?.service ?? text.slice(0, 60))
    : readAs(id, { code: 'form' });
};
