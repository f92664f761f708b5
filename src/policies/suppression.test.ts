import { describe, expect, it } from 'vitest';
import { aboutOf, acceptanceOf, coverageOf, legacyAboutOf, suppressionOf } from './suppression.ts';
import type { PolicyDocument } from './document.ts';
import { createDraft } from './draft.ts';
import { readDraft } from './readDraft.ts';

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
    about: aboutOf(finding(0), policy(read)),
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
          ? { about: aboutOf(finding(0), before), covers: coverageOf(finding(0), before)! }
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

  it('counts what it covers only where its digits are those of it', () => {
    const before = policy(read);
    const covers = coverageOf(finding(0), policy(statement('Read', { Action: ['s3:*', 's3:Get*'] })))!;
    const forged = [{ ...accepted[0]!, about: aboutOf(finding(0), before), covers }];
    const grown = policy(statement('Read', { Action: ['s3:Get*', 's3:Put*'] }));
    expect(suppressionOf(forged, 'merged', finding(0), grown).state).toBe('open');
  });

  it('is kept in a stored draft, and a draft without any is read as before', () => {
    const draft = createDraft({ accepted });
    const { accepted: _, ...older } = draft;
    expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual({ ok: true, draft });
    expect(readDraft(JSON.parse(JSON.stringify(older)))).toEqual({ ok: true, draft: createDraft() });
  });

  it('is refused when it is no code or has no reason', () => {
    const draft = { ...createDraft(), accepted: [{ ...accepted[0], code: '__proto__' }] };
    expect(readDraft(draft)).toMatchObject({ ok: false, reason: 'invalid' });
  });
});
