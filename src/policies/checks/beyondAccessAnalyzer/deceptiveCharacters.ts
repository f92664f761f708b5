import { findNodeAtOffset, getNodePath, type Node } from 'jsonc-parser';
import { describeCharacter } from '../../language/characters/describeCharacter.ts';
import type { CharacterKind, FoundCharacter } from '../../language/characters/foundCharacter.ts';
import { charactersInJson } from '../../language/characters/jsonCharacters.ts';
import { findCharacters } from '../../language/characters/findCharacters.ts';
import { toOffset, type Path } from '../../language/policy.ts';
import { MAX_TEXT_LENGTH } from '../../language/policy.ts';
import type { Check, Finding, Place, Rule } from '../check.ts';
import { identity } from '../examples.ts';

/** A policy with this Deny, as the text that is checked: escapes stay escapes. */
const denies = (resource: string) => ({
  policy: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Deny", "Action": "s3:*", "Resource": "${resource}" }
  ]
}`,
});

const GOOD = identity({ Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::payroll/*' });

const hiddenRule: Rule = {
  code: 'SPB_HIDDEN_CHARACTER',
  type: 'SECURITY_WARNING',
  message: 'Invisible characters: {characters}.',
  advice:
    'IAM compares every character, including invisible ones, so the statement applies to something other than what you see. Delete the characters, or type the value again.',
  invalid: denies('arn:aws:s3:::pay\\u200broll/*'),
  valid: GOOD,
  source: 'https://www.unicode.org/reports/tr36/#Recommendations_General',
};

const lookAlikeRule: Rule = {
  code: 'SPB_LOOKALIKE_CHARACTER',
  type: 'SECURITY_WARNING',
  message: 'Look-alike characters or mixed scripts in one word: {characters}.',
  advice:
    'IAM compares characters, not their appearance, so the statement applies to something other than what you see. Type the value again. A word entirely in another script is reported only if every letter looks like a Latin letter.',
  invalid: denies('arn:aws:s3:::p\\u0430yroll/*'),
  valid: identity({ Resource: 'arn:aws:s3:::ml-input/データ/данные/*' }),
  source: 'https://www.unicode.org/reports/tr39/#Confusable_Detection',
};

const notComposedRule: Rule = {
  code: 'SPB_NOT_NORMALIZED',
  type: 'SECURITY_WARNING',
  message: 'Not in Unicode’s normal form (NFC): {characters}.',
  advice:
    'A letter with an accent can be one character or two. IAM treats these as different. Use the normal form unless the name was created with the other one.',
  invalid: denies('arn:aws:s3:::ml-input/cafe\\u0301/*'),
  valid: identity({ Resource: 'arn:aws:s3:::ml-input/café/*' }),
  source: 'https://www.unicode.org/reports/tr15/#Norm_Forms',
};

const stackedRule: Rule = {
  code: 'SPB_STACKED_MARKS',
  type: 'SECURITY_WARNING',
  message: 'Combining marks without a letter or stacked on each other: {characters}.',
  advice:
    'These marks can hide nearby characters or look the same as other marks. Delete them, or type the value again.',
  invalid: denies('arn:aws:s3:::payroll\\u0337/*'),
  valid: identity({ Resource: 'arn:aws:s3:::ml-input/Việt/*' }),
  source: 'https://www.unicode.org/reports/tr39/#Optional_Detection',
};

const roles = { created: [], existing: [], replaced: [], missing: [] };

const labelRule: Rule = {
  code: 'SPB_DECEPTIVE_ROLE_LABEL',
  type: 'SECURITY_WARNING',
  message: 'The role label {label} contains hidden or look-alike characters: {characters}.',
  advice:
    'The label names the role in this page, in reports, and in exported files, and looks like a different one. Type it again in step 1.',
  invalid: { ...GOOD, roles: { ...roles, labels: ['Te\u0430m A'] } },
  valid: { ...GOOD, roles: { ...roles, labels: ['Team A'] } },
  source: 'https://www.unicode.org/reports/tr39/#Confusable_Detection',
};

const ruleOf: Readonly<Record<CharacterKind, Rule>> = {
  hidden: hiddenRule,
  lookAlike: lookAlikeRule,
  notComposed: notComposedRule,
  stacked: stackedRule,
};

/** A found character and the string that it is in, by the place of its first quote. */
interface Placed {
  readonly token: number;
  readonly found: FoundCharacter;
}

interface Group {
  readonly rule: Rule;
  readonly characters: readonly Placed[];
}

/** Strings that get a separate finding for each rule; the rest share one finding. */
const MOST_STRINGS = 50;
/** Further places that one finding names. */
const MOST_PLACES = 20;
/** Code points that one finding names. */
const MOST_NAMED = 5;

/** A finding for each string and rule, at the first character; the others are its further places. */
export const deceptiveCharacters: Check = {
  rules: [hiddenRule, lookAlikeRule, notComposedRule, stackedRule, labelRule],
  run({ text, root, report, roles: ofDraft, elements }) {
    for (const label of ofDraft?.labels ?? []) {
      const found = findCharacters(label, 'prose');
      const values = { label, characters: namesOf(found) };
      if (found.length > 0) report(labelRule, elements.get('Statement')?.value ?? root, values);
    }
    const groups = placedIn(text).flatMap(groupsOf);
    for (const { rule, place, values, also } of bounded(groups).map((group) => findingOfGroup(group, root)))
      report(rule, place, values, also);
  },
};

/** The same of a text that is no JSON: one finding for each rule. */
export function characterFindings(text: string): readonly Finding[] {
  if (text.length > MAX_TEXT_LENGTH) return [];
  return groupsOf(placedIn(text).flat())
    .map((group) => findingOfGroup(group))
    .map(({ rule, place, values, also }) => ({ code: rule.code, type: rule.type, values, ...place, also }));
}

const placedIn = (text: string): readonly (readonly Placed[])[] =>
  charactersInJson(text).map(({ offset: token, characters: all }) => all.map((found) => ({ token, found })));

const groupsOf = (placed: readonly Placed[]): readonly Group[] =>
  deceptiveCharacters.rules.flatMap((rule) => {
    const ofRule = placed.filter(({ found }) => ruleOf[found.kind] === rule);
    return ofRule.length === 0 ? [] : [{ rule, characters: ofRule }];
  });

function bounded(groups: readonly Group[]): readonly Group[] {
  return deceptiveCharacters.rules.flatMap((rule) => {
    const ofRule = groups.filter((group) => group.rule === rule);
    const rest = ofRule.slice(MOST_STRINGS).flatMap((group) => group.characters);
    return rest.length === 0 ? ofRule : [...ofRule.slice(0, MOST_STRINGS), { rule, characters: rest }];
  });
}

/** The path of each place is looked up only for places that are reported: a look-up takes as long as the list around it. */
function findingOfGroup({ rule, characters: all }: Group, root?: Node) {
  const paths = new Map<number, Path>();
  const placeOf = ({ token, found }: Placed): Place => {
    const path = paths.get(token) ?? pathAt(root, token);
    paths.set(token, path);
    return { path, range: { offset: toOffset(found.offset), length: found.length } };
  };
  const [first, ...also] = all.slice(0, MOST_PLACES + 1).map(placeOf);
  return {
    rule,
    place: first ?? { path: [], range: { offset: toOffset(0), length: 0 } },
    values: { characters: namesOf(all.map(({ found }) => found)) },
    also,
  };
}

function pathAt(root: Node | undefined, token: number): Path {
  const node = root && findNodeAtOffset(root, token);
  return node ? getNodePath(node) : [];
}

/** `U+200B ZERO WIDTH SPACE (2 times), U+202E RIGHT-TO-LEFT OVERRIDE and 3 others` */
function namesOf(all: readonly FoundCharacter[]): string {
  const counts = new Map<string, { readonly first: FoundCharacter; count: number }>();
  for (const found of all) {
    const counted = counts.get(found.text);
    if (counted) counted.count += 1;
    else counts.set(found.text, { first: found, count: 1 });
  }
  const entries = [...counts.values()];
  const named = entries
    .slice(0, MOST_NAMED)
    .map(({ first, count }) => describeCharacter(first) + (count > 1 ? ` (${count} times)` : ''));
  const rest = entries.slice(MOST_NAMED).reduce((sum, { count }) => sum + count, 0);
  return named.join(', ') + (rest > 0 ? ` and ${rest} ${rest === 1 ? 'other' : 'others'}` : '');
}
