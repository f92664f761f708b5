import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { testCatalog } from '../testing/testCatalog.ts';
import type { Acceptance } from '../model/acceptance.ts';
import { fingerprintOf, suppressedCoverageOf, suppressionOf } from './suppression.ts';
import { accessEffect } from '../exact/accessEffect.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Example, Finding } from './check.ts';
import { policyTypes } from '../language/policyType.ts';
import { checkPolicy } from './checkPolicy.ts';
import { rules } from './index.ts';
import { notCheckedRule } from './readText.ts';
import type { PolicyDocument } from '../language/policy.ts';
import { policies } from '../fixes/testing/policies.ts';
import { statementProblems } from '../simulate/statementProblems.ts';
import { everyNth, runs } from '../testing/effort.ts';
import { type Change, type Fields, growths, rewritings, shrinkings } from './testing/growths.ts';

let catalog: Catalog;

beforeAll(async () => {
  catalog = await testCatalog();
});

type Options = Pick<Example, 'type' | 'resourceType' | 'today'>;

const findingsOf = (policy: PolicyDocument, { type = 'identity', ...options }: Options) =>
  checkPolicy(JSON.stringify(policy), type, {
    catalog,
    ...(options.resourceType === undefined ? {} : { resourceType: options.resourceType }),
    ...(options.today === undefined ? {} : { today: options.today }),
  });

/** Suppresses findings, all of them or of one code. */
const suppressed = (policy: PolicyDocument, findings: readonly Finding[]): readonly Acceptance[] =>
  findings.map((finding) => ({
    document: 'x',
    code: finding.code,
    about: fingerprintOf(finding, policy),
    ...coversOf(finding, policy),
    reason: 'known',
  }));

function coversOf(finding: Finding, policy: PolicyDocument): { covers?: string } {
  const covers = suppressedCoverageOf(finding, policy);
  return covers === undefined ? {} : { covers };
}

const stateOf = (accepted: readonly Acceptance[], finding: Finding, policy: PolicyDocument): string =>
  suppressionOf(accepted, 'x', finding, policy).state;

const changed = (policy: PolicyDocument, index: number, { statement }: Change): PolicyDocument => ({
  ...policy,
  // A change may make a statement of the wrong shape, as texts have them.
  Statement: policy.Statement.with(index, JSON.parse(JSON.stringify(statement))),
});

/** The values of a finding without the numbers: they count what is beside it. */
const wordsOf = (values: Finding['values']): string =>
  JSON.stringify(Object.entries(values).filter(([, value]) => !/^[\d,.]+$/.test(value)));

const isReportedAt = (finding: Finding, index: number): boolean =>
  [finding, ...finding.also].some(({ path }) => path[1] === index || path.length < 2);

const isOnlyAbout = (finding: Finding, index: number): boolean =>
  [finding, ...finding.also].every(({ path }) => path[1] === index);

/** Whether a finding is reported at a statement, or goes when it goes: then it comes of what that says, wherever it is reported. */
function dependsOn(finding: Finding, policy: PolicyDocument, index: number, options: Options): boolean {
  if (isReportedAt(finding, index)) return true;
  const rest = { ...policy, Statement: policy.Statement.toSpliced(index, 1) };
  const [, at] = finding.path;
  const moved = typeof at === 'number' && at > index ? at - 1 : at;
  return !findingsOf(rest, options).some(
    ({ code, path, values }) =>
      code === finding.code && path[1] === moved && wordsOf(values) === wordsOf(finding.values),
  );
}

/** Whether a change is one: what is covered already, by another entry or statement, adds nothing. */
const isMore = (before: PolicyDocument, after: PolicyDocument): boolean =>
  accessEffect(JSON.stringify(before), JSON.stringify(after)) !== 'same';

const at = (policy: PolicyDocument, index: number): PolicyDocument => ({
  ...policy,
  Statement: policy.Statement.slice(index, index + 1),
});

/** What stays suppressed although a statement that it is about grew. */
function missed(
  policy: PolicyDocument,
  options: Options,
  comesOf: (finding: Finding, policy: PolicyDocument, index: number, options: Options) => boolean,
): readonly string[] {
  const findings = findingsOf(policy, options);
  return policy.Statement.flatMap((statement, index) => {
    // Those of other statements stay open: what was suppressed there with more access covers less here as well.
    const own = findings.filter((finding) => comesOf(finding, policy, index, options));
    const accepted = suppressed(policy, own);
    return growths({ ...statement }).flatMap((growth) => {
      const grown = changed(policy, index, growth);
      const isReal = (finding: Finding): boolean =>
        isOnlyAbout(finding, index) ? isMore(at(policy, index), at(grown, index)) : isMore(policy, grown);
      return findingsOf(grown, options)
        .filter(
          (finding) =>
            stateOf(accepted, finding, grown) === 'suppressed' &&
            comesOf(finding, grown, index, options) &&
            isReal(finding),
        )
        .map(({ code }) => `${code}: ${growth.what} in statement ${index} of ${JSON.stringify(policy)}`);
    });
  });
}

const keyOf = ({ code, path, values }: Finding, policy: PolicyDocument): string => {
  const [, index, ...rest] = path;
  let text: unknown = policy;
  for (const step of path) text = new Map(Object.entries(text ?? {})).get(String(step));
  return JSON.stringify([
    code,
    index,
    rest.filter((step) => typeof step === 'string'),
    typeof text === 'string' ? text : '',
    wordsOf(values),
  ]);
};

/**
 * What is open again although the policy says the same or less, and the finding is one that was there. Of the longest policies
 * too little is kept.
 */
function reopened(
  policy: PolicyDocument,
  options: Options,
  changes: (statement: Fields) => readonly Change[],
): readonly string[] {
  const findings = findingsOf(policy, options);
  const accepted = suppressed(policy, findings);
  const known = new Set(
    findings
      .filter((finding) => suppressedCoverageOf(finding, policy) !== undefined)
      .map((finding) => keyOf(finding, policy)),
  );
  return policy.Statement.flatMap((statement, index) =>
    changes({ ...statement }).flatMap((change) => {
      const now = changed(policy, index, change);
      return findingsOf(now, options)
        .filter(
          (finding) => known.has(keyOf(finding, now)) && stateOf(accepted, finding, now) !== 'suppressed',
        )
        .map(({ code }) => `${code}: ${change.what} in statement ${index} of ${JSON.stringify(policy)}`);
    }),
  );
}

function denyOf(statement: PolicyDocument['Statement'][number]): Fields {
  const { Condition: _, ...own } = statement;
  return { ...own, Effect: 'Deny' };
}

/** All actions or resources but all of them. */
const leavesNothing = ({ NotAction, NotResource }: PolicyDocument['Statement'][number]): boolean =>
  [NotAction, NotResource].some((list) => [list ?? []].flat().some((text) => /^\*+(?::\*+)?$/.test(text)));

const unrelated: Fields = {
  Effect: 'Deny',
  Action: 'braket:CreateJob',
  Resource: 'arn:aws:braket:eu-west-1:999988887777:job/x',
};

const withMore = (policy: PolicyDocument, ...more: readonly Fields[]): PolicyDocument => ({
  ...policy,
  Statement: [...policy.Statement, ...JSON.parse(JSON.stringify(more))],
});

/** Changes of a Deny with which it denies more. */
const widenings = (deny: Fields): readonly Change[] =>
  growths({ ...deny, Effect: 'Allow' }).map(({ what, statement }) => ({
    what,
    statement: { ...statement, Effect: 'Deny' },
  }));

/** A Deny in two of one entry each, along each of its lists that has two or more. */
const splits = (deny: Fields): readonly (readonly Fields[])[] =>
  ['Action', 'Resource'].flatMap((name) => {
    const list = [deny[name]].flat();
    return list.length < 2
      ? []
      : [
          [
            { ...deny, [name]: list.slice(1) },
            { ...deny, [name]: list.slice(0, 1) },
          ],
        ];
  });

/** Policies after a Deny changed that limits one statement, and what a suppressed finding of that statement must be then. */
function afterDeny(policy: PolicyDocument, index: number, deny: Fields) {
  const limited = withMore(policy, deny);
  const [only, isLimited] = [at(policy, index), policy.Statement.some(({ Effect }) => Effect !== 'Allow')];
  const effectOf = (now: Fields) =>
    accessEffect(JSON.stringify(withMore(only, deny)), JSON.stringify(withMore(only, now)));
  // Where the policy has other Deny statements, those may deny what this one no longer does.
  const less = isLimited ? [] : growths(deny).filter(({ statement }) => effectOf(statement) === 'widens');
  const more = widenings(deny).filter(({ statement }) => /same|narrows/.test(effectOf(statement)));
  return [
    ...(isLimited ? [] : [{ what: 'no Deny', now: policy, expected: 'reopened' }]),
    ...less.map((change) => ({
      what: `less: ${change.what}`,
      now: withMore(policy, change.statement),
      expected: 'reopened',
    })),
    ...[...more, ...rewritings(deny)].map((change) => ({
      what: `not less: ${change.what}`,
      now: withMore(policy, change.statement),
      expected: 'suppressed',
    })),
    ...splits(deny).map((parts) => ({
      what: 'split',
      now: withMore(policy, ...parts),
      expected: 'suppressed',
    })),
    { what: 'another Deny', now: withMore(limited, deny, unrelated), expected: 'suppressed' },
  ];
}

/**
 * Limits each Allow by a Deny of the same, suppresses its findings and changes that Deny: what is open where nothing is denied
 * less, and what stays suppressed where something is.
 */
function wrongAfterDeny(policy: PolicyDocument, options: Options): readonly string[] {
  return policy.Statement.flatMap((statement, index) => {
    const deny = { ...denyOf(statement), Sid: 'LimitOfTheLaw' };
    // Without any actions, resources or principals there is nothing to deny.
    const isOfNothing = /\[\]|\{\}/.test(JSON.stringify(deny)) || leavesNothing(statement);
    if (statement.Effect !== 'Allow' || !isSound(at(policy, index)) || isOfNothing) return [];
    const limited = withMore(policy, deny);
    const own = (now: PolicyDocument) =>
      findingsOf(now, options).filter((finding) => isOnlyAbout(finding, index));
    const kept = own(limited).filter((finding) => suppressedCoverageOf(finding, limited) !== undefined);
    const accepted = suppressed(limited, kept);
    const known = new Set(kept.map((finding) => keyOf(finding, limited)));
    return afterDeny(policy, index, deny).flatMap(({ what, now, expected }) =>
      own(now)
        .filter((finding) => known.has(keyOf(finding, now)) && stateOf(accepted, finding, now) !== expected)
        .map(({ code }) => `${code}: ${what}, of statement ${index} of ${JSON.stringify(policy)}`),
    );
  });
}

/** The examples of all rules that are policies with statements. */
const examples = rules.flatMap((rule) => {
  if (rule === notCheckedRule) return [];
  const { policy, ...options } = rule.invalid;
  const read: unknown = typeof policy === 'string' ? undefined : JSON.parse(JSON.stringify(policy));
  if (!isPolicy(read)) return [];
  return [{ code: rule.code, policy: read, options }];
});

function isPolicy(value: unknown): value is PolicyDocument {
  return (
    typeof value === 'object' &&
    value !== null &&
    'Statement' in value &&
    Array.isArray(value.Statement) &&
    value.Statement.every((entry: unknown) => typeof entry === 'object' && entry !== null)
  );
}

const isSound = (policy: PolicyDocument): boolean =>
  policy.Statement.every(
    (statement) =>
      statementProblems(statement, statement.Principal || statement.NotPrincipal ? 'resource' : 'identity')
        .length === 0,
  );

describe('a suppressed finding', () => {
  it('of every rule reopens when what it is about grows', () => {
    expect(examples.length).toBeGreaterThan(100);
    expect(examples.flatMap(({ policy, options }) => missed(policy, options, dependsOn))).toEqual([]);
  });

  it('of every rule stays suppressed when its statement is renamed or written in another form', () => {
    expect(
      examples
        .filter(({ code }) => !/SID/.test(code))
        .flatMap(({ policy, options }) => reopened(policy, options, rewritings)),
    ).toEqual([]);
  });

  it('of every rule stays suppressed when its statement shrinks', () => {
    expect(
      examples
        .filter(({ policy }) => isSound(policy))
        .flatMap(({ policy, options }) => reopened(policy, options, shrinkings)),
    ).toEqual([]);
  });

  it('of every rule reopens when a Deny that limits its statement denies less, and only then', () => {
    expect(everyNth(examples, 3).flatMap(({ policy, options }) => wrongAfterDeny(policy, options))).toEqual(
      [],
    );
  });

  const random = fc
    .constantFrom(...policyTypes)
    .chain((type) =>
      policies(/resource|trust|rcp|endpoint/.test(type)).map((policy) => ({ policy, options: { type } })),
    )
    .filter(
      (given): given is { policy: PolicyDocument & Fields; options: typeof given.options } =>
        isPolicy(given.policy) && given.policy.Version !== '2012-10-18',
    );

  it('reopens in any policy when what it is about grows', () => {
    fc.assert(
      fc.property(random, ({ policy, options }) => {
        // What cannot be read is covered by nothing, and whether it grew cannot be said.
        fc.pre(isSound(policy));
        expect(missed(policy, options, (finding, _, index) => isOnlyAbout(finding, index))).toEqual([]);
      }),
      { numRuns: runs(25) },
    );
  });

  it('reopens in any policy when a Deny that limits its statement denies less, and only then', () => {
    fc.assert(
      fc.property(random, ({ policy, options }) => {
        fc.pre(isSound(policy));
        expect(wrongAfterDeny(policy, options)).toEqual([]);
      }),
      { numRuns: runs(25) },
    );
  });

  it('stays suppressed in any policy that says the same or less', () => {
    fc.assert(
      fc.property(random, ({ policy, options }) => {
        fc.pre(isSound(policy));
        expect(reopened(policy, options, shrinkings)).toEqual([]);
      }),
      { numRuns: runs(25) },
    );
  });
});
