import { describe, expect, it } from 'vitest';
import { builtIn } from '../library/builtIn.ts';
import {
  fingerprintOf,
  acceptanceOf,
  suppressedCoverageOf,
  legacyAboutOf,
  suppressionOf,
} from './suppression.ts';
import type { PolicyDocument } from '../language/policy.ts';
import { createDraft } from '../draft/createDraft.ts';
import { readDraft } from '../share/readDraft.ts';

const statement = (Sid: string, over: object = {}) => ({
  Sid,
  Effect: 'Allow' as const,
  Action: ['s3:Get*'],
  Resource: ['*'],
  ...over,
});
const policy = (...list: readonly ReturnType<typeof statement>[]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: list,
});
const other = statement('Other', { Action: ['ec2:Describe*'] });
const read = statement('Read');
const finding = (index: number, pattern = 's3:Get*') => ({
  code: 'SPB_PATTERN_OPENS_DATA',
  path: ['Statement', index, 'Action', 0],
  values: { pattern, action: 's3:GetObject' },
});
const accepted = [
  {
    document: 'merged',
    code: 'SPB_PATTERN_OPENS_DATA',
    about: fingerprintOf(finding(0), policy(read)),
    reason: 'public data',
  },
];

describe('an acceptance', () => {
  it.each([
    ['holds when its statement moves', 'merged', finding(1), policy(other, read), true],
    ['holds when its statement is renamed', 'merged', finding(0), policy(statement('ReadAnd2More')), true],
    [
      'does not hold when its statement takes other actions in',
      'merged',
      finding(0),
      policy(statement('Read', { Action: ['s3:Get*', 's3:ListBucket'] })),
      false,
    ],
    ['does not hold for another action', 'merged', finding(0, 's3:*'), policy(read), false],
    [
      'does not hold on other resources',
      'merged',
      finding(0),
      policy(statement('Read', { Resource: ['arn:aws:s3:::ml/*'] })),
      false,
    ],
    [
      'does not hold under another condition',
      'merged',
      finding(0),
      policy(statement('Read', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } })),
      false,
    ],
    ['does not hold in another document', 'trust', finding(0), policy(read), false],
    ['does not hold for another code', 'merged', { ...finding(0), code: 'OTHER' }, policy(read), false],
  ])('%s', (_, document, found, where, holds) => {
    expect(acceptanceOf(accepted, document, found, where) !== undefined).toBe(holds);
  });

  describe.each([
    ['written now', true],
    ['without what it covers, as older drafts have it', false],
  ])('%s', (_, isCovering) => {
    const wide = { Action: ['s3:Get*', 's3:List*'], Resource: ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'] };
    const before = policy(statement('Read', wide));
    const given = [
      {
        document: 'merged',
        code: 'SPB_PATTERN_OPENS_DATA',
        reason: 'public data',
        ...(isCovering
          ? { about: fingerprintOf(finding(0), before), covers: suppressedCoverageOf(finding(0), before)! }
          : { about: legacyAboutOf(finding(0), before) }),
      },
    ];
    const cases: readonly (readonly [string, object, string, string])[] = [
      ['the same', {}, 'suppressed', 'unverified'],
      ['fewer actions', { Action: ['s3:Get*'] }, 'suppressed', 'suppressed'],
      ['fewer resources', { Resource: ['arn:aws:s3:::b/*'] }, 'suppressed', 'open'],
      ['a condition', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } }, 'suppressed', 'open'],
      ['more actions', { Action: ['s3:Get*', 's3:*'] }, 'grown', 'unverified'],
      ['more resources', { Resource: ['*'] }, 'grown', 'open'],
      ['other resources', { Resource: ['arn:aws:s3:::c/*'] }, 'changed', 'open'],
    ];
    it.each(cases)('%s', (_what, over, now, older) => {
      const found = suppressionOf(
        given,
        'merged',
        finding(0),
        policy(statement('Read', { ...wide, ...over })),
      );
      expect(found.state === 'reopened' ? found.because : found.state).toBe(isCovering ? now : older);
    });
  });

  describe('of an Allow that a Deny limits', () => {
    const data = statement('Read', { Action: ['s3:Get*'], Resource: ['arn:aws:s3:::ml/*'] });
    const deny = (over: object = {}, Sid = 'Limit') =>
      statement(Sid, {
        Effect: 'Deny',
        Action: ['s3:GetObject', 's3:GetBucketPolicy'],
        Resource: ['arn:aws:s3:::ml/secret/*', 'arn:aws:s3:::ml/raw/*'],
        ...over,
      });
    const secure = { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'red' } } };
    const given = (before: PolicyDocument, index = 0) => [
      {
        document: 'merged',
        code: 'SPB_PATTERN_OPENS_DATA',
        reason: 'public data',
        about: fingerprintOf(finding(index), before),
        covers: suppressedCoverageOf(finding(index), before)!,
      },
    ];
    const stateOf = (accepted: ReturnType<typeof given>, now: PolicyDocument, index = 0) => {
      const found = suppressionOf(accepted, 'merged', finding(index), now);
      return found.state === 'reopened' ? found.because : found.state;
    };
    const limited = policy(data, deny());
    const narrow = { ...data, Resource: ['arn:aws:s3:::ml/public/*'] };
    const unrelated = statement('Models', { Effect: 'Deny', Action: ['sagemaker:*'] });

    it.each<readonly [string, PolicyDocument, string]>([
      ['the Deny is removed', policy(data), 'denied-less'],
      ['it denies fewer actions', policy(data, deny({ Action: ['s3:GetObject'] })), 'denied-less'],
      ['fewer resources', policy(data, deny({ Resource: ['arn:aws:s3:::ml/raw/*'] })), 'denied-less'],
      ['one resource for both', policy(data, deny({ Resource: ['arn:aws:s3:::ml/*/*'] })), 'suppressed'],
      ['only under a condition', policy(data, deny(secure)), 'denied-less'],
      ['other actions', policy(data, deny({ Action: ['s3:GetObjectAcl'] })), 'denied-less'],
      ['it is made an Allow', policy(data, deny({ Effect: 'Allow' })), 'denied-less'],
      ['the statement grows as well', policy({ ...data, Resource: ['*'] }), 'grown'],
      ['it is renamed', policy(data, deny({}, 'Renamed')), 'suppressed'],
      [
        'it has another order',
        policy(data, deny({ Action: ['s3:GetBucketPolicy', 's3:GetObject'] })),
        'suppressed',
      ],
      ['it is widened', policy(data, deny({ Action: ['s3:*'], Resource: ['*'] })), 'suppressed'],
      ['another one is added', policy(data, deny(), deny({ Action: ['s3:Get*'] }, 'More')), 'suppressed'],
      [
        'it is split by its actions',
        policy(data, deny({ Action: ['s3:GetObject'] }), deny({ Action: ['s3:GetBucketPolicy'] })),
        'suppressed',
      ],
      [
        'it is split by its resources',
        policy(
          data,
          deny({ Resource: ['arn:aws:s3:::ml/secret/*'] }),
          deny({ Resource: ['arn:aws:s3:::ml/raw/*'] }),
        ),
        'suppressed',
      ],
      ['both become less, apart from each other', policy(narrow), 'suppressed'],
    ])('%s', (_, now, expected) => expect(stateOf(given(limited), now)).toBe(expected));

    it('moves with it', () => expect(stateOf(given(limited), policy(deny(), data), 1)).toBe('suppressed'));

    it.each<readonly [string, object, object, string]>([
      ['all actions become those of the service', { Action: ['*'] }, { Action: ['s3:*'] }, 'suppressed'],
      [
        'an action that it does not limit is left out',
        { Action: ['s3:GetObject', 's3:PutObject'] },
        { Action: ['s3:GetObject'] },
        'suppressed',
      ],
      [
        'all actions but one',
        { Action: undefined, NotAction: ['s3:GetObject'] },
        { Action: ['ec2:*'] },
        'denied-less',
      ],
      [
        'all actions but its own',
        { Action: undefined, NotAction: ['s3:*'] },
        { Action: ['ec2:*'] },
        'suppressed',
      ],
      ['a condition is removed', secure, {}, 'suppressed'],
      ...(
        [
          ['an action that the Allow does not have', 'NotAction', ['iam:*'], 'ec2:*', 'suppressed'],
          ['an action that it has', 'NotAction', ['iam:*'], 's3:GetObjectAcl', 'denied-less'],
          ['an action that it may have', 'NotAction', ['iam:*'], 's3:*Acl', 'denied-less'],
          ['a pattern for everything', 'NotAction', ['iam:*'], '*:*', 'denied-less'],
          [
            'a resource that it does not have',
            'NotResource',
            ['arn:aws:s3:::logs/*'],
            'arn:aws:s3:::tmp/*',
            'suppressed',
          ],
          ['one that it has', 'NotResource', ['arn:aws:s3:::logs/*'], 'arn:aws:s3:::ml/x/*', 'denied-less'],
        ] as const
      ).map(([what, element, left, more, expected]): readonly [string, object, object, string] => {
        const without = element === 'NotAction' ? { Action: undefined } : { Resource: undefined };
        return [
          `a Deny of everything but some leaves out more: ${what}`,
          { ...without, [element]: left },
          { ...without, [element]: [...left, more] },
          expected,
        ];
      }),
    ])('%s', (_, before, now, expected) => {
      expect(stateOf(given(policy(data, deny(before))), policy(data, deny(now)))).toBe(expected);
    });

    it.each<readonly [string, string, object, string]>([
      ['the role', 'role/Reader', { AWS: 'arn:aws:iam::111122223333:role/Reader' }, 'denied-less'],
      ['another role', 'role/Reader', { AWS: 'arn:aws:iam::111122223333:role/Other' }, 'suppressed'],
      ['its account', 'role/Reader', { AWS: 'arn:aws:iam::111122223333:root' }, 'denied-less'],
    ])('a Deny for %s is removed from a resource policy', (_, role, Principal, expected) => {
      const open = { ...data, Principal: { AWS: `arn:aws:iam::111122223333:${role}` } };
      expect(stateOf(given(policy(open, deny({ Principal }))), policy(open))).toBe(expected);
    });

    it.each<readonly [string, readonly string[], string]>([
      ['fewer', ['Reader'], 'denied-less'],
      ['more', ['Reader', 'Writer', 'Other'], 'suppressed'],
      ['the same in another order', ['Writer', 'Reader'], 'suppressed'],
    ])('a Deny of a resource policy names %s roles', (_, roles, expected) => {
      const named = (names: readonly string[]) => ({
        Principal: { AWS: names.map((name) => `arn:aws:iam::111122223333:role/${name}`) },
      });
      const open = { ...data, ...named(['Reader', 'Writer']) };
      const before = policy(open, deny(named(['Reader', 'Writer'])));
      expect(stateOf(given(before), policy(open, deny(named(roles))))).toBe(expected);
    });

    it('keeps nothing of a Deny that takes nothing from it', () => {
      expect(suppressedCoverageOf(finding(0), policy(data, unrelated))).toBe(
        suppressedCoverageOf(finding(0), policy(data)),
      );
      expect(stateOf(given(policy(data, unrelated)), policy(data))).toBe('suppressed');
    });

    it('without a record of denials, as older drafts have it, is read as before', () => {
      const older = given(policy(data));
      expect(stateOf(older, limited)).toBe('suppressed');
      expect(stateOf(older, policy(data))).toBe('suppressed');
      const long = older.map(({ document, code, reason, about }) => ({ document, code, reason, about }));
      expect(suppressionOf(long, 'merged', finding(0), limited).state).toBe('suppressed');
    });
  });

  it('counts what it covers only where its digits are those of it', () => {
    const before = policy(read);
    const covers = suppressedCoverageOf(
      finding(0),
      policy(statement('Read', { Action: ['s3:*', 's3:Get*'] })),
    )!;
    const forged = [{ ...accepted[0]!, about: fingerprintOf(finding(0), before), covers }];
    const grown = policy(statement('Read', { Action: ['s3:Get*', 's3:Put*'] }));
    expect(suppressionOf(forged, 'merged', finding(0), grown).state).toBe('open');
  });

  it('is kept in a stored draft, and a draft without any is read as before', () => {
    const draft = createDraft({ accepted }, builtIn);
    const { accepted: _, ...older } = draft;
    expect(readDraft(JSON.parse(JSON.stringify(draft)), builtIn)).toEqual({ ok: true, draft });
    expect(readDraft(JSON.parse(JSON.stringify(older)), builtIn)).toEqual({
      ok: true,
      draft: createDraft({}, builtIn),
    });
  });

  it('is refused when it is no code or has no reason', () => {
    const draft = { ...createDraft({}, builtIn), accepted: [{ ...accepted[0], code: '__proto__' }] };
    expect(readDraft(draft, builtIn)).toMatchObject({ ok: false, reason: 'invalid' });
  });
});
