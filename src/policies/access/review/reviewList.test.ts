import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../catalog/catalog.ts';
import { createDraft } from '../../draft/createDraft.ts';
import { comparePermissions } from '../../exact/compare.ts';
import type { PolicyDocument } from '../../language/policy.ts';
import { builtIn } from '../../library/builtIn.ts';
import { MOST_REVIEW_MARKS } from '../../model/reviewMark.ts';
import { testCatalog } from '../../testing/testCatalog.ts';
import { documentWith } from '../../language/testing/documentWith.ts';
import { type ComparedPolicy, reviewList } from './reviewList.ts';
import { baselineKeyOf, markReviewed, reviewStateOf, withClaims, withoutClaims } from './reviewMarks.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

const doc = documentWith({ Effect: 'Allow', Resource: '*' });

const policy = (id: string, before: PolicyDocument, after: PolicyDocument): ComparedPolicy => ({
  id,
  title: id,
  role: id,
  presence: 'inBoth',
  result: { state: 'compared', changes: comparePermissions([before], [after], catalog) },
});

const briefly = (policies: readonly ComparedPolicy[]) =>
  reviewList(policies).levels.map(({ id, groups }) => ({
    [id]: groups.map(
      (group) => `${group.policy.id}: ${group.rows.map(({ change }) => change.actions.join(' ')).join(', ')}`,
    ),
  }));

describe('the list', () => {
  it('has one section for each access level, what can be anything first, and the policies within', () => {
    const all = {
      Action: [
        's3:ListAllMyBuckets',
        's3:GetObject',
        's3:PutObject',
        's3:PutBucketPolicy',
        's3:PutObjectTagging',
      ],
    };
    expect(
      briefly([policy('a', doc(), doc(all)), policy('b', doc(all), doc({ Action: 'ec2:*' }))]),
    ).toMatchObject([
      { any: ['b: ec2:*'] },
      { 'permissions-management': ['a: s3:PutBucketPolicy', expect.stringMatching(/^b: ec2:/)] },
      { write: ['a: s3:PutObject', expect.stringMatching(/^b: /)] },
      { tagging: ['a: s3:PutObjectTagging', expect.stringMatching(/^b: /)] },
      { read: ['a: s3:GetObject', expect.stringMatching(/^b: /)] },
      { list: ['a: s3:ListAllMyBuckets', expect.stringMatching(/^b: /)] },
    ]);
  });

  it.each<
    [string, PolicyDocument, PolicyDocument, Partial<ReturnType<typeof reviewList>['counts']>, boolean]
  >([
    ['the same', doc({ Action: 's3:GetObject' }), doc({ Action: ['s3:GetObject'] }), {}, true],
    ['wider', doc(), doc({ Action: 's3:GetObject' }), { widens: 1 }, false],
    ['narrower', doc({ Action: 's3:GetObject' }), doc(), { narrows: 1 }, false],
    [
      'a pattern with actions to come',
      doc(),
      doc({ Action: 's3:GetObjectT*' }),
      { widens: 1, notCompared: 1 },
      false,
    ],
    ['nothing but a pattern of services', doc(), doc({ Action: 's*:Get*' }), { notCompared: 1 }, false],
  ])(
    'counts its rows, and is the same only where everything was compared: %s',
    (_name, before, after, counts, isSame) => {
      const list = reviewList([policy('a', before, after)]);
      expect(list.counts).toEqual({ widens: 0, narrows: 0, conditions: 0, notCompared: 0, ...counts });
      expect(list.isSame).toBe(isSame);
    },
  );

  it('names and counts a policy that was not compared, and is never the same with one', () => {
    const lost: ComparedPolicy = {
      ...policy('lost', doc(), doc()),
      result: { state: 'notCompared', because: 'the computation stopped' },
    };
    const list = reviewList([policy('a', doc(), doc()), lost]);
    expect(list).toMatchObject({ isSame: false, policies: 2, counts: { notCompared: 1 } });
    expect(list.notCompared).toMatchObject([{ policy: { id: 'lost' }, because: 'the computation stopped' }]);
  });
});

describe('a mark', () => {
  const draft = createDraft({ personas: ['trainingRole'] }, builtIn);
  const groupOf = (...actions: readonly string[]) =>
    reviewList([policy('trainingRole', doc(), doc({ Action: actions }))]).levels.flatMap(
      ({ groups }) => groups,
    )[0]!;

  it('is of these differences, in whatever order they come, and of one baseline', () => {
    const marked = markReviewed(draft, 'guide', [groupOf('s3:GetObject', 's3:GetObjectAcl')], true);
    expect(reviewStateOf(marked, 'guide', groupOf('s3:GetObjectAcl', 's3:GetObject'))).toBe('reviewed');
    expect(reviewStateOf(marked, 'nothing', groupOf('s3:GetObject', 's3:GetObjectAcl'))).toBe('open');
    expect(reviewStateOf(marked, 'guide', groupOf('s3:GetObject'))).toBe('changed');
    expect(reviewStateOf(draft, 'guide', groupOf('s3:GetObject'))).toBe('open');
  });

  it('can be taken back, and counts again with what was reviewed', () => {
    const group = groupOf('s3:GetObject');
    const marked = markReviewed(draft, 'guide', [group], true);
    expect(markReviewed(marked, 'guide', [group], false)).toEqual(draft);
    const later = markReviewed(marked, 'guide', [groupOf('s3:GetObjectAcl')], true);
    expect(reviewStateOf(later, 'guide', group)).toBe('changed');
    expect(later.reviewed).toHaveLength(1);
  });

  it('of a sender is a claim, until the reader makes it, and is not handed on', () => {
    const group = groupOf('s3:GetObject');
    const sent = withClaims(markReviewed(draft, 'guide', [group], true));
    expect(reviewStateOf(sent, 'guide', group)).toBe('claimed');
    expect(reviewStateOf(sent, 'guide', groupOf('s3:GetObjectAcl'))).toBe('open');
    expect(withoutClaims(sent)).toEqual(draft);
    expect(reviewStateOf(markReviewed(sent, 'guide', [group], true), 'guide', group)).toBe('reviewed');
  });

  it('leaves a baseline the same baseline', () => {
    const marked = markReviewed(draft, 'guide', [groupOf('s3:GetObject')], true);
    expect(baselineKeyOf(marked)).toBe(baselineKeyOf(draft));
    expect(baselineKeyOf({ ...draft, name: 'other' })).not.toBe(baselineKeyOf(draft));
  });

  it('is one of so many at most, the newest', () => {
    const group = groupOf('s3:GetObject');
    const groups = Array.from({ length: MOST_REVIEW_MARKS + 1 }, (_, index) => ({
      ...group,
      id: `read/own-${index}`,
    }));
    const { reviewed = [] } = markReviewed(draft, 'guide', groups, true);
    expect(reviewed).toHaveLength(MOST_REVIEW_MARKS);
    expect(reviewed.at(-1)?.group).toBe(`read/own-${MOST_REVIEW_MARKS}`);
  });
});
