import { coversAction } from '../../language/subsumes.ts';
import { type ConditionBlock, listOf, type Statement } from '../../language/policy.ts';
import { subsumesResource } from '../../language/resourcePattern.ts';
import { sharedName } from './sidNames.ts';

/** What a statement's Sid is made of: the template it comes from, and for which value. */
export interface SidSource {
  readonly template: string;
  /** Which value of the template's `forEach` variable; 0 for the first or only one. */
  readonly row: number;
  /** Mark of the persona, given only where several personas have the template. Sids of former versions had it. */
  readonly persona?: string;
}

/** A name with the statement that went into a merged one under it. */
export interface MergedPart extends SidSource {
  readonly of: Statement;
}

/** A merged statement with what went into it. */
export interface UnnamedStatement {
  readonly statement: Statement;
  readonly names: readonly MergedPart[];
}

/** Longer ones are hard to read in a table. */
const MOST = 64;

/**
 * Sids for statements. A Sid says what its statement does, and depends on nothing else, so that another choice leaves it as
 * it is; only where two would be equal does the later one get a number. Letters and digits only.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html
 */
export function uniqueSids(statements: readonly UnnamedStatement[]): readonly string[] {
  const taken = new Set<string>();
  return statements.map((statement) => {
    const base = sidOf(statement);
    let sid = base;
    for (let number = 2; taken.has(sid); number += 1) sid = `${base}${number}`;
    taken.add(sid);
    return sid;
  });
}

function sidOf({ names, statement }: UnnamedStatement): string {
  const [only, ...others] = names;
  if (only && others.length === 0) return templateName(only.template, statement) + rowSuffix(names);
  const parts = new Map<string, MergedPart[]>();
  for (const name of names) {
    const title = sharedName(name.template);
    parts.set(title, [...(parts.get(title) ?? []), name]);
  }
  const [first, second, third] = widest([...parts], statement);
  if (!first) return contentName(statement);
  if (!second) return templateName(first[0], statement) + rowSuffix(first[1]);
  const both = [first[0], second[0]].sort().join('And');
  return third || both.length > MOST ? summary(statement) : both;
}

/** Guardrails divide a statement by the conditions that its actions get: the conditions keep the names of the parts apart. */
function templateName(template: string, { Condition }: Statement): string {
  const name = sharedName(template);
  const whole = name.endsWith('Guarded') ? name + conditionWords(Condition) : name;
  return whole.length > MOST ? name : whole;
}

/** The parts that no other one covers in what is left of them: what adds nothing has no part in the name. */
function widest(
  parts: readonly (readonly [string, readonly MergedPart[]])[],
  { Action, Resource }: Statement,
): readonly (readonly [string, readonly MergedPart[]])[] {
  const leftOf = (of: Statement): Entries => ({
    actions: listOf(of.Action).filter((action) => isWithin([action], listOf(Action), coversAction)),
    resources: listOf(of.Resource).filter((entry) => isWithin([entry], listOf(Resource), subsumesResource)),
  });
  const remaining = parts.map((part) => ({ part, entries: part[1].map(({ of }) => leftOf(of)) }));
  for (const one of [...remaining]) {
    if (remaining.length === 1) break;
    const others = remaining.filter((other) => other !== one).flatMap(({ entries }) => entries);
    if (one.entries.every((part) => others.some((other) => covers(other, part))))
      remaining.splice(remaining.indexOf(one), 1);
  }
  return remaining.map(({ part }) => part);
}

interface Entries {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** Of statements with the same effect and conditions. */
const covers = (wide: Entries, narrow: Entries): boolean =>
  isWithin(narrow.actions, wide.actions, coversAction) &&
  isWithin(narrow.resources, wide.resources, subsumesResource);

const isWithin = (
  narrow: readonly string[],
  wide: readonly string[],
  takesIn: (wide: string, narrow: string) => boolean,
): boolean => narrow.every((entry) => wide.includes(entry) || wide.some((other) => takesIn(other, entry)));

function rowSuffix(names: readonly SidSource[]): string {
  const lowest = Math.min(...names.map((name) => name.row));
  return lowest === 0 ? '' : `${lowest + 1}`;
}

const word = (text: string): string => {
  const letters = text.replace(/[^0-9A-Za-z]/g, '');
  return letters.charAt(0).toUpperCase() + letters.slice(1);
};

const wordsOf = (texts: readonly string[]): string => [...new Set(texts.map(word))].sort().join('');

/** What a statement does, from its text alone: `AllowGetListEcrSagemaker`, `AllowCreateSagemakerIfRequestTag`. */
function summary(statement: Statement): string {
  const actions = [...listOf(statement.Action), ...listOf(statement.NotAction)].map((action) =>
    action.split(':'),
  );
  // What only looks up a bucket has another name than what reads its objects: most sets have both, and one of them would get a number.
  const verb = actions.every(([, name]) => name?.startsWith('GetBucket')) ? /^GetBucket/ : /^[A-Z][a-z]+/;
  const verbs = actions.map(([, name = '']) => verb.exec(name)?.[0] ?? 'Any');
  const services = actions.map(([service = '']) => service);
  const parts = [
    statement.Effect,
    wordsOf(verbs),
    wordsOf(services),
    conditionWords(statement.Condition),
    bounded(statement) ? '' : 'OnAll',
  ];
  return parts.reduce((name, part) => (name.length + part.length > MOST ? name : name + part), '');
}

const bounded = ({ Resource }: Statement): boolean => !listOf(Resource).includes('*');

/** The keys that the conditions are on, without the service and the part after a slash. */
function conditionWords(condition: ConditionBlock | undefined): string {
  const keys = Object.values(condition ?? {}).flatMap((block) => Object.keys(block));
  return keys.length === 0
    ? ''
    : `If${wordsOf(keys.map((key) => key.replace(/^[^:]*:/, '').replace(/\/.*$/, '')))}`;
}

/** A name for a statement that has none, from what it says: `AllowS3`, `DenySagemakerIam`. */
export function contentName(statement: Statement): string {
  const actions = [...listOf(statement.Action), ...listOf(statement.NotAction)];
  const services = [...new Set(actions.map((action) => action.split(':')[0] ?? ''))].slice(0, 2);
  return [statement.Effect, ...services.map(word)].join('');
}
