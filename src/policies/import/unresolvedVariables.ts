/**
 * What a shell, `cmd` of Windows, Terraform, or another tool would put a value for, and IAM takes literally. Policy variables of IAM have one colon in their
 * name, or are one sign; a dollar sign more in front is an escape of Terraform.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
const VARIABLE =
  /\$\$+\{[^{}\n]{0,80}\}?|\\\$\{[^{}\n]{0,80}\}?|\$\{[^{}\n]{0,80}\}?|&\{[\w-]+:[^{}\n]{1,80}\}|\$[A-Za-z_]\w*|%(?![0-9A-Fa-f]{2}%)[A-Za-z_]\w{0,60}%/g;

const OF_IAM = /^\$\{(?:[*?$]|[\w./-]{1,80}:(?!:)[^\n]*)\}?$/;

/**
 * Names that AWS itself writes with such a sign: versions of functions and launch templates, routes and stages of APIs, topics of AWS IoT,
 * and folders of Amazon EMR.
 * Sources: https://docs.aws.amazon.com/lambda/latest/dg/configuration-versions.html,
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-routes-integrations.html,
 * https://docs.aws.amazon.com/iot/latest/developerguide/reserved-topics.html
 */
const OF_AWS = /^\$(?:LATEST|latest|Latest|Default|default|connect|disconnect|aws|share|folder(?=$))$/;

/** The first variable in a string that nothing has put a value for; nothing where IAM knows all of them. */
export function unresolvedVariable(text: string): string | undefined {
  if (!/[$&%]/.test(text)) return undefined;
  return Array.from(text.matchAll(VARIABLE), ([variable]) => variable).find(
    (variable) => !OF_IAM.test(variable) && !OF_AWS.test(variable),
  );
}
