/** The names of what holds policies, and of their parts, as YAML has them: without quotation marks, or with them, first in a line. */
const MODULE =
  '(?:(?:amazon|community)\\.aws\\.)?(?:iam_(?:policy|managed_policy|role)|s3_bucket|kms_key|aws_kms|sqs_queue|sns_topic|ecs_ecr|secretsmanager_secret|ec2_vpc_endpoint)';

const NAME = `Resources|AWSTemplateFormatVersion|\\w*Statements?|\\w*PolicyDocument|Document|policyDocument|statements|iamRoleStatements|additionalPolicies|${MODULE}`;

const SIGN = new RegExp(
  String.raw`^[ \t]*(?:-[ \t]+)*(?:(?:${NAME})[ \t]*:(?:[ \t]|\r?$)|(?:(?:local_)?action|module)[ \t]*:[ \t]*["']?${MODULE}\b|["']?Effect["']?[ \t]*:[ \t]*["']?(?:Allow|Deny)["']?[ \t]*(?:#.*)?\r?$)|\bType["']?[ \t]*:[ \t]*["']?AWS::|\{[ \t]*(?:Sid: [^,{}]{1,80}, )?Effect: `,
  'm',
);

const START =
  /^\uFEFF?\s*(?:#|%YAML|---|-[ \t]+["']?[\w.-]+["']?[ \t]*:|["']?[\w./-]+["']?[ \t]*:(?:[ \t]|\r?\n|$))/;

/** The first line that is no comment, and not blank. */
const FIRST_LINE = /^(?![ \t\r]*(?:#|$))[^\n]*/m;

/** Whether a text is YAML that may hold a policy, by how it begins and the names in it. Prose and JSON are not. */
export function looksLikeYaml(text: string): boolean {
  const [first = ''] = FIRST_LINE.exec(text) ?? [];
  return !/^\s*[{[]/.test(first) && START.test(text) && SIGN.test(text);
}
