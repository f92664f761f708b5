import { expect, it } from 'vitest';
import { readImport } from '../readImport.ts';

/** Managed policies that a configuration attaches and does not have: each is named with its role, or listed. */

const role =
  'resource "aws_iam_role" "r" {\n  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "sagemaker.amazonaws.com" } }] })\n}\n';
const own =
  'resource "aws_iam_policy" "own" {\n  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }] })\n}\n';
const attachment = (arn: string, more = '', to = 'aws_iam_role.r.name', type = 'role') =>
  `resource "aws_iam_${type}_policy_attachment" "a" {\n  ${more}\n  ${type} = ${to}\n  policy_arn = ${arn}\n}\n`;
const module = (more: string) =>
  `module "m" {\n  source = "terraform-aws-modules/lambda/aws"\n  ${more}\n}\n`;
const [READ, WRITE] = ['arn:aws:iam::aws:policy/Read', 'arn:aws:iam::aws:policy/Write'];

it.each<[name: string, text: string, told: readonly string[], listed: readonly string[]]>([
  ['of AWS', role + attachment(`"${READ}"`), [READ], []],
  [
    'by a condition',
    role + attachment(`"${READ}"`, 'count = var.on ? 1 : 0'),
    [`${READ} (only if var.on)`],
    [],
  ],
  ['never', role + attachment(`"${READ}"`, 'count = 0'), [], []],
  ['of the file', role + own + attachment('aws_iam_policy.own.arn'), [], []],
  ['of a variable', role + attachment('var.policy'), ['var.policy'], []],
  ['of another file', role + attachment('aws_iam_policy.other.arn'), ['aws_iam_policy.other.arn'], []],
  ['of a data source', role + attachment('data.aws_iam_policy.x.arn'), ['data.aws_iam_policy.x.arn'], []],
  [
    'for each',
    role + attachment('each.value', `for_each = toset(["${READ}", "${WRITE}"])`),
    [READ, WRITE],
    [],
  ],
  [
    'for each of a variable',
    role + attachment('each.value', 'for_each = var.policies'),
    ['each.value (only if var.policies isn’t empty)'],
    [],
  ],
  ['of a role that is elsewhere', attachment(`"${READ}"`, '', 'var.role'), [], [READ]],
  ['of a user', attachment(`"${READ}"`, '', 'aws_iam_user.u.name', 'user'), [], [READ]],
  ['of a module', module(`policies = ["${READ}", "${WRITE}"]`), [], [READ, WRITE]],
  ['of a module by names', module(`policies = {\n    a = "${READ}"\n  }`), [], [READ]],
  ['of a module, one', module(`policy = "${READ}"`), [], [READ]],
  ['of a module by a variable', module('role_policy_arns = var.arns'), [], ['var.arns']],
  ['of a module from the file', own + module('role_policy_arns = [aws_iam_policy.own.arn]'), [], []],
  ['no policy of a module', module('retention_policy = "keep"'), [], []],
])('%s', (_name, text, told, listed) => {
  const { policies, refusals } = readImport(text);
  const notes = policies.flatMap((one) => one.notes.filter(({ code }) => code === 'attached'));
  expect(notes.map(({ detail }) => detail)).toEqual(told);
  const elsewhere = refusals.filter(({ code }) => code === 'elsewhere').map(({ detail }) => detail);
  expect(elsewhere).toEqual(listed);
});
