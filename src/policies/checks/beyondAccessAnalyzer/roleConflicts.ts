import type { PassableRoles, RoleConflict, StatedConflict } from '../../model/rolesInAccount.ts';
import type { Check, Example, Rule } from '../check.ts';
import { identity } from '../examples.ts';

const SOURCE = 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html';

const ARN = 'arn:aws:iam::111122223333:role/ml-role';

const example = (conflicts: readonly StatedConflict[]): Example & { readonly roles: PassableRoles } => ({
  ...identity({}),
  roles: { created: [], existing: [ARN], replaced: [], missing: [], conflicts },
});

const personas = '“Notebook and Studio execution role”, “Inference execution role”';

const sharedRule: Rule = {
  code: 'SPB_ROLE_SHARED',
  type: 'SECURITY_WARNING',
  message:
    'The role {arns} is entered for several personas, so it gets the permissions and trust policies of all of them: {personas}.',
  advice:
    'Enter a different role for each persona in step 3. To have one role with all these permissions, select “One role for all personas” in step 6. Tests of these personas use the permissions of all of them.',
  invalid: example([{ conflict: 'shared', name: 'ml-role', arns: [ARN], personas }]),
  valid: example([]),
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
};

const takenRule: Rule = {
  code: 'SPB_ROLE_NAME_TAKEN',
  type: 'ERROR',
  message:
    'The export can’t create “{created}”, because a role named {role} already exists: {arns}. This name is entered for {personas}.',
  advice:
    'Role names must be unique within an account, regardless of path and case. Enter another name in step 3, or select “One role for all personas” in step 6. Until you do, the export doesn’t create the role. Tests of these personas run with the permissions of each persona, and with those of all of them.',
  invalid: example([
    { conflict: 'taken', name: 'ml-role', arns: [ARN], personas, created: 'Inference execution role' },
  ]),
  valid: example([]),
  source: SOURCE,
};

const ambiguousRule: Rule = {
  code: 'SPB_ROLE_NAME_AMBIGUOUS',
  type: 'ERROR',
  message:
    'These ARNs have the same role name, {role}, and can’t all exist in one account: {arns}. The export attaches policies by role name, so one role gets the permissions of {personas}.',
  advice:
    'Role names must be unique within an account, regardless of path and case. Enter the exact ARN of each role in step 3. If the roles are in different accounts, also enter the account ID. Tests of these personas run with the permissions of each persona, and with those of all of them.',
  invalid: example([
    { conflict: 'ambiguous', name: 'ml-role', arns: [ARN, ARN.replace('/', '/team/')], personas },
  ]),
  valid: example([]),
  source: SOURCE,
};

const rules: Readonly<Record<RoleConflict, Rule>> = {
  shared: sharedRule,
  taken: takenRule,
  ambiguous: ambiguousRule,
};

/** Only for documents of a draft: for others, the roles of the account are unknown. */
export const roleConflicts: Check = {
  rules: [sharedRule, takenRule, ambiguousRule],
  run({ roles, elements, root, report }) {
    for (const { conflict, name, arns, personas: having, created = '' } of roles?.conflicts ?? [])
      report(rules[conflict], elements.get('Statement')?.value ?? root, {
        role: name,
        arns: arns.join(', '),
        personas: having,
        ...(created === '' ? {} : { created }),
      });
  },
};
