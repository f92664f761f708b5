import { hasPlaceholder } from '../language/placeholder.ts';
import { type Check, type CheckContext, isResourceLike, type Rule } from './check.ts';
import { resource, trust } from './examples.ts';
import { type CheckedStatement, members, type PrincipalEntry } from './checkedStatement.ts';

const ROLE = 'arn:aws:iam::111122223333:role/Reader';
const GOOD = resource({});

function error(code: string, message: string, advice: string, raises: Rule['raises'], passes = GOOD): Rule {
  return { code, type: 'ERROR', message, advice, raises, passes };
}

const formatRule = error(
  'INVALID_PRINCIPAL_FORMAT',
  'A principal that is a text can only be "*".',
  'Write an object: {"AWS": "…"} or {"Service": "…"}.',
  resource({ Principal: ROLE }),
);
const kindRule = error(
  'INVALID_PRINCIPAL_KEY',
  'There are no principals of the kind {kind}.',
  'Write AWS, Service, Federated or CanonicalUser.',
  resource({ Principal: { Aws: ROLE } }),
);
const partialRule = error(
  'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
  '{principal} has a wildcard within a name.',
  'A principal is named in full or is "*". For a pattern use "*" with aws:PrincipalArn in a condition.',
  resource({ Principal: { AWS: 'arn:aws:iam::111122223333:role/team-a-*' } }),
);
const federatedRule = error(
  'FEDERATED_PRINCIPAL_NOT_SUPPORTED',
  'Only the trust policy of a role takes federated principals.',
  'Name the role that they assume.',
  resource({ Principal: { Federated: 'cognito-identity.amazonaws.com' } }),
);
const notPrincipalInTrustRule = error(
  'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL',
  'A trust policy takes no NotPrincipal.',
  'Name whom you trust.',
  trust({ Principal: undefined, NotPrincipal: { AWS: ROLE } }),
  trust({}),
);
const starInTrustRule = error(
  'ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
  'A trust policy does not take "*" as principal.',
  'Name whom you trust.',
  trust({ Principal: '*' }),
  trust({}),
);
const resourceInTrustRule = error(
  'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE',
  'A trust policy takes no {element}.',
  'It stands on the role itself. Remove the element.',
  trust({ Resource: '*' }),
  trust({}),
);
const federatedFormatRule = error(
  'INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY',
  '{principal} is neither a domain nor the ARN of a provider.',
  'Write a domain such as cognito-identity.amazonaws.com, or the ARN of a SAML or OIDC provider.',
  trust({ Action: 'sts:AssumeRoleWithSAML', Principal: { Federated: 'my provider' } }),
  trust({
    Action: 'sts:AssumeRoleWithSAML',
    Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/Corp' },
  }),
);
const notPrincipalRule: Rule = {
  ...error(
    'ALLOW_WITH_NOT_PRINCIPAL',
    'Allow with NotPrincipal allows everybody else, anonymous callers too.',
    'Name whom you allow.',
    resource({ Principal: undefined, NotPrincipal: { AWS: ROLE } }),
  ),
  type: 'SECURITY_WARNING',
};
const roleIdRule: Rule = {
  ...error(
    'INVALID_ROLE_REFERENCE',
    '{principal} is the ID of a role that no longer exists.',
    'IAM shows the ID in place of a deleted role. Name the role by its ARN, or remove it.',
    resource({ Principal: { AWS: 'AROAEXAMPLEID1234567' } }),
  ),
  type: 'WARNING',
};
const userIdRule: Rule = {
  ...roleIdRule,
  code: 'INVALID_USER_REFERENCE',
  message: '{principal} is the ID of a user that no longer exists.',
  raises: resource({ Principal: { AWS: 'AIDAEXAMPLEID1234567' } }),
};
const sessionRule: Rule = {
  ...error(
    'REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY',
    '{principal} is a session of a role that is named itself.',
    'Remove the session, or the role if only the session is meant.',
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
