import { matchesResource } from '../../language/resourcePattern.ts';
import type { PassableRoles } from '../../model/rolesInAccount.ts';
import type { Check, CheckContext, Rule } from '../check.ts';
import { statements } from '../examples.ts';
import { statementsMatching } from '../granted.ts';
import type { TextEntry } from '../../language/textEntries.ts';
import { canMeet, unknownAsWildcard } from './reach.ts';

const TRAINING = 'arn:aws:iam::111122223333:role/ml-training-role';
const pass = (Resource: string) =>
  statements([
    {
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource,
      Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
    },
  ]);
const roles: PassableRoles = {
  created: [{ title: 'Training and processing execution role', arn: TRAINING }],
  existing: [],
  replaced: [],
  missing: [{ placeholder: '<SAGEMAKER_PIPELINE_EXECUTION_ROLE_ARN>', label: 'Pipeline execution role' }],
};

const missingRule: Rule = {
  code: 'SPB_PASSED_ROLE_MISSING',
  type: 'WARNING',
  message: 'The role “{role}” is passed here, but the export doesn’t create it and you didn’t enter its ARN.',
  advice:
    'Enter the ARN of an existing role in step 3, or select the persona with this role in step 1 so that the export creates it. Until then, every call that passes this role is denied.',
  invalid: { ...pass('<SAGEMAKER_PIPELINE_EXECUTION_ROLE_ARN>'), roles },
  valid: { ...pass(TRAINING), roles },
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
};
const unknownRule: Rule = {
  code: 'SPB_PASSED_ROLE_UNKNOWN',
  type: 'WARNING',
  message:
    '{arn} is passed here, but the export doesn’t create this role and it isn’t entered as an existing role.',
  advice:
    'In step 3, enter the ARN as the role of the service that it’s passed to. Or pass a role that the export creates.',
  invalid: { ...pass('arn:aws:iam::111122223333:role/Other'), roles },
  valid: { ...pass(TRAINING), roles },
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
};
const otherArnRule: Rule = {
  code: 'SPB_PASSED_ROLE_OTHER_ARN',
  type: 'WARNING',
  message: '{arn} is passed here, but the export creates “{role}” as {created}.',
  advice:
    'A role is passed by its exact ARN with account, path, and name. Pass the ARN of the created role, or enter this ARN as an existing role.',
  invalid: { ...pass('arn:aws:iam::111122223333:role/path/ml-training-role'), roles },
  valid: { ...pass(TRAINING), roles },
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
};

const patternRule: Rule = {
  code: 'SPB_PASSED_ROLE_PATTERN',
  type: 'WARNING',
  message:
    '{arn} is passed here, but it doesn’t match a role that the export creates or an existing role that you entered.',
  advice: 'Enter the ARN of the role in step 3, or use a role that the export creates.',
  invalid: { ...pass('arn:aws:iam::111122223333:role/other-*'), roles },
  valid: { ...pass('arn:aws:iam::111122223333:role/ml-*'), roles },
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
};

const nameOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1).toLowerCase();

/** The rule that a passed role breaks; nothing for a role of the draft, and for an ARN that depends on the request. */
function brokenBy(arn: string, passableRoles: PassableRoles) {
  const open = passableRoles.missing.find(({ placeholder }) => placeholder === arn);
  if (open) return { rule: missingRule, values: { role: open.label } };
  if (!/^arn:[^:]*:iam::[^:]*:role\/./.test(arn) || arn.includes('$')) return undefined;
  const arns = [...passableRoles.existing, ...passableRoles.created.map((role) => role.arn)];
  if (/[*?]/.test(arn))
    return arns.some((role) => mayMatch(arn, role)) ? undefined : { rule: patternRule, values: { arn } };
  if (arns.includes(arn)) return undefined;
  const instead =
    passableRoles.replaced.find((entry) => entry.arn === arn)?.by ??
    passableRoles.created.find((role) => nameOf(role.arn) === nameOf(arn));
  if (!instead) return { rule: unknownRule, values: { arn } };
  return { rule: otherArnRule, values: { arn, role: instead.title, created: instead.arn } };
}

/** What is still to be filled in may be anything. */
const mayMatch = (arn: string, role: string): boolean =>
  /</.test(arn + role)
    ? canMeet(unknownAsWildcard(arn), unknownAsWildcard(role))
    : matchesResource(arn, role);

/** One finding for each role, with the further places where it is passed. */
function run(context: CheckContext, passableRoles: PassableRoles): void {
  const places = new Map<string, TextEntry[]>();
  for (const { statement } of statementsMatching(context, 'Allow', 'iam:PassRole'))
    for (const entry of statement.resources)
      places.set(entry.text, [...(places.get(entry.text) ?? []), entry]);
  for (const [arn, [first, ...others]] of places) {
    const broken = brokenBy(arn, passableRoles);
    if (broken && first)
      context.report(
        broken.rule,
        first.node,
        broken.values,
        others.map(({ node }) => node),
      );
  }
}

/** Only for policies of a draft: for others, the roles of the account are unknown. */
export const passedRoles: Check = {
  rules: [missingRule, unknownRule, otherArnRule, patternRule],
  run(context) {
    if (context.type === 'identity' && context.roles) run(context, context.roles);
  },
};
