import { hasPlaceholder } from '../language/placeholder.ts';
import { type Check, type CheckContext, isResourceLike, type Rule } from './check.ts';
import { resource, trust } from './examples.ts';
import { type CheckedStatement, members, type PrincipalEntry } from './checkedStatement.ts';

const ROLE = 'arn:aws:iam::111122223333:role/Reader';
const GOOD = resource({});

function error(code: string, message: string, advice: string, invalid: Rule['invalid'], valid = GOOD): Rule {
  return { code, type: 'ERROR', message, advice, invalid, valid };
}

const formatRule = error(
  'INVALID_PRINCIPAL_FORMAT',
  'A Principal string must be "*".',
  'Use an object: {"AWS": "…"} or {"Service": "…"}.',
  resource({ Principal: ROLE }),
);
const kindRule = error(
  'INVALID_PRINCIPAL_KEY',
  'The principal type {kind} doesn’t exist.',
  'Use AWS, Service, Federated, or CanonicalUser.',
  resource({ Principal: { Aws: ROLE } }),
);
const partialRule = error(
  'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
  '{principal} contains a wildcard within a name.',
  'Specify the full principal or "*". For patterns, use "*" with a condition on aws:PrincipalArn.',
  resource({ Principal: { AWS: 'arn:aws:iam::111122223333:role/team-a-*' } }),
);
const federatedRule = error(
  'FEDERATED_PRINCIPAL_NOT_SUPPORTED',
  'Only role trust policies support federated principals.',
  'Use the ARN of the role that the federated users assume.',
  resource({ Principal: { Federated: 'cognito-identity.amazonaws.com' } }),
);
const notPrincipalInTrustRule = error(
  'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL',
  'Trust policies don’t support NotPrincipal.',
  'List the trusted principals.',
  trust({ Principal: undefined, NotPrincipal: { AWS: ROLE } }),
  trust({}),
);
const starInTrustRule = error(
  'ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
  'Trust policies must not use "*" as principal.',
  'List the trusted principals.',
  trust({ Principal: '*' }),
  trust({}),
);
const resourceInTrustRule = error(
  'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE',
  'Trust policies don’t support {element}.',
  'The policy applies to its role. Remove the element.',
  trust({ Resource: '*' }),
  trust({}),
);
const federatedFormatRule = error(
  'INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY',
  '{principal} isn’t a domain or a provider ARN.',
  'Use a domain such as cognito-identity.amazonaws.com, or the ARN of a SAML or OIDC provider.',
  trust({ Action: 'sts:AssumeRoleWithSAML', Principal: { Federated: 'my provider' } }),
  trust({
    Action: 'sts:AssumeRoleWithSAML',
    Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/Corp' },
  }),
);
const notPrincipalRule: Rule = {
  ...error(
    'ALLOW_WITH_NOT_PRINCIPAL',
    'Allow with NotPrincipal allows everyone else, including anonymous users.',
    'List the allowed principals.',
    resource({ Principal: undefined, NotPrincipal: { AWS: ROLE } }),
  ),
  type: 'SECURITY_WARNING',
};
const roleIdRule: Rule = {
  ...error(
    'INVALID_ROLE_REFERENCE',
    '{principal} is the ID of a role that no longer exists.',
    'IAM shows the ID instead of the ARN of a deleted role. Use the ARN of an existing role, or remove it.',
    resource({ Principal: { AWS: 'AROAEXAMPLEID1234567' } }),
  ),
  type: 'WARNING',
};
const userIdRule: Rule = {
  ...roleIdRule,
  code: 'INVALID_USER_REFERENCE',
  message: '{principal} is the ID of a user that no longer exists.',
  advice:
    'IAM shows the ID instead of the ARN of a deleted user. Use the ARN of an existing user, or remove it.',
  invalid: resource({ Principal: { AWS: 'AIDAEXAMPLEID1234567' } }),
};
const sessionRule: Rule = {
  ...error(
    'REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY',
    '{principal} is a session of a role that is also listed.',
    'Remove the session, or remove the role if you want to allow only the session.',
    trust({ Principal: { AWS: [ROLE, 'arn:aws:sts::111122223333:assumed-role/Reader/anna'] } }),
    trust({ Principal: { AWS: ROLE } }),
  ),
  type: 'SUGGESTION',
};

const KINDS = new Set(['AWS', 'Service', 'Federated', 'CanonicalUser']);
const DOMAIN = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/.*)?$/i;
const PROVIDER = /^arn:[^:]+:iam::\d{12}:(?:saml-provider|oidc-provider)\/.+$/;

function checkEntry(context: CheckContext, entry: PrincipalEntry): void {
  const { report, type, placeholders } = context;
  const { text: principal, node } = entry;
  if (placeholders === 'open' && hasPlaceholder(principal)) return;
  if (entry.kind === '*') {
    if (principal !== '*') report(formatRule, node);
    else if (type === 'trust') report(starInTrustRule, node);
    return;
  }
  if (/[*?]/.test(principal) && principal !== '*') report(partialRule, node, { principal });
  if (/^AROA[A-Z0-9]{8,}$/.test(principal)) report(roleIdRule, node, { principal });
  if (/^AIDA[A-Z0-9]{8,}$/.test(principal)) report(userIdRule, node, { principal });
  if (entry.kind !== 'Federated') return;
  if (type !== 'trust') report(federatedRule, node);
  else if (!DOMAIN.test(principal) && !PROVIDER.test(principal))
    report(federatedFormatRule, node, { principal });
}

function checkSessions({ report }: CheckContext, principals: readonly PrincipalEntry[]): void {
  const named = new Set(principals.map(({ text }) => text));
  for (const { text: principal, node } of principals) {
    const [, partition, account, role] =
      /^arn:([^:]+):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(principal) ?? [];
    if (role && named.has(`arn:${partition}:iam::${account}:role/${role}`))
      report(sessionRule, node, { principal });
  }
}

function run(context: CheckContext, statement: CheckedStatement): void {
  const { report, type } = context;
  const { elements, effect, principals, notPrincipals } = statement;
  const not = elements.get('NotPrincipal');
  if (not && type === 'trust') report(notPrincipalInTrustRule, not.key);
  if (not && effect === 'Allow' && isResourceLike(type)) report(notPrincipalRule, not.key);
  for (const element of ['Resource', 'NotResource']) {
    const found = elements.get(element);
    if (found && type === 'trust') report(resourceInTrustRule, found.key, { element });
  }
  for (const name of ['Principal', 'NotPrincipal']) {
    for (const { key } of members(elements.get(name)?.value)) {
      if (!KINDS.has(String(key.value))) report(kindRule, key, { kind: String(key.value) });
    }
  }
  for (const entry of [...principals, ...notPrincipals]) checkEntry(context, entry);
  if (type === 'trust') checkSessions(context, principals);
}

export const principals: Check = {
  rules: [
    formatRule,
    kindRule,
    partialRule,
    federatedRule,
    notPrincipalInTrustRule,
    starInTrustRule,
    resourceInTrustRule,
    federatedFormatRule,
    notPrincipalRule,
    roleIdRule,
    userIdRule,
    sessionRule,
  ],
  run(context) {
    if (!isResourceLike(context.type) && context.type !== 'trust') return;
    for (const statement of context.statements) run(context, statement);
  },
};
