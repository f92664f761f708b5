import type { LibraryOption, Reason, StatementTemplate } from '../activities/activity.ts';

/** Who can assume a role, as data: plain JSON. */
export interface TrustForm {
  readonly id: string;
  /** Who assumes the role: "SageMaker", "SAML federation". */
  readonly title: string;
  readonly summary: string;
  readonly options: readonly LibraryOption[];
  /** Empty where AWS keeps the trust policy itself. */
  readonly statements: readonly StatementTemplate[];
  readonly notes: readonly Reason[];
}

/** A form that a persona offers, with what differs for it. */
export interface TrustOffer {
  readonly form: string;
  /** Option id → default for this persona. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** Shown plainly beside the form. */
  readonly warning?: Reason;
}

const guide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';

export const trustSources = {
  confusedDeputy: 'https://docs.aws.amazon.com/sagemaker/latest/dg/security-confused-deputy-prevention.html',
  sourceIdentity: 'https://docs.aws.amazon.com/sagemaker/latest/dg/monitor-user-access.html',
  roles: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
  passRole: `${guide}/id_roles_use_passrole.html`,
  sessionTags: `${guide}/id_session-tags.html`,
  saml: `${guide}/id_roles_create_for-idp_saml.html`,
  samlKeys: `${guide}/reference_policies_iam-condition-keys.html#condition-keys-saml`,
  thirdParty: `${guide}/id_roles_common-scenarios_third-party.html`,
  principal: `${guide}/reference_policies_elements_principal.html`,
  identityCenter: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html',
} as const;
