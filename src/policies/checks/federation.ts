import { dnsSuffix } from '../language/partitions.ts';
import { globMatcher } from '../language/glob.ts';
import { hasPlaceholder } from '../language/placeholder.ts';
import type { Check, CheckContext, Rule } from './check.ts';
import { trust } from './examples.ts';
import type { CheckedStatement, ConditionUse } from './checkedStatement.ts';

/** Who may assume a role from outside AWS. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html */

const ROLES_ANYWHERE = new RegExp(String.raw`^rolesanywhere(?:\.[a-z0-9-]+)?\.${dnsSuffix}$`);
const GITHUB = 'token.actions.githubusercontent.com';
const provider = (name: string) => `arn:aws:iam::111122223333:oidc-provider/${name}`;
const oidc = (name: string, Condition?: object) =>
  trust({ Principal: { Federated: provider(name) }, Action: 'sts:AssumeRoleWithWebIdentity', Condition });
const BRANCH = { [`${GITHUB}:sub`]: 'repo:acme/ml:ref:refs/heads/main' };
const GOOD = oidc(GITHUB, { StringEquals: BRANCH });
const anchors = (actions: readonly string[]) =>
  trust({ Principal: { Service: 'rolesanywhere.amazonaws.com' }, Action: actions });
const ANCHOR_ACTIONS = ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'];

const missingKeyRule: Rule = {
  code: 'MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL',
  type: 'SECURITY_WARNING',
  message: 'All identities of {provider} can assume the role.',
  advice: 'Add a condition on a provider key such as :aud or :sub.',
  invalid: oidc('oidc.example.com/id/A1'),
  valid: oidc('oidc.example.com/id/A1', { StringEquals: { 'oidc.example.com/id/A1:aud': 'ml' } }),
};
const missingSubRule: Rule = {
  code: 'MISSING_GITHUB_REPO_CONDITION_KEY',
  type: 'SECURITY_WARNING',
  message: 'All repositories on GitHub can assume the role.',
  advice: `Add a condition on ${GITHUB}:sub.`,
  invalid: oidc(GITHUB, { StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com' } }),
  valid: GOOD,
};
const wildcardSubRule: Rule = {
  code: 'SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
  type: 'WARNING',
  message: '{value} allows more than one repository or branch to assume the role.',
  advice: 'Specify the repository and the branch.',
  invalid: oidc(GITHUB, { StringLike: { [`${GITHUB}:sub`]: 'repo:acme/ml:*' } }),
  valid: GOOD,
};
const anyAudienceRule: Rule = {
  code: 'FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE',
  type: 'SECURITY_WARNING',
  message: 'ForAnyValue is used with the audience claim {key}, which has a single value.',
  advice: 'Remove ForAnyValue.',
  invalid: oidc('oidc.example.com', { 'ForAnyValue:StringEquals': { 'oidc.example.com:aud': 'ml' } }),
  valid: oidc('oidc.example.com', { StringEquals: { 'oidc.example.com:aud': 'ml' } }),
};
const confirmAudienceRule: Rule = {
  ...anyAudienceRule,
  code: 'CONFIRM_AUDIENCE_CLAIM_TYPE',
  type: 'SUGGESTION',
  message: 'The audience claim {key} is compared as a list of values.',
  advice:
    'Confirm that your provider sends several values in this claim. If it sends one, remove ForAllValues or ForAnyValue.',
};
const mismatchedRule: Rule = {
  code: 'MISMATCHED_ACTION_FOR_PRINCIPAL',
  type: 'ERROR',
  message: '{principal} can’t be used with {action}.',
  advice:
    'Use sts:AssumeRoleWithSAML for SAML providers, sts:AssumeRoleWithWebIdentity for OIDC providers, and sts:AssumeRole for AWS principals and services.',
  invalid: trust({ Action: 'sts:AssumeRoleWithSAML', Principal: { Service: 'sagemaker.amazonaws.com' } }),
  valid: GOOD,
};
const missingAnchorRule: Rule = {
  code: 'MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY',
  type: 'ERROR',
  message: 'IAM Roles Anywhere also requires {actions}.',
  advice: 'Allow sts:AssumeRole, sts:SetSourceIdentity, and sts:TagSession in the statement.',
  invalid: anchors(['sts:AssumeRole']),
  valid: anchors(ANCHOR_ACTIONS),
};

const SAML = /:saml-provider\//;

/** A provider that is not filled in yet is a missing value: it could become any kind of provider. */
const isMissing = (text: string, { placeholders }: CheckContext): boolean =>
  placeholders === 'open' && hasPlaceholder(text) && !/:(?:saml|oidc)-provider\//.test(text);

function checkActions(context: CheckContext, { actions, principals }: CheckedStatement): void {
  for (const { text: action, node } of actions) {
    const lower = action.toLowerCase();
    const needs =
      lower === 'sts:assumerolewithsaml' ? 'saml' : lower === 'sts:assumerolewithwebidentity' ? 'oidc' : '';
    if (!needs) continue;
    for (const { kind, text: principal } of principals) {
      if (kind === '*' || principal === '*' || isMissing(principal, context)) continue;
      const is = kind !== 'Federated' ? 'other' : SAML.test(principal) ? 'saml' : 'oidc';
      if (is !== needs) context.report(mismatchedRule, node, { action, principal });
    }
  }
}

function checkAnchors({ report }: CheckContext, { actions, principals }: CheckedStatement): void {
  const anchor = principals.find(({ text }) => ROLES_ANYWHERE.test(text));
  if (!anchor) return;
  const allowed = actions.map(({ text }) => globMatcher(text.toLowerCase()));
  const missing = ANCHOR_ACTIONS.filter(
    (action) => !allowed.some((matches) => matches(action.toLowerCase())),
  );
  if (missing.length > 0) report(missingAnchorRule, anchor.node, { actions: missing.join(' and ') });
}

/** `arn:…:oidc-provider/HOST/PATH` or a bare domain; nothing for a SAML provider. */
const providerName = (principal: string): string | undefined =>
  SAML.test(principal) ? undefined : principal.replace(/^.*:oidc-provider\//, '').toLowerCase();

function checkProviders(context: CheckContext, { principals, conditions }: CheckedStatement): void {
  const { report } = context;
  for (const { kind, text, node } of principals) {
    const name = kind === 'Federated' ? providerName(text) : undefined;
    if (name === undefined || isMissing(text, context)) continue;
    const providerConditions = conditions.filter(
      ({ lowerKey }) => lowerKey.startsWith(`${name}:`) || lowerKey.startsWith(`${name}/`),
    );
    const sub = providerConditions.filter(
      ({ lowerKey }) => lowerKey === `${GITHUB}:sub` || lowerKey === `${GITHUB}:job_workflow_ref`,
    );
    if (providerConditions.length === 0 && name !== GITHUB) report(missingKeyRule, node, { provider: name });
    if (name === GITHUB && sub.length === 0) report(missingSubRule, node);
    for (const use of sub) checkSub(report, use);
  }
}

function checkSub(report: CheckContext['report'], { operator, values }: ConditionUse): void {
  if (!operator?.wildcards) return;
  for (const { text, node } of values) if (/[*?]/.test(text)) report(wildcardSubRule, node, { value: text });
}

function checkAudiences({ report }: CheckContext, { conditions }: CheckedStatement): void {
  for (const { lowerKey, key, keyNode, operator } of conditions) {
    if (!operator?.qualifier || !/\.[^:]+:aud$/.test(lowerKey)) continue;
    if (operator.qualifier === 'ForAnyValue') report(anyAudienceRule, keyNode, { key });
    report(confirmAudienceRule, keyNode, { key });
  }
}

export const federation: Check = {
  rules: [
    missingKeyRule,
    missingSubRule,
    wildcardSubRule,
    anyAudienceRule,
    confirmAudienceRule,
    mismatchedRule,
    missingAnchorRule,
  ],
  run(context) {
    if (context.type !== 'trust') return;
    for (const statement of context.statements) {
      if (statement.effect !== 'Allow') continue;
      checkActions(context, statement);
      checkAnchors(context, statement);
      checkProviders(context, statement);
      checkAudiences(context, statement);
    }
  },
};
