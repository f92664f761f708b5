import { offeredPartitionIds } from '../language/partitions.ts';
import { findVariable, type Ruleset } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';
import { kindOf } from '../library/variables/kinds.ts';
import { partitionOf } from '../compose/variableReadings.ts';
import type { Variable } from '../library/variables/variable.ts';
import { isIdentifyingKind, lookalikes } from './identifying.ts';

/** A text with its identifiers replaced, and those that were found in it besides the values of the draft. */
export interface IdentifierReplacer {
  (text: string): string;
  /** The values of the draft alone. */
  names(text: string): string;
  /** Only what looks like an identifier: for texts that can be a word of IAM and equal a name. */
  lookalikes(text: string): string;
  /** Found so far: what looked like an identifier, and its replacement. */
  readonly found: ReadonlyMap<string, string>;
}

/** Words of ARNs and policies. A name that equals one stays: it identifies nothing, and ARNs need the word. */
const notation = new Set(
  `arn ${offeredPartitionIds.join(' ')} amazonaws com cn eu s3 iam sts kms ecr ec2 logs glue athena codebuild cloudwatch sagemaker
  application-autoscaling role user group policy key alias root saml-provider service-role bucket object prefix repository
  catalog database table workgroup log-group log-stream domain space app user-profile studio-lifecycle-config
  notebook-instance notebook-instance-lifecycle-config training-job processing-job transform-job
  hyper-parameter-tuning-job labeling-job model model-package model-package-group endpoint endpoint-config pipeline
  experiment experiment-trial experiment-trial-component feature-group image image-version project artifact action
  context effect allow deny notaction resource notresource condition principal notprincipal sid id version statement
  federated service canonicaluser true false null`
    .split(/\s+/)
    .concat('2012-10-17', '2008-10-17'),
);

/** Shorter names are in too many words to be looked for. */
const SHORTEST = 3;

/**
 * Replaces what the draft's variables hold by their placeholders, and what looks like an identifier by a word for it. `besides`:
 * drafts that are given away with it; what identifies in one of them does so in all.
 */
export function identifierReplacer(
  draft: Draft,
  ruleset: Ruleset,
  besides: readonly Draft[] = [],
): IdentifierReplacer {
  const names = nameReplacer(namesIn([draft, ...besides], ruleset));
  const found = new Map<string, string>();
  const note = (text: string, word: string): string => {
    found.set(text, word);
    return word;
  };
  const looks = (text: string): string =>
    lookalikes.reduce((before, [form, word]) => before.replace(form, (part) => note(part, word)), text);
  return Object.assign((text: string) => looks(names(text)), { names, lookalikes: looks, found });
}

type Name = readonly [name: string, instead: string];

/** Goes through a text once, and looks only for names that begin as it does there. Of those the longest counts. */
function nameReplacer(names: readonly Name[]): (text: string) => string {
  const byStart = new Map<string, Name[]>();
  for (const name of names) {
    const start = name[0].slice(0, SHORTEST);
    byStart.set(start, [...(byStart.get(start) ?? []), name]);
  }
  return (text) => {
    const parts: string[] = [];
    let [from, at] = [0, 0];
    while (at < text.length) {
      const found = byStart.get(text.slice(at, at + SHORTEST))?.find(([name]) => isNameAt(name, text, at));
      if (found) {
        parts.push(text.slice(from, at), found[1]);
        at += found[0].length;
        from = at;
      } else at += 1;
    }
    return parts.join('') + text.slice(from);
  };
}

/** A name that is no part of a longer word. One that ends in a dash is a prefix, and anything may follow. */
function isNameAt(name: string, text: string, at: number): boolean {
  if (!text.startsWith(name, at)) return false;
  const end = at + name.length;
  const continues = (before: string, after: string) => isLetter(before) && isLetter(after);
  return !continues(text.charAt(at - 1), name.charAt(0)) && !continues(name.slice(-1), text.charAt(end));
}

const isLetter = (character: string): boolean => /^[A-Za-z0-9]$/.test(character);

/** Every value of an identifying variable and each part of it, longest first. Of two variables with one value the first counts. */
function namesIn(drafts: readonly Draft[], ruleset: Ruleset): readonly Name[] {
  const placeholderByName = new Map<string, string>();
  const given = drafts.flatMap((draft) => {
    const partition = partitionOf(draft);
    const ofRoles = Object.values(draft.roles ?? {}).map(({ values = {} }) => values);
    const ofEnvironments = (draft.environments ?? []).map(({ values }) =>
      Object.fromEntries(Object.entries(values).map(([id, value]) => [id, [value]] as const)),
    );
    return [draft.variables, ...ofRoles, ...ofEnvironments].flatMap((variables) =>
      Object.entries(variables).map(([id, values]) => ({ id, values, partition })),
    );
  });
  for (const { id, values, partition } of given) {
    const variable = findVariable(id, ruleset);
    if (!variable || !isIdentifyingKind[variable.kind]) continue;
    for (const value of values)
      for (const [name, instead] of namesOfValue(variable, value.trim(), partition))
        if (name.length >= SHORTEST && !notation.has(name.toLowerCase()) && !placeholderByName.has(name))
          placeholderByName.set(name, instead).set(JSON.stringify(name).slice(1, -1), instead);
  }
  return [...placeholderByName].sort(([one], [other]) => other.length - one.length);
}

function namesOfValue(variable: Variable, value: string, partition: string) {
  const placeholders = variable.placeholders.map((name) => `<${name}>`);
  const reading = kindOf(variable.kind).read(value, { partition });
  const parts = reading.ok ? reading.parts : [];
  const tail = value.startsWith('arn:') ? value.slice(value.lastIndexOf('/') + 1) : '';
  const used = placeholders.slice(0, Math.max(1, parts.filter(Boolean).length));
  return [
    [value, used.join('/')],
    ...parts.map((part, index) => [part, placeholders[index] ?? '<OTHER_NAME>'] as const),
    [tail, '<OTHER_NAME>'],
  ] as const;
}
