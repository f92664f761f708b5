import { describeJsonProblem } from '../../policies/language/jsonProblems.ts';
import type { Note, Refusal, Repair } from '../../policies/import/importReading.ts';
import { WHOLE } from '../../state/import/intake.ts';
import type { WorkerFailure } from '../../state/workers/messages.ts';
import { type Checked, checkLine } from './useCheckedText.ts';
import type { Review } from './useReview.ts';

/** What the reading of an import is called on the page. */

export function repairText({ code, detail }: Repair): string {
  switch (code) {
    case 'quotes':
      return `Replaced curly quotation marks: ${detail}`;
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

export function noteText({ code, detail }: Note): string {
  switch (code) {
    case 'decoded':
      return detail === 'URL' ? 'Read from URL-encoded text' : 'Read from a string in the JSON';
    case 'writtenAsJson':
      return detail === 'yaml' ? 'Converted from YAML' : 'Converted to JSON, with the functions replaced';
    case 'placeholder':
      return `A reference became the placeholder ${detail}. Exports make it a parameter; or enter its value`;
    case 'onlyIf':
      return `The template has this policy only if ${detail}`;
    case 'boundary':
      return `The role has the permissions boundary ${detail}`;
    case 'attached':
      return `The role also has the managed policy ${detail}, which isn’t in this text`;
    case 'oddCharacter':
      return `A string contains the unusual character ${detail}. It was kept, and IAM reads it literally`;
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
        ? 'No JSON found in this text.'
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
      return `${detail} is an AWS SAM policy template, which isn’t expanded here.`;
    case 'elsewhere':
      return `${detail} is attached, but isn’t in this text.`;
    case 'manyConditions':
      return 'Depends on more than three conditions. Paste the policy as it is in one environment.';
    case 'notRead':
      return `Looks like a policy, but couldn’t be read: ${detail}.`;
    case 'notYaml':
      return `Invalid YAML: ${detail}.`;
    case 'yaml':
      return 'Couldn’t load the YAML reader. Reload the page, or paste JSON.';
    default:
      return code satisfies never;
  }
}

export type PlaceOf = (offset: number) => string;

/** Says of each place of a text where it is: `line 3, column 14`. The text is gone through once. */
export const placesOf = (text: string): PlaceOf =>
  placesFrom([0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)]);

/** The same by the places where lines begin. */
export function placesFrom(starts: ArrayLike<number>): PlaceOf {
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return `line ${low + 1}, column ${offset - (starts[low] ?? 0) + 1}`;
  };
}

const didNotStart = 'Couldn’t read the text: the reader didn’t start. Change the text to try again.';

/** Nothing is known about what is in the text, and what to do. */
export const notRead: Readonly<Record<WorkerFailure, string>> = {
  notStarted: didNotStart,
  noData: didNotStart,
  stopped: 'Couldn’t read the text: the reader stopped twice. Change the text to try again.',
  silent: 'Couldn’t read the text: no response for 30 seconds.',
};

/** What was found in the text, and the state of the checks of what is shown, in one line. */
export function statusLine({ intake, reading, isCurrent, items, shown }: Review, checked: Checked): string {
  if (intake.text.trim() === '' && items.length === 0 && !intake.files) return '';
  if (!isCurrent && !shown) return 'Reading…';
  const found = reading.failed
    ? notRead[reading.failed]
    : shown?.key === WHOLE && !shown.found
      ? ''
      : foundLine(reading);
  return [found, shown && checkLine(checked, shown.text)].filter(Boolean).join(' ');
}

function foundLine({ policies, refusals }: Review['reading']): string {
  if (policies.length === 0 && refusals.length === 0) return 'No policy found.';
  const found = policies.length === 1 ? '1 policy found.' : `${policies.length} policies found.`;
  return refusals.length === 0 ? found : `${found} Not imported: ${refusals.length}.`;
}
