import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtIn } from '../library/builtIn.ts';
import { combinedView } from './combinedView.ts';
import { compose } from './compose.ts';
import { listOf, type PolicyDocument } from '../language/policy.ts';
import type { Draft } from '../model/draft.ts';
import { chooseActivity, createDraft } from '../draft/createDraft.ts';
import { withParsedEdits } from '../handEdits/parsedEdits.ts';
import { addImportedPolicy } from '../handEdits/importedPolicies.ts';
import { fillExamples } from './exampleValues.ts';
import { personas } from '../library/personas/index.ts';
import { prepare } from '../simulate/prepare.ts';
import { runs } from '../testing/effort.ts';

const everyone = personas.map(({ id }) => id);

const anyDraft: fc.Arbitrary<Draft> = fc
  .record({
    chosen: fc.subarray(everyone, { minLength: 2 }),
    kept: fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
    delivery: fc.constantFrom('deny' as const, 'conditions' as const),
  })
  .map(({ chosen, kept, delivery }) => {
    let at = 0;
    const activities = personas.map(({ id, activities: offered }) => [
      id,
      offered.flatMap(({ activity }) => (kept[(at += 1) % 30] ? [chooseActivity(activity, builtIn)] : [])),
    ]);
    const limits = {
      chosen: [{ guardrail: 'vpcOnly', options: {} }],
      delivery,
      exemption: false,
      ceiling: 'services' as const,
    };
    return fillExamples(
      createDraft({ personas: chosen, activities: Object.fromEntries(activities), limits }, builtIn),
      builtIn,
    );
  });

/** A call that a statement applies to, with the names as they are in it. */
const callsIn = ({ Statement }: PolicyDocument) =>
  Statement.flatMap(({ Action, Resource, Condition = {} }) => {
    const keys = Object.values(Condition).flatMap((operator) => Object.entries(operator));
    const context = Object.fromEntries(keys.map(([key, values]) => [key, listOf(values)[0] ?? '']));
    const action = (listOf(Action)[0] ?? '').replaceAll('*', 'X');
    const arn = (listOf(Resource)[0] ?? '').replaceAll(/^\*$/g, 'arn:aws:s3:::any').replaceAll('*', 'x');
    return [{}, context].map((given) => ({
      principal: 'arn:aws:iam::111122223333:role/x',
      action,
      resource: { arn },
      context: given,
    }));
  });

describe('the combined view', () => {
  it('allows and denies what the policies of all roles together do', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const roles = compose(draft, builtIn).filter(({ kind }) => kind === 'identity');
        const view = combinedView(draft, builtIn);
        expect(view === undefined).toBe(roles.length < 2);
        if (!view) return;
        const [apart, joined] = [
          prepare({ identity: roles.map(({ policy }) => policy) }),
          prepare({ identity: [view.policy] }),
        ];
        for (const call of roles.flatMap(({ policy }) => callsIn(policy)))
          expect(joined.simulate(call).verdict).toBe(apart.simulate(call).verdict);
      }),
      { numRuns: runs(20) },
    );
  });

  it('knows for each action who asked for it', () => {
    const draft = fillExamples(createDraft({ personas: everyone }, builtIn), builtIn);
    const view = combinedView(draft, builtIn)!;
    expect(view.personas).toEqual(everyone.filter((id) => id !== 'vpcEndpoint' && id !== 'sharedRegistry'));
    view.policy.Statement.forEach((statement, index) => {
      for (const action of listOf(statement.Action))
        expect(view.provenance[index]?.actions[action]?.length, action).toBeGreaterThan(0);
    });
    const login = view.provenance.find(({ actions }) => actions['ecr:GetAuthorizationToken']);
    const asking = login?.actions['ecr:GetAuthorizationToken']?.flatMap((source) =>
      'persona' in source ? [source.persona] : [],
    );
    const roles = compose(draft, builtIn).filter(
      ({ kind, policy }) =>
        kind === 'identity' &&
        policy.Statement.some(({ Action }) => listOf(Action).includes('ecr:GetAuthorizationToken')),
    );
    expect(roles.length).toBeGreaterThan(3);
    expect(new Set(asking)).toEqual(new Set(roles.flatMap(({ personas }) => personas)));
  });

  it.each<[string, Draft]>([
    ['there is no role', createDraft({ personas: ['vpcEndpoint'] }, builtIn)],
    ['there is one role', createDraft({ personas: ['trainingRole', 'vpcEndpoint'] }, builtIn)],
    ['one role does everything', createDraft({ personas: everyone, layout: 'merged' }, builtIn)],
  ])('is not there while %s', (_, draft) => {
    expect(combinedView(draft, builtIn)).toBeUndefined();
  });

  it('holds what was written by hand in a role’s policy, and no document of nobody', () => {
    const draft = createDraft({ personas: ['trainingRole', 'hostingRole'] }, builtIn);
    const text = '{"Effect":"Allow","Action":"s3:GetBucketAcl","Resource":"arn:aws:s3:::by-hand"}';
    const edits = { trainingRole: { entries: [{ key: 'hand-1', text }], removed: [] } };
    expect(JSON.stringify(combinedView(withParsedEdits({ ...draft, edits }), builtIn)?.policy)).toContain(
      'by-hand',
    );
    const own = `{"Version":"2012-10-17","Statement":[${text}]}`;
    const { draft: added } = addImportedPolicy(draft, { title: 'Ours', kind: 'identity', text: own });
    expect(JSON.stringify(combinedView(added, builtIn)?.policy)).not.toContain('by-hand');
  });

  it('is the same object while nothing changes in it', () => {
    const draft = createDraft({ personas: ['trainingRole', 'hostingRole'] }, builtIn);
    expect(combinedView({ ...draft, name: draft.name }, builtIn)).toBe(combinedView(draft, builtIn));
  });
});
