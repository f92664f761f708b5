/** The roles that a draft's policies are for and can pass. A check sees one policy, so it is given what is known of its roles. */

/**
 * What is wrong with a role. `taken`: it is to be created under the name of a role that exists. `ambiguous`: several ARNs differ only
 * in what IAM ignores in names of roles. `shared`: several personas have it, although the layout is one policy per role.
 */
export type RoleConflict = 'taken' | 'ambiguous' | 'shared';

/** A role that cannot be what the draft says of it, or is the role of several personas, in words. */
export interface StatedConflict {
  readonly conflict: RoleConflict;
  readonly name: string;
  readonly arns: readonly string[];
  /** Titles of all personas that have it. */
  readonly personas: string;
  /** The role that is to be created under its name. */
  readonly created?: string;
}

/** A role that the export creates, as it is passed. */
export interface CreatedRole {
  readonly title: string;
  readonly arn: string;
}

/** The roles that a draft's policies can pass: those that its export creates, and those that exist. */
export interface PassableRoles {
  readonly created: readonly CreatedRole[];
  /** ARNs of roles that exist. */
  readonly existing: readonly string[];
  /** ARNs that are given for a role which is created under another one. */
  readonly replaced: readonly { readonly arn: string; readonly by: CreatedRole }[];
  /** Placeholder of a role whose ARN is missing → the name of its field. */
  readonly missing: readonly { readonly placeholder: string; readonly label: string }[];
  /** What is wrong with the roles of the policy that is checked. */
  readonly conflicts?: readonly StatedConflict[];
  /** The labels of the roles that the policy is for, where they have characters that don't read as what they are. */
  readonly labels?: readonly string[];
}
