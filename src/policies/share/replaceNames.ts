import type { Draft } from '../draft.ts';
import { findVariable } from '../variables/index.ts';
import { kindOf } from '../variables/kinds.ts';
import { chosenPartition } from '../variables/readings.ts';
import type { Variable } from '../variables/variable.ts';
import { identifying, lookalikes } from './identifying.ts';

/** A text with its identifiers replaced, and those that were found in it besides the values of the draft. */
export interface Replacing {
  (text: string): string;
  /** Found so far: what looked like an identifier, and what stands there now. */
  readonly found: ReadonlyMap<string, string>;
}

/** Words of AWS's own notation. A name that equals one is left where it stands: it tells nothing, and ARNs need the word. */
const notation = new Set(
  `arn aws aws-cn aws-us-gov amazonaws com cn s3 iam sts kms ecr ec2 logs glue athena codebuild cloudwatch sagemaker
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
export function replacing(draft: Draft, besides: readonly Draft[] = []): Replacing {
  const names = namesIn([draft, ...besides]);
  const instead = new Map(names);
  const pattern =
    names.length === 0 ? undefined : new RegExp(names.map(([name]) => edged(name)).join('|'), 'g');
  const found = new Map<string, string>();
  const note = (text: string, word: string): string => {
    found.set(text, word);
    return word;
  };
  const replace = (text: string): string => {
    const named = pattern ? text.replace(pattern, (name) => instead.get(name) ?? name) : text;
    return lookalikes.reduce(
      (before, [form, word]) => before.replace(form, (part) => note(part, word)),
      named,
    );
  };
  return Object.assign(replace, { found });
}

/** Every value of an identifying variable and each part of it, longest first. Of two variables with one value the first counts. */
function namesIn(drafts: readonly Draft[]): readonly (readonly [name: string, instead: string])[] {
  const known = new Map<string, string>();
  const given = drafts.flatMap((draft) => {
    const partition = chosenPartition(draft);
    return Object.entries(draft.variables).map(([id, values]) => ({ id, values, partition }));
  });
  for (const { id, values, partition } of given) {
    const variable = findVariable(id);
    if (!variable || !identifying[variable.kind]) continue;
    for (const value of values)
      for (const [name, instead] of namesOfValue(variable, value.trim(), partition))
        if (name.length >= SHORTEST && !notation.has(name.toLowerCase()) && !known.has(name))
          known.set(name, instead).set(JSON.stringify(name).slice(1, -1), instead);
  }
  return [...known].sort(([one], [other]) => other.length - one.length);
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

/** A name that is no part of a longer word. One that ends in a dash is a prefix, and anything may follow. */
function edged(name: string): string {
  const before = /^[A-Za-z0-9]/.test(name) ? '(?<![A-Za-z0-9])' : '';
  const after = /[A-Za-z0-9]$/.test(name) ? '(?![A-Za-z0-9])' : '';
  return before + name.replaceAll(/[$()*+./?[\\\]^{|}-]/g, '\\$&') + after;
}
