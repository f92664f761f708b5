import { ONE_ROLE_TITLE } from '../draft/roles.ts';
import { findPersona, type Ruleset } from '../library/ruleset.ts';
import { roleSlug } from '../compose/roleNames.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import { type ExportSet, ofKind } from './exporter.ts';
import { oneLine } from './header.ts';
import type { Parameter } from './parameter.ts';
import { parametersOf } from './parameters.ts';
import { unknownPlaceholderNote } from './partNotes.ts';
import { permissionSetNotes } from './permissionSetNotes.ts';
import { emptyPart, type ExportPart, type PlannedPermissionSet, type PlannedPolicy } from './planned.ts';
import { planner } from './planner.ts';

/** Source: https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PermissionSet.html */
const NAME_LIMIT = 32;
const DESCRIPTION_LIMIT = 700;

/** Which instance of Identity Center: the page does not know it. Source: https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html */
export const instanceArn: Parameter = {
  name: 'instance-arn',
  description: 'ARN of the IAM Identity Center instance. The command aws sso-admin list-instances shows it.',
  rule: 'Enter the ARN of an IAM Identity Center instance, for example arn:aws:sso:::instance/ssoins-1234567890abcdef.',
  pattern: 'arn:aws(-[a-z]{1,5}){0,3}:sso:::instance/(sso)?ins-[a-zA-Z0-9.-]{16}',
};

const isInPermissionSet = ({ kind, role }: ComposedDocument): boolean =>
  kind === 'identity' && role?.state === 'permissionSet';

/** Whether a document is the inline policy of a permission set, so that no account has it. */
const isInlineInPermissionSet = (
  document: ComposedDocument,
  { attach }: Pick<ExportSet, 'attach'>,
): boolean => attach === 'inline' && isInPermissionSet(document);

/** A set without the inline policies of permission sets. */
export const withoutInlineInSets = (set: ExportSet): ExportSet => ({
  ...set,
  documents: set.documents.filter((document) => !isInlineInPermissionSet(document, set)),
});

/** The personas whose role IAM Identity Center makes. */
export const personasOfPermissionSets = (set: ExportSet): ReadonlySet<string> =>
  new Set(set.documents.filter(isInPermissionSet).flatMap(({ personas }) => personas));

/** Whether a permission set names a policy: one of its own, or the boundary that roles of several personas have. */
export const isOfPermissionSet = (
  document: ComposedDocument,
  inPermissionSets: ReadonlySet<string>,
): boolean =>
  isInPermissionSet(document) ||
  (document.kind === 'permissions-boundary' &&
    document.personas.some((persona) => inPermissionSets.has(persona)));

/**
 * The permission sets of a set, from the account that administers IAM Identity Center. `account`: the part with the policies
 * that they name.
 */
export function permissionSetPart(set: ExportSet, name: string, account: ExportPart): ExportPart {
  const plan = planner(name, set, NAME_LIMIT);
  const permissionSets = groupsOf(set).map((documents): PlannedPermissionSet => {
    const [{ personas } = { personas: [] }] = documents;
    const isInline = documents.some((document) => isInlineInPermissionSet(document, set));
    const [inline] = isInline ? documents.map((document) => plan.policy(document)) : [];
    const boundary = boundaryOf(personas, set, account);
    return {
      ...plan.role(personas),
      title: titleOf(documents, set.ruleset),
      personas,
      managed: isInline ? [] : policiesOf(documents, account),
      ...(inline ? { inline } : {}),
      ...(boundary ? { boundary } : {}),
    };
  });
  const written = permissionSets.flatMap(({ inline }) => (inline ? [inline.document] : []));
  const part = emptyPart('identity-center', name);
  if (permissionSets.length === 0) return part;
  return {
    ...part,
    permissionSets,
    parameters: [...parametersOf(written, set.ruleset), instanceArn],
    notes: [...unknownPlaceholderNote(written, set.ruleset), ...permissionSetNotes(permissionSets, set)],
  };
}

/** The documents of each permission set: several where one was split. */
function groupsOf(set: ExportSet): readonly (readonly ComposedDocument[])[] {
  const groups = new Map<string, ComposedDocument[]>();
  for (const document of ofKind(set, 'identity').filter(isInPermissionSet)) {
    const whole = document.partOf ?? document.id;
    groups.set(whole, [...(groups.get(whole) ?? []), document]);
  }
  return [...groups.values()];
}

const policiesOf = (documents: readonly ComposedDocument[], account: ExportPart): readonly PlannedPolicy[] =>
  documents.flatMap(({ policy }) => account.policies.filter(({ document }) => document === policy));

function boundaryOf(
  personas: readonly string[],
  set: ExportSet,
  account: ExportPart,
): PlannedPolicy | undefined {
  const boundary = ofKind(set, 'permissions-boundary').find((document) =>
    document.personas.some((persona) => personas.includes(persona)),
  );
  return boundary && policiesOf([boundary], account)[0];
}

function titleOf([first]: readonly ComposedDocument[], ruleset: Ruleset): string {
  const [persona = '', ...others] = first?.personas ?? [];
  if (others.length > 0) return ONE_ROLE_TITLE;
  return findPersona(persona, ruleset)?.title ?? first?.title ?? roleSlug([persona]);
}

/** The description of a permission set: characters of Latin-1, and not all of them. */
export const permissionSetDescription = ({ title }: PlannedPermissionSet): string =>
  oneLine(title)
    .replaceAll('⟨', '<')
    .replaceAll('⟩', '>')
    .replace(/[^ -~¡-ÿ]/g, '?')
    .slice(0, DESCRIPTION_LIMIT);
