import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { Path } from '../document.ts';
import { type Fix, type FixContext, type Fixer, without } from './fix.ts';

const pathsOf = ({ finding }: FixContext): readonly Path[] => [
  finding.path,
  ...finding.also.map(({ path }) => path),
];

/** Number of entries in the list that a path points into; 1 for a value that is no list. */
function siblings(text: string, path: Path): number {
  const root = parseTree(text);
  const list = root && findNodeAtLocation(root, path.slice(0, -1));
  return list?.type === 'array' ? (list.children?.length ?? 0) : 1;
}

/** Entries go; a list that would be empty is left for its reader to decide. */
function removeEntries(context: FixContext, title: string): readonly Fix[] {
  const paths = pathsOf(context);
  if (siblings(context.text, context.finding.path) <= paths.length) return [];
  return [{ title, effect: 'same', text: without(context.text, paths) }];
}

const many = ({ finding }: FixContext, one: string, more: string): string =>
  finding.also.length === 0 ? one : `${more} (${finding.also.length + 1})`;

export const removals: readonly Fixer[] = [
  {
    codes: ['REDUNDANT_ACTION'],
    fixes: (context) =>
      removeEntries(context, many(context, 'Remove the covered action', 'Remove the covered actions')),
  },
  {
    codes: ['REDUNDANT_RESOURCE'],
    fixes: (context) =>
      removeEntries(context, many(context, 'Remove the covered resource', 'Remove the covered resources')),
  },
  {
    codes: ['REDUNDANT_STATEMENT'],
    fixes: (context) => removeEntries(context, 'Remove this statement'),
  },
  {
    codes: ['SPB_ACTION_NEVER_ALLOWED', 'SPB_ACTION_NEVER_DENIED'],
    fixes: (context) =>
      removeEntries(
        context,
        many(context, 'Remove the action without effect', 'Remove the actions without effect'),
      ),
  },
  {
    codes: ['REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY'],
    fixes: (context) => removeEntries(context, 'Remove the session'),
  },
  {
    codes: ['EMPTY_SID_VALUE', 'EMPTY_OBJECT_CONDITION'],
    fixes: ({ text, finding }) => [
      { title: 'Remove the empty element', effect: 'same', text: without(text, [finding.path]) },
    ],
  },
];
