import { describe, expect, it } from 'vitest';
import { createDraft } from '../draft/createDraft.ts';
import { builtIn } from '../library/builtIn.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import { planOf } from './plan.ts';
import { setOf, setOfDocuments } from './testing/exportCases.ts';

const identityCenter = { form: 'identityCenter', options: {} };
const trust = { dataScientist: identityCenter, mlopsEngineer: identityCenter };
const sizing = (attach: 'managed' | 'inline') => ({ attach, split: true, shorten: 'none' }) as const;

const planned = (draft: Partial<Draft>) => {
  const parts = planOf(setOf(createDraft(draft, builtIn)));
  return {
    parts: parts.map(({ id }) => id),
    account: parts.find(({ id }) => id === 'account'),
    sets: parts.find(({ id }) => id === 'identity-center'),
    notes: parts.flatMap(({ notes }) => notes).join('\n'),
  };
};

describe('permission sets', () => {
  it('are for people who sign in with IAM Identity Center; roles of services are created beside them', () => {
    const { account, sets } = planned({
      personas: ['dataScientist', 'mlopsEngineer', 'trainingRole'],
      trust: { dataScientist: identityCenter },
    });
    expect(sets?.permissionSets.map(({ title }) => title)).toEqual(['Data scientist']);
    expect(account?.roles.map(({ id }) => id)).toEqual(['training-role', 'mlops-engineer']);
  });

  it('name policies that each account has, or have one of their own', () => {
    const managed = planned({ personas: ['dataScientist'], trust, sizing: sizing('managed') });
    expect(managed.parts).toEqual(['account', 'identity-center']);
    expect(managed.sets?.permissionSets[0]?.managed).toEqual(managed.account?.policies);
    expect(managed.notes).toContain(
      'Permission sets refer to ml-platform-data-scientist-permissions by name. Create it under the same name in each account before you assign',
    );
    const inline = planned({ personas: ['dataScientist'], trust, sizing: sizing('inline') });
    expect(inline.parts).toEqual(['identity-center']);
    expect(inline.sets?.permissionSets[0]).toMatchObject({ managed: [], inline: {} });
    expect(inline.notes).toContain('The inline policy names an account and is the same in every account');
  });

  it('have the boundary that the account has', () => {
    const limits = {
      chosen: [{ guardrail: 'vpcOnly', options: {} }],
      delivery: 'boundary',
      exemption: false,
      ceiling: 'services',
    } as const;
    const { account, sets, notes } = planned({ personas: ['dataScientist', 'trainingRole'], trust, limits });
    const boundary = sets?.permissionSets[0]?.boundary;
    expect(boundary).toBeDefined();
    expect(account?.roles[0]?.boundary).toBe(boundary);
    expect(notes).toContain(`${boundary?.name} by name`);
    expect(notes).not.toContain('isn’t attached');
  });

  it('have names of 32 characters at most, each once, that the name of the role begins with', () => {
    const { sets, notes } = planned({
      name: 'a name that goes on for more than thirty-two',
      personas: ['dataScientist', 'mlopsEngineer'],
      trust,
    });
    const names = sets?.permissionSets.map(({ name }) => name) ?? [];
    expect(names).toEqual(['a-name-that-goes--data-scientist', 'a-name-that-goes--mlops-engineer']);
    for (const name of names) {
      expect(name).toMatch(/^[\w+=,.@-]{1,32}$/);
      expect(notes).toContain(`AWSReservedSSO_${name}_*`);
    }
  });

  const document = (resource: string, number?: number): ComposedDocument => ({
    id: number === undefined ? 'x' : `x-${number}`,
    ...(number === undefined ? {} : { partOf: 'x' }),
    title: 'Data scientist',
    kind: 'identity',
    personas: ['dataScientist'],
    role: { state: 'permissionSet' },
    provenance: [],
    policy: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: [`arn:aws:s3:::${resource}`] }],
    },
  });
  const notesOn = (documents: readonly ComposedDocument[], attach: 'managed' | 'inline') =>
    planOf({ ...setOfDocuments('ours', documents), attach })
      .flatMap(({ notes }) => notes)
      .join('\n');

  it.each([
    ['a', /more than|of 10,240|U\+00FF|names an account/, false],
    ['x'.repeat(10_240), /has 10,3\d\d of 10,240 characters, so IAM Identity Center rejects it/, true],
    ['é', /U\+00FF/, false],
    ['€', /characters beyond U\+00FF, which IAM Identity Center rejects/, true],
  ])('of an inline policy on %.10s… it is said: %s, %s', (resource, note, isSaid) => {
    expect(note.test(notesOn([document(resource)], 'inline'))).toBe(isSaid);
  });

  it('that a policy was split for have all its parts, and the quota of each account is said', () => {
    const parts = Array.from({ length: 11 }, (_, index) => document(`b${index}`, index + 1));
    const [, sets] = planOf(setOfDocuments('ours', parts));
    expect(sets?.permissionSets.map(({ managed }) => managed.length)).toEqual([11]);
    expect(notesOn(parts, 'managed')).toContain('has 11 managed policies. A permission set can have 20');
  });
});
