import type { Note, Refusal, Repair } from '../../policies/import/importReading.ts';
import { describeJsonProblem } from '../../policies/language/jsonProblems.ts';

/** What the reading of a text changed, notes and refuses, in words. */

const repairs: { readonly [Code in Repair['code']]: (detail: string) => string } = {
  quotes: (detail) => `Replaced curly quotation marks: ${detail}`,
  bareName: (detail) => `Added quotation marks to ${detail}`,
  pythonWord: (detail) => `Replaced ${detail}, which is a word of Python`,
  formattedText: (detail) => `Replaced the values in ${detail} with placeholders`,
  programValue: (detail) => `Replaced ${detail} with its value in the program`,
  cdkStatement: (detail) => `Read as a statement of AWS CDK code: ${detail}`,
  spaces: () => 'Replaced nonstandard spaces',
  missingComma: () => 'Added a missing comma',
  trailingComma: () => 'Removed a trailing comma',
  missingClosing: (detail) => `Added a missing ${detail}`,
  unclosedStatements: (detail) =>
    `Added a missing ${detail} after the last statement. The text might be missing more statements`,
  comment: (detail) => `Removed a comment: ${detail}`,
  misplacedSid: (detail) => `Removed, because IAM rejects a Sid next to Version: ${detail}`,
};

export const repairText = ({ code, detail }: Repair): string => repairs[code](detail);

const converted: Readonly<Record<string, string>> = {
  yaml: 'Converted from YAML',
  terraform: 'Converted from Terraform configuration',
  program: 'Converted from the arguments in a program',
};

const notes: { readonly [Code in Note['code']]: (detail: string) => string } = {
  decoded: (detail) => (detail === 'URL' ? 'Read from URL-encoded text' : 'Read from a string in the JSON'),
  writtenAsJson: (detail) => converted[detail] ?? 'Converted to JSON, with the functions replaced',
  placeholder: (detail) =>
    `A reference became the placeholder ${detail}. Exports make it a parameter; or enter its value`,
  onlyIf: (detail) => `The text includes this policy only if ${detail}`,
  samTemplate: (detail) => `Made from the AWS SAM policy template ${detail}`,
  statementsOnly: (detail) =>
    `These are statements without a policy around them. They became a policy with the version ${detail}`,
  ofModule: (detail) =>
    `The module ${detail} makes the policy from these statements. Check that its version uses all of their arguments`,
  boundary: (detail) => `The role has the permissions boundary ${detail}`,
  attached: (detail) => `The role also has the managed policy ${detail}, which isn’t in this text`,
  oddCharacter: (detail) =>
    `A string contains the unusual character ${detail}. It wasn’t changed; IAM reads it literally`,
  unresolvedVariable: (detail) =>
    /^(?:\$\$|\\|&)/.test(detail)
      ? `A string contains ${detail}, a variable escaped for another tool. It wasn’t changed; IAM doesn’t resolve it. Write it as IAM does, such as \${aws:username}`
      : `A string contains ${detail}, which isn’t a policy variable. It wasn’t changed; IAM reads it literally. Enter its value`,
  severalInOne: (detail) =>
    `One entry looks like several values, but IAM reads it as one: ${detail}. Put each value in its own quotation marks`,
  commentedOut: (detail) =>
    `This policy is commented out or struck out in the text (${detail}). Select the policy to import it anyway`,
  commentedPart: (detail) => `Commented out, and not part of the imported policy: ${detail}`,
  moreFollows: () => 'More JSON follows this policy. A part of the policy might be missing',
  notAlone: () =>
    'Other parts of the text look like policies and weren’t read: see Not imported. Select this policy to import it without them',
  kindGuessed: () => 'The text doesn’t say what this policy is attached to. Check the policy type',
};

export const noteText = ({ code, detail }: Note): string => notes[code](detail);

const reasons: { readonly [Code in Refusal['code']]: (detail: string) => string } = {
  tooLarge: (detail) => `The text is larger than ${detail}. Paste a smaller part.`,
  tooDeep: (detail) => `Nested more than ${detail}.`,
  tooMany: (detail) => `More than ${detail} pieces of JSON. The text after this point wasn’t read.`,
  empty: () => 'Paste a text first.',
  notJson: (detail) =>
    detail === 'JSON'
      ? 'This text contains no policy as JSON, YAML, Terraform configuration, or code.'
      : `Invalid JSON: ${describeJsonProblem(detail)}.`,
  cutOff: () =>
    'The text ends here. Because a missing condition could change access, the policy wasn’t completed. Paste the complete text.',
  ambiguous: (detail) => `Ambiguous: ${detail} is inside a condition or principal.`,
  mixedQuotes: (detail) =>
    `The quotation marks are ambiguous: ${detail}. Type straight quotation marks (") here.`,
  duplicateKey: (detail) => `${detail} appears twice here. Which one wins is undefined.`,
  notAPolicy: (detail) => `Not a policy: expected ${detail}.`,
  notKnown: (detail) => `${detail} has no value yet. Nothing was read from it.`,
  notComputed: (detail) => `${detail} can’t be read here. Paste the policy with its result.`,
  policyTemplate: (detail) => `${detail} isn’t a known AWS SAM policy template, or a parameter is missing.`,
  permission: (detail) => `${detail}: a statement of a function’s policy that the text doesn’t contain.`,
  truncated: (detail) => `The output says ${detail}: it doesn’t have everything. Also paste the other pages.`,
  elsewhere: (detail) => `${detail} isn’t in this text.`,
  notUsed: (detail) => `Not used, because ${detail}.`,
  manyConditions: () =>
    'Depends on more than three conditions. Paste the policy as it is in one environment.',
  notRead: (detail) => `Looks like a policy, but couldn’t be read: ${detail}.`,
  notYaml: (detail) => `Invalid YAML: ${detail}.`,
  notHcl: () => 'This block isn’t valid Terraform configuration.',
  yaml: () => 'Couldn’t load the YAML reader. Reload the page, or paste JSON.',
};

const reasonOf = ({ code, detail }: Refusal): string => reasons[code](detail);

/** Why something was not imported, after the name of what holds it. */
export const refusalText = (refusal: Refusal): string =>
  refusal.name === undefined ? reasonOf(refusal) : `${refusal.name}: ${reasonOf(refusal)}`;
