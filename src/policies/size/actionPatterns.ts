import type { ComposedDocument, Source, StatementProvenance } from '../model/composedDocument.ts';
import { listOf, type Statement } from '../language/policy.ts';

/** All actions of a service that a pattern matches, as `service:Name`; nothing while the service's data is not there. */
export type ActionsMatching = (pattern: string) => readonly string[] | undefined;

/** A pattern in place of named actions, and what it allows beyond them. */
export interface Widening {
  readonly document: string;
  readonly pattern: string;
  readonly replaces: readonly string[];
  /** Actions that were not allowed by this statement before. Empty: the pattern means the same today. */
  readonly adds: readonly string[];
}

export interface PatternedDocument {
  readonly document: ComposedDocument;
  readonly widenings: readonly Widening[];
}

/** Fewer than this many named actions are not worth a pattern. */
const WORTH = 3;

/**
 * A document whose Allow statements name what they describe and list by the verb alone (`sagemaker:Describe*`). It can allow more
 * than before: every added action is listed. Denials and what a person wrote are left alone, and so is a service whose actions
 * are not loaded.
 */
export function patternActions(document: ComposedDocument, matching: ActionsMatching): PatternedDocument {
  const widenings: Widening[] = [];
  const results = document.policy.Statement.map((statement, index) => {
    const provenance = document.provenance[index] ?? { sources: [], actions: {} };
    const asWritten = provenance.written?.text !== undefined;
    if (asWritten || statement.Effect !== 'Allow' || statement.Action === undefined)
      return { statement, provenance };
    return patterned(statement, provenance, matching, (widening) =>
      widenings.push({ ...widening, document: document.id }),
    );
  });
  return {
    document: {
      ...document,
      policy: { ...document.policy, Statement: results.map(({ statement }) => statement) },
      provenance: results.map(({ provenance }) => provenance),
    },
    widenings,
  };
}

function patterned(
  statement: Statement,
  provenance: StatementProvenance,
  matching: ActionsMatching,
  report: (widening: Omit<Widening, 'document'>) => void,
) {
  const actions: [action: string, sources: readonly Source[]][] = [];
  for (const [pattern, replaces] of byVerb(listOf(statement.Action))) {
    const all = replaces.length >= WORTH ? matching(pattern) : undefined;
    const sourcesOf = (action: string) => provenance.actions[action] ?? provenance.sources;
    if (!all)
      actions.push(...replaces.map((action) => [action, sourcesOf(action)] as [string, readonly Source[]]));
    else {
      const named = new Set(replaces.map((action) => action.toLowerCase()));
      report({ pattern, replaces, adds: all.filter((action) => !named.has(action.toLowerCase())) });
      actions.push([pattern, [...new Set(replaces.flatMap(sourcesOf))]]);
    }
  }
  actions.sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    statement: { ...statement, Action: actions.map(([action]) => action) },
    provenance: { ...provenance, actions: Object.fromEntries(actions) },
  };
}

/**
 * Only verbs that read descriptions. `Get` reads data too, and a pattern for `Create` in one statement would allow, without
 * its conditions, what a limit holds in another.
 */
const METADATA = /^([a-z0-9-]+:(?:Describe|List))[A-Z]\w*$/;

/** `sagemaker:DescribeModel` belongs to `sagemaker:Describe*`; an action without a verb stays alone. */
function byVerb(actions: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const action of actions) {
    const verb = METADATA.exec(action)?.[1];
    const key = verb === undefined ? action : `${verb}*`;
    groups.set(key, [...(groups.get(key) ?? []), action]);
  }
  return groups;
}
