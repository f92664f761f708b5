import type { Note, Refusal, Repair } from '../../policies/import/importReading.ts';
import { describeJsonProblem } from '../../policies/language/jsonProblems.ts';

/** What the reading of a text changed, notes and refuses, in words. */

export function repairText({ code, detail }: Repair): string {
  switch (code) {
    case 'quotes':
      return `Replaced curly quotation marks: ${detail}`;
    case 'bareName':
      return `Added quotation marks to ${detail}`;
    case 'pythonWord':
      return `Replaced ${detail}, which is a word of Python`;
    case 'formattedText':
      return `Replaced the values in ${detail} with placeholders`;
    case 'programValue':
      return `Replaced ${detail} with its value in the program`;
    case 'cdkStatement':
      return `Read as a statement of AWS CDK code: ${detail}`;
    case 'spaces':
      return 'Replaced nonstandard spaces';
    case 'missingComma':
      return 'Added a missing comma';
    case 'trailingComma':
      return 'Removed a trailing comma';
    case 'missingClosing':
      return `Added a missing ${detail}`;
    case 'unclosedStatements':
      return `Added a missing ${detail} after the last statement. The text might be missing more statements`;
    case 'comment':
      return `Removed a comment: ${detail}`;
    case 'misplacedSid':
      return `Removed, because IAM rejects a Sid next to Version: ${detail}`;
    default:
      return code satisfies never;
  }
}

const converted: Readonly<Record<string, string>> = {
  yaml: 'Converted from YAML',
  terraform: 'Converted from Terraform configuration',
  program: 'Converted from the arguments in a program',
};

export function noteText({ code, detail }: Note): string {
  switch (code) {
    case 'decoded':
      return detail === 'URL' ? 'Read from URL-encoded text' : 'Read from a string in the JSON';
    case 'writtenAsJson':
      return converted[detail] ?? 'Converted to JSON, with the functions replaced';
    case 'placeholder':
      return `A reference became the placeholder ${detail}. Exports make it a parameter; or enter its value`;
    case 'onlyIf':
      return `The text includes this policy only if ${detail}`;
    case 'samTemplate':
      return `Made from the AWS SAM policy template ${detail}`;
    case 'statementsOnly':
      return `These are statements without a policy around them. They became a policy with the version ${detail}`;
    case 'ofModule':
      return `The module ${detail} makes the policy from these statements. Check that its version uses all of their arguments`;
    case 'boundary':
      return `The role has the permissions boundary ${detail}`;
    case 'attached':
      return `The role also has the managed policy ${detail}, which isn’t in this text`;
    case 'oddCharacter':
      return `A string contains the unusual character ${detail}. It wasn’t changed; IAM reads it literally`;
    case 'unresolvedVariable':
      return /^(?:\$\$|\\|&)/.test(detail)
        ? `A string contains ${detail}, a variable escaped for another tool. It wasn’t changed; IAM doesn’t resolve it. Write it as IAM does, such as \${aws:username}`
        : `A string contains ${detail}, which isn’t a policy variable. It wasn’t changed; IAM reads it literally. Enter its value`;
    case 'severalInOne':
      return `One entry looks like several values, but IAM reads it as one: ${detail}. Put each value in its own quotation marks`;
    case 'commentedOut':
      return `This policy is commented out or struck out in the text (${detail}). Select the policy to import it anyway`;
    case 'commentedPart':
      return `Commented out, and not part of the imported policy: ${detail}`;
    case 'moreFollows':
      return 'More JSON follows this policy. A part of the policy might be missing';
    case 'notAlone':
      return 'Other parts of the text look like policies and weren’t read: see Not imported. Select this policy to import it without them';
    case 'kindGuessed':
      return 'The text doesn’t say what this policy is attached to. Check the policy type';
    default:
      return code satisfies never;
  }
}

/** Why something was not imported, after the name of what holds it. */
export const refusalText = (refusal: Refusal): string =>
  refusal.name === undefined ? reasonOf(refusal) : `${refusal.name}: ${reasonOf(refusal)}`;

function reasonOf({ code, detail }: Refusal): string {
  switch (code) {
    case 'tooLarge':
      return `The text is larger than ${detail}. Paste a smaller part.`;
    case 'tooDeep':
      return `Nested more than ${detail}.`;
    case 'tooMany':
      return `More than ${detail} pieces of JSON. The text after this point wasn’t read.`;
    case 'empty':
      return 'Paste a text first.';
    case 'notJson':
      return detail === 'JSON'
        ? 'This text contains no policy as JSON, YAML, Terraform configuration, or code.'
        : `Invalid JSON: ${describeJsonProblem(detail)}.`;
    case 'cutOff':
      return 'The text ends here. Because a missing condition could change access, the policy wasn’t completed. Paste the complete text.';
    case 'ambiguous':
      return `Ambiguous: ${detail} is inside a condition or principal.`;
    case 'mixedQuotes':
      return `The quotation marks are ambiguous: ${detail}. Type straight quotation marks (") here.`;
    case 'duplicateKey':
      return `${detail} appears twice here. Which one wins is undefined.`;
    case 'notAPolicy':
      return `Not a policy: expected ${detail}.`;
    case 'notKnown':
      return `${detail} has no value yet. Nothing was read from it.`;
    case 'notComputed':
      return `${detail} can’t be read here. Paste the policy with its result.`;
    case 'policyTemplate':
      return `${detail} isn’t a known AWS SAM policy template, or a parameter is missing.`;
    case 'permission':
      return `${detail}: a statement of a function’s policy that the text doesn’t contain.`;
    case 'truncated':
      return `The output says ${detail}: it doesn’t have everything. Also paste the other pages.`;
    case 'elsewhere':
      return `${detail} isn’t in this text.`;
    case 'notUsed':
      return `Not used, because ${detail}.`;
    case 'manyConditions':
      return 'Depends on more than three conditions. Paste the policy as it is in one environment.';
    case 'notRead':
      return `Looks like a policy, but couldn’t be read: ${detail}.`;
    case 'notYaml':
      return `Invalid YAML: ${detail}.`;
    case 'notHcl':
      return 'This block isn’t valid Terraform configuration.';
    case 'yaml':
      return 'Couldn’t load the YAML reader. Reload the page, or paste JSON.';
    default:
      return code satisfies never;
  }
}
