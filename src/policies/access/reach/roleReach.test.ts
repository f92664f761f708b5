import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../catalog/catalog.ts';
import { deliver } from '../../compose/deliver.ts';
import { fillExamples } from '../../compose/exampleValues.ts';
import { createDraft } from '../../draft/createDraft.ts';
import { addImportedPolicies, importedPolicyEdits } from '../../handEdits/importedPolicies.ts';
import type { Statement } from '../../language/policy.ts';
import { guardrails } from '../../library/guardrails/index.ts';
import { personas } from '../../library/personas/index.ts';
import { builtIn } from '../../library/builtIn.ts';
import type { Draft } from '../../model/draft.ts';
import type { PolicySet } from '../../simulate/policySet.ts';
import { prepare } from '../../simulate/prepare.ts';
import { isAllowed } from '../../simulate/otherReading.ts';
import { testCatalog } from '../../testing/testCatalog.ts';
import { namedServices, reachEndpoints, reachOfSubject, reachSubjects } from './roleReach.ts';
import { reachDifferences } from './reachDifferences.ts';
import type { ReachRow, RoleReach } from './reachRow.ts';
import { searchReach } from './reachSearch.ts';
import { limitInWords, removalInWords } from './reachWords.ts';
import { ACCOUNT, documentWith, reachOfSet } from './testing/reachCases.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

const short = (row: ReachRow): string =>
  [
    `${row.state} ${row.can}`,
    row.actions.length > 3 ? `${row.actions.length} actions` : row.actions.join(' '),
    typeof row.resource === 'string' ? row.resource : `all but ${row.resource.allBut.join(' ')}`,
    ...row.conditions.map((text) => `if ${text}`),
    ...row.to.map((service) => `to ${service}`),
    ...row.limits.map(limitInWords),
  ].join(' | ');

const allow = (own: Partial<Statement>): Statement => ({ Effect: 'Allow', ...own });
const deny = (own: Partial<Statement>): Statement => ({ Effect: 'Deny', ...own });
const OBJECTS = 'arn:aws:s3:::raw/*';
const put = allow({ Action: 's3:PutObject', Resource: OBJECTS });
const vpc = { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } };

const identity = (...statements: readonly Statement[]): PolicySet => ({
  identity: [documentWith(...statements)],
});

describe('what an Allow reaches', () => {
  it.each<readonly [string, PolicySet, readonly string[]]>([
    ['an action on objects', identity(put), [`allowed write | s3:PutObject | ${OBJECTS}`]],
    [
      'each kind of access apart',
      identity(allow({ Action: ['s3:GetObject', 's3:PutObjectTagging', 's3:PutObject'], Resource: OBJECTS })),
      [
        `allowed read | s3:GetObject | ${OBJECTS}`,
        `allowed administer | s3:PutObjectTagging | ${OBJECTS}`,
        `allowed write | s3:PutObject | ${OBJECTS}`,
      ],
    ],
    [
      'only resources that an action is about, where the statement has them',
      identity(allow({ Action: ['s3:ListBucket', 's3:GetObject'], Resource: ['arn:aws:s3:::raw', OBJECTS] })),
      ['allowed read | s3:ListBucket | arn:aws:s3:::raw', `allowed read | s3:GetObject | ${OBJECTS}`],
    ],
    [
      'what AWS does not list for it',
      identity(allow({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::raw' })),
      [
        'unknown read | s3:GetObject | arn:aws:s3:::raw | Unknown: AWS lists no resource of this kind for these actions.',
      ],
    ],
    [
      'nothing of an action without resources on an ARN',
      identity(allow({ Action: 's3:ListAllMyBuckets', Resource: 'arn:aws:s3:::raw' })),
      [],
    ],
    [
      'conditions in words',
      identity(
        allow({
          Action: 's3:GetObject',
          Resource: '*',
          Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } },
        }),
      ),
      ['conditional read | s3:GetObject | * | if aws:SourceVpc is vpc-1'],
    ],
    [
      'a variable in the resource',
      identity(allow({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::raw/${aws:username}/*' })),
      ['conditional read | s3:GetObject | arn:aws:s3:::raw/${aws:username}/*'],
    ],
    [
      'a missing value',
      identity(allow({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::<BUCKET>/*' })),
      ['conditional read | s3:GetObject | arn:aws:s3:::<BUCKET>/*'],
    ],
    [
      'a role, to the services that the condition names',
      identity(
        allow({
          Action: 'iam:PassRole',
          Resource: `arn:aws:iam::${ACCOUNT}:role/train`,
          Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
        }),
      ),
      [`conditional pass | iam:PassRole | arn:aws:iam::${ACCOUNT}:role/train | to sagemaker.amazonaws.com`],
    ],
    [
      'a role, to any service',
      identity(allow({ Action: 'iam:PassRole', Resource: '*' })),
      ['allowed pass | iam:PassRole | *'],
    ],
    [
      'all but some resources',
      identity(allow({ Action: 's3:GetObject', NotResource: OBJECTS })),
      [`allowed read | s3:GetObject | all but ${OBJECTS}`],
    ],
    [
      'a key, with its policy',
      identity(allow({ Action: 'kms:Decrypt', Resource: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1` })),
      [
        `conditional write | kms:Decrypt | arn:aws:kms:eu-west-1:${ACCOUNT}:key/1 | The key policy must allow it too.`,
      ],
    ],
    [
      'a role to assume, in another account',
      identity(allow({ Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::444455556666:role/x' })),
      [
        'conditional write | sts:AssumeRole | arn:aws:iam::444455556666:role/x | The role’s trust policy must allow it too. | A resource-based policy in account 444455556666 must allow it too.',
      ],
    ],
    [
      'an action that AWS does not list',
      identity(allow({ Action: 's3:GetObjct', Resource: '*' })),
      ['unknown other | s3:GetObjct | * | Unknown: AWS doesn’t list this action.'],
    ],
    [
      'a pattern that AWS can read in two ways',
      identity(allow({ Action: 'sagemaker:DeleteModel', Resource: 'arn:aws:sagemaker:*:model/*' })),
      [
        'unknown write | sagemaker:DeleteModel | arn:aws:sagemaker:*:model/* | Unknown: AWS documents two interpretations of this resource pattern.',
      ],
    ],
  ])('%s', (_, set, rows) => {
    expect(reachOfSet(set, catalog).rows.map(short)).toEqual(rows);
  });

  it('has the actions behind wildcards, and a row for services that no policy names', () => {
    const { rows } = reachOfSet(identity(allow({ Action: '*', Resource: '*' }), put), catalog);
    expect(rows.find(({ service }) => service === '*')).toMatchObject({ actions: ['*'], can: 'other' });
    expect(rows.some(({ actions }) => actions.includes('s3:DeleteBucket'))).toBe(true);
  });

  it('leaves out what NotAction names', () => {
    const { rows } = reachOfSet(
      identity(allow({ NotAction: ['s3:Delete*', 'iam:*'], Resource: '*' })),
      catalog,
    );
    const actions = rows.flatMap((row) => row.actions);
    expect(actions).toContain('s3:PutObject');
    expect(actions).toContain('all but s3:Delete*, iam:*');
    expect(actions).not.toContain('s3:DeleteObject');
    expect(actions).not.toContain('iam:PassRole');
  });
});

describe('what other statements take away', () => {
  const allowAll = documentWith(allow({ Action: '*', Resource: '*' }));
  const scp = (...statements: readonly Statement[]): PolicySet => ({
    identity: [documentWith(put)],
    serviceControl: [[allowAll, documentWith(...statements)]],
  });
  it.each<readonly [string, PolicySet, readonly string[], readonly string[]]>([
    [
      'a Deny on all of it',
      identity(put, deny({ Action: 's3:*', Resource: 'arn:aws:s3:::r*' })),
      [],
      ['Explicit deny by the role’s policies.'],
    ],
    [
      'a Deny on a part of it',
      identity(put, deny({ Action: 's3:*', Resource: 'arn:aws:s3:::raw/secret/*' })),
      [
        `conditional write | s3:PutObject | ${OBJECTS} | Denied by the role’s policies on arn:aws:s3:::raw/secret/*.`,
      ],
      [],
    ],
    [
      'a Deny on a condition',
      identity(put, deny({ Action: '*', Resource: '*', Condition: vpc })),
      [
        `conditional write | s3:PutObject | ${OBJECTS} | Denied by the role’s policies if aws:SourceVpc is not vpc-1, or it is missing.`,
      ],
      [],
    ],
    [
      'a Deny that the condition of the Allow excludes',
      identity(
        allow({ ...put, Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } }),
        deny({ Action: '*', Resource: '*', Condition: vpc }),
      ),
      [`conditional write | s3:PutObject | ${OBJECTS} | if aws:SourceVpc is vpc-1`],
      [],
    ],
    [
      'a Deny whose condition the Allow asks for',
      identity(allow({ ...put, Condition: vpc }), deny({ Action: '*', Resource: '*', Condition: vpc })),
      [],
      ['Explicit deny by the role’s policies.'],
    ],
    [
      'a Deny on another resource',
      identity(put, deny({ Action: '*', Resource: 'arn:aws:s3:::other/*' })),
      [`allowed write | s3:PutObject | ${OBJECTS}`],
      [],
    ],
    [
      'a Deny on all but it',
      identity(put, deny({ Action: '*', NotResource: 'arn:aws:s3:::raw*' })),
      [`allowed write | s3:PutObject | ${OBJECTS}`],
      [],
    ],
    [
      'a Deny on all but a part of it',
      identity(put, deny({ NotAction: 'iam:*', NotResource: 'arn:aws:s3:::raw/team/*' })),
      [
        `conditional write | s3:PutObject | ${OBJECTS} | Denied by the role’s policies on everything except arn:aws:s3:::raw/team/*.`,
      ],
      [],
    ],
    [
      'a Deny with a missing value',
      identity(put, deny({ Action: '*', Resource: 'arn:aws:s3:::<BUCKET>/*' })),
      [
        `conditional write | s3:PutObject | ${OBJECTS} | Denied by the role’s policies on arn:aws:s3:::<BUCKET>/*.`,
      ],
      [],
    ],
    [
      'a boundary without it',
      { ...identity(put), permissionsBoundary: [documentWith(allow({ Action: 's3:Get*', Resource: '*' }))] },
      [],
      ['Implicit deny: the permissions boundary doesn’t allow it.'],
    ],
    [
      'a boundary with a part of it',
      {
        ...identity(put),
        permissionsBoundary: [documentWith(allow({ Action: 's3:*', Resource: 'arn:aws:s3:::raw/team/*' }))],
      },
      [
        `conditional write | s3:PutObject | ${OBJECTS} | The permissions boundary allows it only on arn:aws:s3:::raw/team/*.`,
      ],
      [],
    ],
    [
      'a boundary with all of it',
      { ...identity(put), permissionsBoundary: [documentWith(allow({ Action: 's3:*', Resource: '*' }))] },
      [`allowed write | s3:PutObject | ${OBJECTS}`],
      [],
    ],
    [
      'a Deny of the organization',
      scp(deny({ Action: 's3:PutObject', Resource: '*' })),
      [],
      ['Explicit deny by the service control policy.'],
    ],
    [
      'a Deny of the organization on a condition',
      scp(deny({ Action: 's3:PutObject', Resource: '*', Condition: vpc })),
      [
        `conditional write | s3:PutObject | ${OBJECTS} | Denied by the service control policy if aws:SourceVpc is not vpc-1, or it is missing.`,
      ],
      [],
    ],
    [
      'a level of the organization that allows nothing',
      {
        ...identity(put),
        serviceControl: [[allowAll], [documentWith(deny({ Action: 'iam:*', Resource: '*' }))]],
      },
      [],
      ['Implicit deny: the service control policy doesn’t allow it.'],
    ],
  ])('%s', (_, set, rows, removed) => {
    const found = reachOfSet(set, catalog);
    expect(found.rows.map(short)).toEqual(rows);
    expect(found.removed.map(removalInWords)).toEqual(removed);
  });
});

const reachOfDraft = (draft: Draft): readonly RoleReach[] => {
  const { documents } = deliver(draft, builtIn);
  const services = namedServices(documents.map(({ policy }) => policy));
  const setting = { catalog, services, account: ACCOUNT, endpoints: reachEndpoints(documents) };
  return reachSubjects(draft, documents, builtIn).flatMap(
    (subject) => [...reachOfSubject(subject, setting)].at(-1) ?? [],
  );
};
const everyone = (own: Partial<Draft> = {}): Draft =>
  fillExamples(
    createDraft({ personas: personas.map(({ id }) => id), layout: 'perPersona', ...own }, builtIn),
    builtIn,
  );

describe('the roles of a draft', () => {
  it.each(['deny', 'conditions', 'boundary', 'serviceControl'] as const)(
    'have a row for each call that is allowed, with all guardrails enforced with: %s',
    (delivery) => {
      const chosen = guardrails.map(({ id }) => ({ guardrail: id, options: {} }));
      const draft = everyone({ limits: { chosen, delivery, exemption: false, ceiling: 'services' } });
      const { documents } = deliver(draft, builtIn);
      const reaches = reachOfDraft(draft);
      expect(reaches).toHaveLength(personas.filter(({ kind }) => kind === 'identity').length);
      for (const { policies, id } of reachSubjects(draft, documents, builtIn)) {
        const { rows, errors } = reaches.find((reach) => reach.id === id) ?? { rows: [], errors: [id] };
        expect(errors).toEqual([]);
        const prepared = prepare(policies.set);
        const principal = `arn:aws:iam::${ACCOUNT}:role/${id}`;
        const wrong = rows
          .filter(({ state }) => state === 'allowed')
          .flatMap(({ actions, resource }) => actions.map((action) => ({ action, resource })))
          .filter(({ action, resource }) => {
            const arn =
              typeof resource === 'string'
                ? resource.replace(/\*$/, 'x').replaceAll(/\*|^x$/g, (text) => (text === 'x' ? '*' : 'y'))
                : '*';
            const request = { principal, action, resource: { arn, accountId: ACCOUNT }, context: {} };
            return isAllowed(prepared.verdict(request, { catalog, missingKeys: 'unknown' })) !== true;
          });
        expect(wrong).toEqual([]);
      }
    },
  );

  it('are one where one role has everything', () => {
    expect(reachOfDraft(everyone({ layout: 'merged' })).map(({ id }) => id)).toEqual(['merged']);
  });

  it.each([1, 100])(
    'of an imported policy of %i statements are by themselves, in how many parts it may be',
    (count) => {
      const Statement = Array.from({ length: count }, (_, at) =>
        allow({ Action: 's3:GetObject', Resource: `arn:aws:s3:::b${at}/*` }),
      );
      const text = JSON.stringify({ Version: '2012-10-17', Statement });
      const edits = importedPolicyEdits({ title: 'Ledger', kind: 'identity', text });
      const { draft } = addImportedPolicies(everyone(), edits ? [edits] : []);
      const [role] = reachOfDraft(draft).filter(({ id }) => id === 'own-1');
      expect(role).toMatchObject({ title: 'Ledger', errors: [] });
      expect(new Set(role?.rows.map(({ resource }) => resource)).size).toBe(count);
    },
  );

  it('differ in what only one of them reaches', () => {
    const found = reachDifferences(reachOfDraft(everyone()));
    const only = found.map(({ role, can, service }) => `${role} ${can} ${service}`);
    expect(only).toContain('imageBuildRole write ecr');
    expect(reachDifferences(reachOfDraft(everyone({ layout: 'merged' })))).toEqual([]);
  });

  it.each([
    ['ledger', ['covered']],
    ['s3:putobject', ['named']],
    ['ml-output', ['named', 'covered']],
    ['PassRole', ['named', 'covered']],
    ['dynamodb:GetItem', []],
  ])('are found by %s', (text, matches) => {
    const { hits } = searchReach(reachOfDraft(everyone()), text);
    expect([...new Set(hits.map(({ match }) => match))].toSorted()).toEqual(matches.toSorted());
  });
});

describe('search', () => {
  const found = (set: PolicySet, text: string) => {
    const { rows, removed } = reachOfSet(set, catalog);
    const role = { id: 'a', title: 'Worker', personas: ['a'], rows, removed, errors: [] };
    const { hits, removed: gone } = searchReach([role], text);
    return [...hits.map(({ match }) => match), ...gone.map(() => 'removed')];
  };
  const get = (Resource: string) => identity(allow({ Action: 's3:GetObject', Resource }));
  it.each<readonly [string, PolicySet, string, readonly string[]]>([
    ['a bucket by *', get('*'), 'acme-ml-raw', ['covered']],
    ['a bucket by a pattern', get('arn:aws:s3:::acme-*'), 'acme-ml-raw', ['covered']],
    ['a bucket that is another', get('arn:aws:s3:::other/*'), 'acme-ml-raw', []],
    ['a bucket by its name', get('arn:aws:s3:::acme-ml-raw/*'), 'acme-ml-raw', ['named']],
    ['a part of a key', get('arn:aws:s3:::acme/fraud/*'), 'fraud', ['named']],
    ['an S3 address', get('arn:aws:s3:::acme/fraud/*'), 's3://acme/fraud/', ['named']],
    ['an S3 address under a pattern', get('arn:aws:s3:::acme/*'), 's3://acme/fraud/x.csv', ['covered']],
    ['an S3 address elsewhere', get('arn:aws:s3:::acme/other/*'), 's3://acme/fraud/x.csv', []],
    ['an ARN', get('arn:aws:s3:::acme/*'), 'arn:aws:s3:::acme/a', ['covered']],
    ['a missing value', get('arn:aws:s3:::<BUCKET>/*'), 'acme-ml-raw', ['missing']],
    ['an action', get('*'), 's3:GetObject', ['named']],
    ['an action by a pattern', get('*'), 's3:Get*', ['named']],
    [
      'an action of services that no policy names',
      identity(allow({ Action: '*', Resource: '*' })),
      'sqs:SendMessage',
      ['covered'],
    ],
    ['a role', get('*'), 'worker', ['named']],
    ['two words', get('arn:aws:s3:::acme/*'), 'worker acme', ['named']],
    ['two words, one of them elsewhere', get('arn:aws:s3:::acme/*'), 'worker sagemaker', []],
    ['what is denied', identity(put, deny({ Action: 's3:*', Resource: '*' })), 's3:PutObject', ['removed']],
    ['nothing', get('*'), '  ', []],
    [
      'all but a resource',
      identity(allow({ Action: 's3:GetObject', NotResource: 'arn:aws:s3:::acme/*' })),
      'arn:aws:s3:::acme/a',
      [],
    ],
  ])('finds %s', (_, set, text, matches) => {
    expect(found(set, text)).toEqual(matches);
  });
});
