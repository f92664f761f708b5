import type { Activity, ActivityOption, StatementTemplate } from './activity.ts';

/**
 * What applies and what plans the parts of the exported code that are beside its roles. Each part is applied in the account that has
 * it: the network, the stores that are shared, IAM Identity Center, and the organization.
 */

export interface Access {
  readonly Sid: string;
  /** What compares the code with the account. */
  readonly reads: readonly string[];
  /** What changes the account. */
  readonly writes: readonly string[];
  readonly Resource: readonly string[];
}

export const statement = (
  Sid: string,
  Action: readonly string[],
  Resource: readonly string[],
): StatementTemplate => ({
  Sid,
  Effect: 'Allow',
  Action,
  Resource,
});

/** Statements that read, without those that would have no action. */
export const reading = (access: readonly Access[]): readonly StatementTemplate[] =>
  access.flatMap(({ Sid, reads, Resource }) =>
    reads.length > 0 ? [statement(`${Sid}Read`, reads, Resource)] : [],
  );

export const applying = (access: readonly Access[]): readonly StatementTemplate[] =>
  access.map(({ Sid, reads, writes, Resource }) => statement(Sid, [...reads, ...writes], Resource));

export const ofExportedCode = (
  [id, title, summary]: readonly [id: string, title: string, summary: string],
  hardened: readonly StatementTemplate[],
  options: readonly ActivityOption[] = [],
): Activity => ({ id, title, summary, status: 'missingInGuide', options, hardened });
