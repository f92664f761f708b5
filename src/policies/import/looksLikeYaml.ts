/** The names of what holds policies, and of their parts, as YAML has them: without quotation marks, or with them, first in a line. */
const SIGN =
  /^[ \t]*(?:-[ \t]+)*(?:(?:Resources|AWSTemplateFormatVersion|\w*Statements?|\w*PolicyDocument|Document|policyDocument|statements|iamRoleStatements|additionalPolicies|(?:(?:amazon|community)\.aws\.)?(?:iam_(?:policy|managed_policy|role)|s3_bucket|kms_key|sqs_queue|sns_topic|ecs_ecr|secretsmanager_secret|ec2_vpc_endpoint))[ \t]*:(?:[ \t]|\r?$)|["']?Effect["']?[ \t]*:[ \t]*["']?(?:Allow|Deny)["']?[ \t]*(?:#.*)?\r?$)|\bType["']?[ \t]*:[ \t]*["']?AWS::|\{[ \t]*(?:Sid: [^,{}]{1,80}, )?Effect: /m;

const START =
  /^\uFEFF?\s*(?:#|%YAML|---|-[ \t]+["']?[\w.-]+["']?[ \t]*:|["']?[\w./-]+["']?[ \t]*:(?:[ \t]|\r?\n|$))/;

/** The first line that is no comment, and not blank. */
const FIRST_LINE = /^(?![ \t\r]*(?:#|$))[^\n]*/m;

/** Whether a text is YAML that may hold a policy, by how it begins and the names in it. Prose and JSON are not. */
export function looksLikeYaml(text: string): boolean {
  const [first = ''] = FIRST_LINE.exec(text) ?? [];
  return !/^\s*[{[]/.test(first) && START.test(text) && SIGN.test(text);
}
