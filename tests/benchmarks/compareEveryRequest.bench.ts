import { bench, describe } from 'vitest';
import { managedPolicies } from '../../src/policies/catalog/testing/managedPolicies.ts';
import { compose } from '../../src/policies/compose/compose.ts';
import { compareExact } from '../../src/policies/exact/compareExact.ts';
import { comparePermissions } from '../../src/policies/exact/compare.ts';
import { parsePolicy } from '../../src/policies/language/parse.ts';
import type { PolicyDocument, Statement } from '../../src/policies/language/policy.ts';
import { builtIn } from '../../src/policies/library/builtIn.ts';
import { everyChoice, everyPersona } from './everyChoice.ts';
import { testCatalog } from '../../src/policies/testing/testCatalog.ts';
import { compareEveryRequest } from '../../src/policies/access/everyRequest/compareEveryRequest.ts';
import type { PolicyPair } from '../../src/policies/access/everyRequest/accessDifference.ts';

const catalog = await testCatalog();

const usual = compose(everyPersona(), builtIn);
const everything = compose(everyChoice(), builtIn);
const pairs = everything.map(
  ({ id, kind, policy }): PolicyPair => ({
    kind,
    before: usual.filter((document) => document.id === id).map((document) => document.policy),
    after: [policy],
  }),
);

/** As the page asks: the list of changes, and a request for each kind. */
function compared(pair: PolicyPair): void {
  const changes = comparePermissions(pair.before, pair.after, catalog);
  for (const step of compareEveryRequest(pair, changes, catalog)) void step;
}

/** Statements as the wizard makes them: actions of one service on patterns, under a condition on a tag. */
const wizardLike = (count: number, extra: readonly Statement[] = []): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [
    ...Array.from(
      { length: count },
      (_, at): Statement => ({
        Sid: `S${at}`,
        Effect: at % 10 === 9 ? 'Deny' : 'Allow',
        Action: [
          's3:GetObject',
          's3:PutObject',
          `sagemaker:Create${['Model', 'TrainingJob', 'Endpoint'][at % 3]}`,
        ],
        Resource: [`arn:aws:s3:::team-${at}/*`, `arn:aws:sagemaker:*:111122223333:*/team-${at}-*`],
        Condition: { StringEquals: { 'aws:PrincipalTag/team': `team-${at}` } },
      }),
    ),
    ...extra,
  ],
});
const everyTenthChanged = (count: number): PolicyDocument => {
  const document = wizardLike(count);
  return {
    ...document,
    Statement: document.Statement.map((statement, at) =>
      at % 10 === 3 ? { ...statement, Resource: `arn:aws:s3:::team-${at}/shared/*` } : statement,
    ),
  };
};
const more: Statement = { Effect: 'Allow', Action: 's3:DeleteObject', Resource: 'arn:aws:s3:::team-1/*' };

const large = managedPolicies()
  .filter(({ text }) => text.length > 5000 && text.length < 6200)
  .slice(0, 20)
  .flatMap(({ text }) => {
    const read = parsePolicy(text);
    return read.ok ? [read.policy] : [];
  });
const withoutFirst = (document: PolicyDocument): PolicyDocument => ({
  ...document,
  Statement: document.Statement.slice(1),
});

describe('the largest wizard output, every document', () => {
  bench('the sentence alone, against the recommendation', () => {
    for (const { before, after } of pairs) compareExact(before, after, { catalog });
  });
  bench('the sentence alone, nothing changed', () => {
    for (const { after } of pairs) compareExact(after, after, { catalog });
  });
  bench('with the list and a request for each kind', () => {
    for (const pair of pairs) compared(pair);
  });
});

describe('20 managed policies of 5 to 6 kB', () => {
  bench('the sentence alone, one statement less', () => {
    for (const document of large) compareExact([document], [withoutFirst(document)], { catalog });
  });
  bench('with the list and a request for each kind', () => {
    for (const document of large)
      compared({ kind: 'identity', before: [document], after: [withoutFirst(document)] });
  });
});

describe('growth', () => {
  for (const count of [20, 200])
    bench(`the sentence alone, ${count} statements, one more`, () => {
      compareExact([wizardLike(count)], [wizardLike(count, [more])], { catalog });
    });
  for (const count of [20, 200])
    bench(`the sentence alone, ${count} statements, every tenth changed`, () => {
      compareExact([wizardLike(count)], [everyTenthChanged(count)], { catalog });
    });
  for (const count of [20, 200])
    bench(`with the list and a request for each kind, ${count} statements, one more`, () => {
      compared({ kind: 'identity', before: [wizardLike(count)], after: [wizardLike(count, [more])] });
    });
});
