import { describe, expect, it } from 'vitest';
import { activities } from '../../library/activities/index.ts';
import { compose } from '../../compose/compose.ts';
import { listOf } from '../../language/policy.ts';
import { builtIn } from '../../library/builtIn.ts';
import { findVariable } from '../../library/ruleset.ts';
import type { Draft } from '../../model/draft.ts';
import { createDraft } from '../../draft/createDraft.ts';
import { exampleValues, fillExamples } from '../../compose/exampleValues.ts';
import { guideSamples } from '../../library/guide/guideSamples.ts';
import { parsePolicy } from '../../language/parse.ts';
import { personas } from '../../library/personas/index.ts';
import type { Persona } from '../../library/personas/persona.ts';
import { variables } from '../../library/variables/index.ts';
import { readImport } from '../../import/readImport.ts';
import { everyNth } from '../../testing/effort.ts';
import { isAccessWithin, accessOfStatement } from './statementAccess.ts';
import { type ActivityOffer, matchActivities } from './matchActivities.ts';

/** The draft that accepting the offers makes, from nothing. */
function draftOf(offers: readonly ActivityOffer[]): Draft {
  const chosen = [...new Set(offers.map(({ personas: [first = ''] }) => first))];
  return createDraft(
    {
      layout: 'merged',
      personas: chosen,
      activities: Object.fromEntries(
        chosen.map((persona) => [
          persona,
          offers
            .filter((offer) => offer.personas[0] === persona && offer.kind === 'activity')
            .map(({ choice, stance = 'published', options }) => ({ activity: choice, stance, options })),
        ]),
      ),
      variables: Object.assign({}, ...offers.map((offer) => offer.variables)),
      trust: Object.fromEntries(
        offers
          .filter(({ kind }) => kind === 'trust')
          .map(({ personas: [first = ''], choice, options }) => [first, { form: choice, options }]),
      ),
    },
    builtIn,
  );
}

const examples = Object.fromEntries(variables.map((one) => [one.id, exampleValues(one, 'aws')]));

/** Policies of resources can be validated, and not be added to a set. */
function isAddedByImport({ kind }: Persona): boolean {
  return kind !== 'resource';
}

/** Every activity in every stance, each of its options turned alone: in `npm test` every fourth one. */
const cases = personas.filter(isAddedByImport).flatMap((persona) =>
  persona.activities.flatMap(({ activity: id }, place) => {
    const activity = activities.find((one) => one.id === id)!;
    return (['published', 'hardened'] as const).flatMap((stance) => {
      if (!activity[stance]) return [];
      const turned = everyNth(
        activity.options
          .filter(({ stances }) => stances.includes(stance))
          .flatMap((option) => option.choices.map(({ value }) => ({ [option.id]: value }))),
        4,
        place,
      );
      return [{}, ...turned].map((options) => ({
        persona: persona.id,
        kind: persona.kind,
        activity: id,
        stance,
        options,
      }));
    });
  }),
);

describe('what an activity makes is recognised, and is made again with the same access', () => {
  it.each(cases)('$persona $activity $stance $options', ({ persona, kind, activity, stance, options }) => {
    const draft = createDraft(
      {
        personas: [persona],
        activities: { [persona]: [{ activity, stance, options }] },
        variables: examples,
      },
      builtIn,
    );
    const documents = compose(draft, builtIn).filter((document) => document.kind === kind);
    for (const { policy } of documents) {
      const { offers, statements } = matchActivities(policy, kind, builtIn);
      expect(statements).toEqual(policy.Statement.map((_, index) => index));
      expect(offers.every(({ exact }) => exact)).toBe(true);
      const again = compose(draftOf(offers), builtIn).filter((document) => document.kind === kind);
      const now = again.flatMap((document) =>
        document.policy.Statement.flatMap((one) => accessOfStatement(one) ?? []),
      );
      const before = policy.Statement.flatMap((one) => accessOfStatement(one) ?? []);
      for (const part of before) expect(isAccessWithin(part, now)).toBe(true);
      for (const part of now) expect(isAccessWithin(part, before)).toBe(true);
    }
  });
});

it('nothing is offered for the policy of a resource', () => {
  const made = compose(
    fillExamples(createDraft({ personas: ['sharedRegistry'] }, builtIn), builtIn),
    builtIn,
  );
  expect(made.map(({ kind }) => kind)).toEqual(['resource', 'resource', 'resource', 'resource']);
  for (const { policy } of made) expect(matchActivities(policy, 'resource', builtIn).offers).toEqual([]);
});

describe('whole documents', () => {
  const draft = fillExamples(createDraft({}, builtIn), builtIn);
  it.each(
    compose({ ...draft, layout: 'perPersona' }, builtIn).map((document) => ({ id: document.id, document })),
  )('$id', ({ document: { policy, kind } }) => {
    const { statements, offers } = matchActivities(policy, kind, builtIn);
    expect(statements).toEqual(policy.Statement.map((_, index) => index));
    expect(offers.every(({ exact }) => exact)).toBe(true);
  });

  it('a document of one persona is made by that persona alone', () => {
    const [own] = compose(
      fillExamples(createDraft({ personas: ['notebookRole'] }, builtIn), builtIn),
      builtIn,
    );
    const { offers } = matchActivities(own!.policy, own!.kind, builtIn);
    expect(new Set(offers.map(({ personas: [first] }) => first))).toEqual(new Set(['notebookRole']));
  });

  it('all personas in one', () => {
    const merged = compose({ ...draft, layout: 'merged' }, builtIn).find(({ id }) => id === 'merged')!;
    const { statements } = matchActivities(merged.policy, 'identity', builtIn);
    expect(statements).toHaveLength(merged.policy.Statement.length);
  });
});

describe('the guide’s samples', () => {
  const offersOf = (policy: number) => {
    const [found] = readImport(guideSamples[policy - 1]!.text).policies;
    if (!found || found.kind === 'resource') throw new Error('no policy of a role');
    const read = parsePolicy(found.text);
    if (!read.ok) throw new Error('not a policy');
    const recognised = matchActivities(read.policy, found.kind, builtIn);
    return { ...recognised, count: read.policy.Statement.length };
  };

  it.each<[number, readonly string[], boolean]>([
    [1, ['consoleReadAccess'], true],
    [2, ['notebookAccessByOwner'], true],
    [3, ['notebookAccessByOwner'], true],
    [4, ['studioAccessByOwner'], true],
    [5, ['runJobs'], true],
    [6, ['buildAndPushImages'], false],
    [7, ['deployModels'], true],
    [8, ['logsAndMetrics', 'jobVpcNetworking', 'jobEncryption', 'jobData', 'pullImages'], false],
    [
      9,
      [
        'logsAndMetrics',
        'hostingVpcNetworking',
        'endpointAutoscaling',
        'hostingEncryption',
        'pullImages',
        'elasticInference',
      ],
      false,
    ],
    [10, ['s3EndpointAccess'], false],
  ])('policy %i', (policy, expected, exact) => {
    const { offers, statements, count } = offersOf(policy);
    expect(statements).toHaveLength(count);
    expect(offers.map(({ choice }) => choice).sort()).toEqual([...expected].sort());
    expect(offers.every(({ stance }) => stance === 'published')).toBe(true);
    expect(offers.every((offer) => offer.exact)).toBe(exact);
    for (const offer of offers) expect(offer.exact).toBe(offer.differences.length === 0);
  });
});

describe('values', () => {
  it('are read back, several of one variable too', () => {
    const values = {
      ...examples,
      trainingRoleArns: [
        ...findVariable('trainingRoleArns', builtIn)!.example,
        'arn:aws:iam::111122223333:role/Other',
      ],
    };
    const draft = createDraft(
      {
        personas: ['notebookRole'],
        activities: { notebookRole: [{ activity: 'runJobs', stance: 'hardened', options: {} }] },
        variables: values,
      },
      builtIn,
    );
    const [document] = compose(draft, builtIn);
    const [offer] = matchActivities(document!.policy, 'identity', builtIn).offers;
    expect(offer?.variables).toMatchObject({
      accountId: ['111122223333'],
      region: ['eu-west-1'],
      trainingRoleArns: [...values.trainingRoleArns].sort(),
    });
  });

  it('nothing is offered for more or less access', () => {
    const draft = createDraft(
      {
        personas: ['notebookRole'],
        activities: { notebookRole: [{ activity: 'runJobs', stance: 'published', options: {} }] },
        variables: examples,
      },
      builtIn,
    );
    const [document] = compose(draft, builtIn);
    const [create, pass] = document!.policy.Statement;
    const narrower = { ...create!, Action: ['sagemaker:CreateTrainingJob'] };
    expect(
      matchActivities({ Statement: [narrower, pass!] }, 'identity', builtIn).offers.map(
        ({ choice }) => choice,
      ),
    ).not.toContain('runJobs');
    const wider = { ...create!, Action: [...listOf(create!.Action), 'iam:CreateRole'] };
    expect(matchActivities({ Statement: [wider, pass!] }, 'identity', builtIn).statements).not.toContain(0);
    const unconditional = { ...pass!, Condition: {} };
    expect(matchActivities({ Statement: [unconditional] }, 'identity', builtIn).statements).toEqual([]);
    const denied = { ...create!, Effect: 'Deny' as const };
    expect(matchActivities({ Statement: [denied] }, 'identity', builtIn).offers).toEqual([]);
  });
});

describe('a document of an older version', () => {
  const made = compose(
    fillExamples(createDraft({ personas: ['dataScientist'] }, builtIn), builtIn),
    builtIn,
  )[0]?.policy;

  it('has plain text where a choice would put a variable of IAM, so nothing is offered', () => {
    expect(made && matchActivities(made, 'identity', builtIn).offers.length).toBeGreaterThan(0);
    expect(JSON.stringify(made)).toContain('${');
    expect(made && matchActivities({ ...made, Version: '2008-10-17' }, 'identity', builtIn)).toEqual({
      offers: [],
      statements: [],
    });
    const { Version: _none, ...without } = made ?? { Statement: [] };
    expect(matchActivities(without, 'identity', builtIn).offers).toEqual([]);
  });
});
