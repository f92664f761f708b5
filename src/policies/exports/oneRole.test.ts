import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtIn } from '../library/builtIn.ts';
import type { Draft } from '../model/draft.ts';
import { createDraft } from '../draft/createDraft.ts';
import { personas } from '../library/personas/index.ts';
import { rolesOf } from '../draft/roles.ts';
import { exporters } from './index.ts';
import { planOf } from './plan.ts';
import { setOf } from './testing/exportCases.ts';
import { runs } from '../testing/effort.ts';

const everyone = personas.map(({ id }) => id);
const forms = personas.map(({ id, trust }) => [id, trust.map(({ form }) => form)] as const);

/** Any personas, laid out, attached, delivered and assumed in any way. */
const anyDraft: fc.Arbitrary<Draft> = fc
  .record({
    chosen: fc.subarray(everyone, { minLength: 1 }),
    layout: fc.constantFrom(undefined, 'merged' as const, 'perPersona' as const),
    attach: fc.constantFrom('managed' as const, 'inline' as const),
    delivery: fc.constantFrom('deny' as const, 'conditions' as const, 'boundary' as const),
    at: fc.array(fc.nat({ max: 5 }), { minLength: everyone.length, maxLength: everyone.length }),
  })
  .map(({ chosen, layout, attach, delivery, at }) => {
    const trust = forms.flatMap(([id, offered], index) => {
      const form = offered[(at[index] ?? 0) % Math.max(1, offered.length)];
      return form === undefined ? [] : [[id, { form, options: {} }] as const];
    });
    return createDraft(
      {
        personas: chosen,
        ...(layout ? { layout } : {}),
        trust: Object.fromEntries(trust),
        sizing: { attach, split: true, shorten: 'none' },
        limits: {
          chosen: [{ guardrail: 'vpcOnly', options: {} }],
          delivery,
          exemption: false,
          ceiling: 'services',
        },
      },
      builtIn,
    );
  });

describe('permissions of several personas', () => {
  it('are never given to several roles', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const set = setOf(draft);
        const roles = planOf(set).flatMap((part) => part.roles);
        for (const document of set.documents.filter(({ kind }) => kind === 'identity')) {
          const having = roles.filter(({ managed, inline }) =>
            [...managed, ...inline].some((policy) => policy.document === document.policy),
          );
          expect(having.length).toBeLessThanOrEqual(1);
          for (const role of having)
            expect(role.personas).toEqual(expect.arrayContaining([...document.personas]));
        }
        expect(new Set(roles.flatMap((role) => role.personas)).size).toBe(
          roles.flatMap((role) => role.personas).length,
        );
      }),
      { numRuns: runs(25) },
    );
  });

  it('make one role, with one trust policy, where one role does everything', () => {
    fc.assert(
      fc.property(anyDraft, (drawn) => {
        const draft: Draft = { ...drawn, layout: 'merged' };
        const shared = rolesOf(draft, builtIn).filter((role) => role.personas.length > 1);
        expect(shared.length).toBeLessThanOrEqual(1);
        const trusts = setOf(draft).documents.filter(({ kind }) => kind === 'trust');
        expect(trusts.length).toBeLessThanOrEqual(1);
        expect(planOf(setOf(draft)).flatMap((part) => part.roles)).toHaveLength(trusts.length);
      }),
      { numRuns: runs(20) },
    );
  });
});

/** How each format says that it makes a role, and that a role gets a policy: in the policy's name, or in a list of roles. */
const written: Readonly<
  Record<
    string,
    { readonly role: RegExp; readonly attached: RegExp } & (
      | { readonly by: 'policy' }
      | { readonly by: 'roles'; readonly several: RegExp }
    )
  >
> = {
  terraform: {
    role: /^resource "aws_iam_role" "(\w+)"/gm,
    attached: /^ {2}policy_arn = (aws_iam_policy\.\w+)/gm,
    by: 'policy',
  },
  cloudFormation: {
    role: /^ {2}(\w+):\n {4}Type: "AWS::IAM::Role"/gm,
    attached: /^ {6}Roles:\n {8}- !Ref "(\w+)"$/gm,
    by: 'roles',
    several: /^ {6}Roles:\n {8}- .*\n {8}- /m,
  },
  cdk: {
    role: /new iam\.CfnRole\(this, '(\w+)'/g,
    attached: /^ {6}roles: \[(\w+)\.ref/gm,
    by: 'roles',
    several: /^ {6}roles: \[[^\]]*,/m,
  },
  pulumi: {
    role: /new aws\.iam\.Role\('([\w-]+)'/g,
    attached: /^ {2}policyArn: (\w+)\.arn/gm,
    by: 'policy',
  },
  awsCli: { role: /^put_role '([\w-]+)'/gm, attached: /^attach_policy '[\w-]+' '([\w-]+)'/gm, by: 'policy' },
};

describe.each(exporters.filter(({ makes }) => makes === 'resources'))('what $label writes', (exporter) => {
  it('makes the planned roles, and gives no policy to two of them', () => {
    const form = written[exporter.id];
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const set = setOf(draft);
        const text = exporter
          .write(set)
          .map((file) => file.text)
          .join('\n');
        const roles = planOf(set).flatMap((part) => part.roles);
        expect(text.match(form!.role) ?? []).toHaveLength(roles.length);
        // In some formats each policy lists its roles, in others each attachment names its policy.
        const attached = [...text.matchAll(form!.attached)].map(([, named]) => named);
        expect(attached).toHaveLength(roles.reduce((sum, { managed }) => sum + managed.length, 0));
        if (form!.by === 'policy') expect(new Set(attached).size).toBe(attached.length);
        else expect(text).not.toMatch(form!.several);
      }),
      { numRuns: runs(8) },
    );
  });
});
