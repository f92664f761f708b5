/**
 * Missing values are placeholders in a policy, in the guide's notation: `<ACCOUNT_ID>`. A name has letters, digits and
 * underscores. Only this file contains the pattern of placeholders.
 */
const NAME = '[A-Za-z0-9_]+';
const PLACEHOLDER = new RegExp(`<(${NAME})>`, 'g');
const VARIABLE = '\\$\\{[^}]*\\}';

/** A placeholder or a policy variable (`${aws:userid}`): text that depends on a missing value or on the request. */
export const UNKNOWN_TEXT = `${VARIABLE}|<${NAME}>`;

/** What looks like a placeholder, whatever is between the brackets: also what people type into policies. */
const LIKE_PLACEHOLDER = /<[^<>"\\\s]{1,64}>/g;

export const placeholderOf = (name: string): string => `<${name}>`;

/** A name for a placeholder, made of the words that say what its value is: `Bucket.Arn` is `BucketArn`. The first word keeps its case. */
export function nameOfWords(words: readonly string[]): string {
  const [first = 'Value', ...others] = words.flatMap((word) => word.match(/[A-Za-z0-9_]+/g) ?? []);
  const rest = others.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return [first, ...rest].join('').slice(0, LONGEST_NAME);
}

/** Longer texts do not look like placeholders. */
const LONGEST_NAME = 60;

export const hasPlaceholder = (text: string): boolean =>
  text.includes('<') && text.search(PLACEHOLDER) !== -1;

/** Names of all placeholders in a text, without their brackets, repeats included. */
export const placeholderNames = (text: string): readonly string[] =>
  text.includes('<') ? [...text.matchAll(PLACEHOLDER)].map(([, name]) => name ?? '') : [];

/** The text with the value of each placeholder that has one. */
export const replacePlaceholders = (text: string, valueOf: (name: string) => string | undefined): string =>
  text.includes('<') ? text.replace(PLACEHOLDER, (whole, name: string) => valueOf(name) ?? whole) : text;

/** The text in pieces: at odd places the names of its placeholders, at even ones the text between them. */
export const splitAtPlaceholders = (text: string): readonly string[] => text.split(PLACEHOLDER);

/** The text with something else in place of each placeholder and policy variable. */
export const replaceUnknownText = (text: string, by: string): string =>
  text.replaceAll(new RegExp(UNKNOWN_TEXT, 'g'), by);

/** What looks like a placeholder in a text, as written: `<ACCOUNT_ID>`, `<your-bucket>`. In the order of the text, once each. */
export const likePlaceholders = (text: string): readonly string[] => [
  ...new Set(text.match(LIKE_PLACEHOLDER) ?? []),
];

/** The text with the value of each part that looks like a placeholder, looked up as it is written. */
export const replaceLikePlaceholders = (text: string, valueOf: (written: string) => string): string =>
  text.replace(LIKE_PLACEHOLDER, (written) => valueOf(written));
