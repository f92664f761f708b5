import type { Check, CheckContext, FindingType, Rule } from './check.ts';
import { identity } from './examples.ts';
import type { CheckedStatement } from './checkedStatement.ts';
import type { TextEntry } from '../language/textEntries.ts';

/** Two actions that hand out access: passing a role, and creating one that is linked to a service. */
interface Grant {
  readonly action: string;
  readonly code: string;
  readonly type: FindingType;
  readonly advice: string;
  /** Condition that narrows the grant enough, observed with Access Analyzer. */
  readonly limit: object;
  readonly isLimited: (statement: CheckedStatement) => boolean;
}

/** Observed with Access Analyzer: for these services IfExists does not weaken the condition, for others it does. */
const ENOUGH_WITH_IF_EXISTS: ReadonlySet<string> = new Set([
  'lambda.amazonaws.com',
  'cloudformation.amazonaws.com',
]);

const passRole: Grant = {
  action: 'iam:PassRole',
  code: 'PASS_ROLE',
  type: 'SECURITY_WARNING',
  advice:
    'Anyone who can pass any role can gain that role’s permissions. Specify the exact role, and the service with iam:PassedToService.',
  limit: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
  isLimited: ({ conditions }) =>
    conditions.some(
      ({ lowerKey, operator, values }) =>
        lowerKey === 'iam:passedtoservice' &&
        operator?.family === 'String' &&
        (!operator.ifExists || values.every(({ text }) => ENOUGH_WITH_IF_EXISTS.has(text))),
    ),
};

const createRole: Grant = {
  action: 'iam:CreateServiceLinkedRole',
  code: 'CREATE_SLR',
  type: 'WARNING',
  advice:
    'A service-linked role lets its service act in the account. Specify the service with iam:AWSServiceName, without wildcards.',
  limit: { StringEquals: { 'iam:AWSServiceName': 'sagemaker.amazonaws.com' } },
  isLimited: ({ conditions }) =>
    conditions.some(
      ({ lowerKey, operator, values }) =>
        lowerKey === 'iam:awsservicename' &&
        operator?.family === 'String' &&
        !(operator.wildcards && values.some(({ text }) => /[*?]/.test(text))),
    ),
};

type How = 'named' | 'pattern' | 'notAction';

const HOW: readonly (readonly [How, inStar: string, inNot: string, words: string, element: object])[] = [
  ['named', 'WITH_STAR_IN_RESOURCE', 'WITH_NOT_RESOURCE', '', {}],
  [
    'pattern',
    'WITH_STAR_IN_ACTION_AND_RESOURCE',
    'WITH_STAR_IN_ACTION_AND_NOT_RESOURCE',
    ', through a wildcard,',
    {},
  ],
  [
    'notAction',
    'WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
    'WITH_NOT_ACTION_AND_NOT_RESOURCE',
    ', through NotAction,',
    { Action: undefined, NotAction: 's3:*' },
  ],
];

function rulesOf(grant: Grant) {
  const { action, code, type, advice, limit } = grant;
  return HOW.map(([how, inStar, inNot, words, element]) => {
    const actions = how === 'notAction' ? element : { Action: how === 'named' ? action : 'iam:*' };
    const valid = identity({ ...actions, Resource: '*', Condition: limit });
    const rule = (suffix: string, where: string, resources: object): Rule => ({
      code: `${code}_${suffix}`,
      type,
      message: `The statement allows ${action}${words} ${where}.`,
      advice,
      invalid: identity({ ...actions, ...resources }),
      valid,
    });
    return {
      how,
      star: rule(inStar, 'on every resource', { Resource: '*' }),
      not: rule(inNot, 'on all resources except some', {
        Resource: undefined,
        NotResource: 'arn:aws:iam::111122223333:role/Admin',
      }),
    };
  });
}

const kinds = [passRole, createRole].map((grant) => ({ grant, forms: rulesOf(grant) }));

/** The entry through which a statement grants the action: by name before by pattern. */
function grantedBy(
  statement: CheckedStatement,
  action: string,
): readonly [How, TextEntry | undefined] | undefined {
  const lower = action.toLowerCase();
  if (statement.elements.has('NotAction')) {
    return statement.notActions.length > 0 && !statement.excludedAction(lower)
      ? ['notAction', undefined]
      : undefined;
  }
  const entry = statement.matchingAction(lower);
  return entry && [entry.text.toLowerCase() === lower ? 'named' : 'pattern', entry];
}

function run({ report }: CheckContext, statement: CheckedStatement): void {
  const star = statement.resources.find(({ text }) => text === '*');
  const not = statement.elements.get('NotResource');
  if (statement.effect !== 'Allow' || (!star && !not)) return;
  for (const { grant, forms } of kinds) {
    const [how, entry] = grantedBy(statement, grant.action) ?? [];
    const form = forms.find((candidate) => candidate.how === how);
    if (!form || grant.isLimited(statement)) continue;
    report(
      not ? form.not : form.star,
      entry?.node ?? statement.elements.get('NotAction')?.key ?? statement.node,
    );
  }
}

/** Observed: only the bare "*" counts as every resource; a pattern of role names does not. */
export const roleGrants: Check = {
  rules: kinds.flatMap(({ forms }) => forms.flatMap(({ star, not }) => [star, not])),
  run(context) {
    if (context.type !== 'identity') return;
    for (const statement of context.statements) run(context, statement);
  },
};
