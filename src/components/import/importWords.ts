import { describeJsonProblem } from '../../policies/language/jsonProblems.ts';
import type { DocumentKind } from '../../policies/language/policy.ts';
import type { Note, Refusal, Repair } from '../../policies/import/reading.ts';
import type { WorkerFailure } from '../../state/workers/messages.ts';

/** What the reading of an import is called on the page. */

export const documentKinds: readonly DocumentKind[] = [
  'identity',
  'permissions-boundary',
  'service-control',
  'trust',
  'vpc-endpoint',
];

export function repairText({ code, detail }: Repair): string {
  switch (code) {
    case 'quotes':
      return `Quotation marks replaced by straight ones: ${detail}`;
    case 'spaces':
      return 'Unusual spaces replaced by plain ones';
    case 'missingComma':
      return 'Comma put in';
    case 'trailingComma':
      return 'Trailing comma taken out';
    case 'missingClosing':
      return `Missing ${detail} put in`;
    case 'unclosedStatements':
      return `Missing ${detail} put in behind the last statement. More statements may have followed`;
    case 'comment':
      return `Comment taken out: ${detail}`;
    case 'misplacedSid':
      return `Taken out, since IAM refuses Sid beside Version: ${detail}`;
    default:
      return code satisfies never;
  }
}

export function noteText({ code, detail }: Note): string {
  switch (code) {
    case 'decoded':
      return detail === 'URL' ? 'Read from URL-encoded text' : 'Read from a text inside the JSON';
    case 'writtenAsJson':
      return detail === 'yaml' ? 'Written as JSON from YAML' : 'Written as JSON with the functions replaced';
    case 'placeholder':
      return `A function became ${detail}. Its value is not filled in for you`;
    case 'notResolved':
      return `A function’s value is not known here. It stands as ${detail}; replace it before use`;
    case 'oddCharacter':
      return `A string holds the unusual character ${detail}. It is kept, and IAM takes it literally`;
    case 'severalInOne':
      return `One entry looks like several values, but IAM reads it as one: ${detail}. Put each value in its own quotation marks`;
    case 'commentedOut':
      return `This policy is commented out or struck out in the text (${detail}). Select it to import it anyway`;
    case 'commentedPart':
      return `Commented out, and not part of the imported policy: ${detail}`;
    case 'moreFollows':
      return 'JSON goes on behind this policy. Something of it may be missing';
    case 'notAlone':
      return 'Other parts of the text look like policies and weren’t read: see Not imported. Select this policy to import it without them';
    case 'kindGuessed':
      return 'The text does not say what this is attached to. Check the kind';
    default:
      return code satisfies never;
  }
}

export function refusalText({ code, detail }: Refusal): string {
  switch (code) {
    case 'tooLarge':
      return `The text is larger than ${detail}. Paste a part of it.`;
    case 'tooDeep':
      return `Nested more than ${detail}.`;
    case 'tooMany':
      return `More than ${detail} pieces of JSON. The text from here on was not read.`;
    case 'empty':
      return 'There is no text.';
    case 'notJson':
      return detail === 'JSON'
        ? 'There is no JSON in this text.'
        : `Not JSON here: ${describeJsonProblem(detail)}.`;
    case 'cutOff':
      return 'Cut off here. A missing condition could change the access, so nothing is guessed.';
    case 'ambiguous':
      return `This can be read in two ways: ${detail} stands inside a condition or principal.`;
    case 'mixedQuotes':
      return `The quotation marks here can be read in more than one way: ${detail}. Type straight quotation marks (") here.`;
    case 'duplicateKey':
      return `${detail} stands here a second time. Which one counts is chance.`;
    case 'notAPolicy':
      return `Not a policy: expected ${detail}.`;
    case 'resourcePolicy':
      return `Not imported: ${detail}. Only identity, trust, boundary, service control and endpoint policies are.`;
    case 'notKnown':
      return `${detail} has no value yet. Nothing was read from it.`;
    case 'notRead':
      return `Looks like a policy, but wasn’t read: ${detail}.`;
    case 'notYaml':
      return `YAML that cannot be read: ${detail}.`;
    case 'yaml':
      return 'The part of the page that reads YAML did not load. Reload, or paste JSON.';
    default:
      return code satisfies never;
  }
}

/** Says of each place of a text where it is: `line 3, column 14`. The text is gone through once. */
export function placesOf(text: string): (offset: number) => string {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
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

const didNotStart =
  'Not read: the part of the page that reads texts did not start. Change the text to try again.';

/** Nothing is known about what is in the text, and what to do. */
export const notRead: Readonly<Record<WorkerFailure, string>> = {
  notStarted: didNotStart,
  noData: didNotStart,
  stopped:
    'Not read: reading this text ended twice without a result. It is tried again when the text changes.',
  silent: 'Not read: no answer for 30 seconds.',
};
