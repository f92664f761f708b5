import { findVariable, type Ruleset } from '../library/ruleset.ts';
import type { Draft, RoleChoice, UserTest } from '../model/draft.ts';
import { createDraft } from '../draft/createDraft.ts';
import type { DocumentEdits, ParsedEnvelope, ParsedStatement } from '../model/documentEdits.ts';
import { parsedEdits } from '../handEdits/parsedEdits.ts';
import { envelopeOfEdits } from '../handEdits/entryContent.ts';
import { kindOf } from '../library/variables/kinds.ts';
import { partitionOf } from '../compose/variableReadings.ts';
import { isIdentifyingKind } from './identifying.ts';
import { guaranteeWithout } from './guaranteeWithout.ts';
import { type RemainingText, remainingTexts } from './remainingTexts.ts';
import { type IdentifierReplacer, identifierReplacer } from './replaceNames.ts';
import { conditionKeyWithout, valueWithout } from './statementWords.ts';
import { envelopeWithout, statementWithout } from './writtenWithout.ts';

/** What takes the place of identifiers, and what the reader must still look at before the draft is given away. */
export interface WithoutIdentifiers {
  readonly draft: Draft;
  /** Values that are removed: the label of their variable, and their replacement; empty for an unknown variable. */
  readonly values: readonly {
    readonly label: string;
    readonly values: readonly string[];
    readonly instead: string;
  }[];
  /** What looked like an identifier in texts, and its replacement. */
  readonly found: readonly { readonly text: string; readonly instead: string }[];
  /** Accepted findings that are left out: each is tied to its values by a checksum, from which they could be guessed. */
  readonly acceptances: number;
  /** Everything that a person wrote and that stays, as it would be given away. */
  readonly texts: readonly RemainingText[];
}

/** The draft with its identifiers replaced by placeholders. What was replaced and what stays: `describeIdentifiers`. */
export const withoutIdentifiers = (draft: Draft, ruleset: Ruleset, besides: readonly Draft[] = []): Draft =>
  describeIdentifiers(draft, ruleset, besides).draft;

/**
 * The draft without account IDs, ARNs, names of buckets and all else that shows whose it is. Variables are emptied; in tests and
 * hand edits each value becomes its placeholder, those of drafts that are given away `besides` it as well. Regions, instance types and keys of tags stay.
 */
export function describeIdentifiers(
  draft: Draft,
  ruleset: Ruleset,
  besides: readonly Draft[] = [],
): WithoutIdentifiers {
  const replace = identifierReplacer(draft, ruleset, besides);
  const remaining = new Map(
    Object.entries(draft.variables).filter((entry) => identifiesNobody(draft, entry, replace, ruleset)),
  );
  const clean = draftWithout(draft, remaining, replace, ruleset);
  return {
    draft: clean,
    values: [
      ...nameOf(draft, ruleset),
      ...roleNamesOf(draft, ruleset),
      ...environmentNamesOf(draft),
      ...valuesOf(draft, remaining, replace, ruleset),
    ],
    found: [...replace.found].map(([text, instead]) => ({ text, instead })),
    acceptances: draft.accepted.length,
    texts: remainingTexts(clean, remaining, ruleset),
  };
}

/** The draft with the `remaining` variables alone, and with what replaces the identifiers in everything else. */
function draftWithout(
  draft: Draft,
  remaining: ReadonlyMap<string, readonly string[]>,
  replace: IdentifierReplacer,
  ruleset: Ruleset,
): Draft {
  // Values could be guessed from the fingerprints of what was reviewed.
  const { roles: _named, environments: _given, reviewed: _marks, ...unnamed } = draft;
  const roles = rolesWithout(draft, replace, ruleset);
  const environments = environmentsWithout(draft, replace, ruleset);
  return {
    ...unnamed,
    name: createDraft({}, ruleset).name,
    variables: Object.fromEntries(remaining),
    ...(roles ? { roles } : {}),
    ...(environments ? { environments } : {}),
    accepted: [],
    proofs: draft.proofs.map((test) => testWithout(test, replace)),
    ...(draft.guarantees
      ? { guarantees: draft.guarantees.map((guarantee) => guaranteeWithout(guarantee, replace)) }
      : {}),
    edits: Object.fromEntries(
      Object.entries(draft.edits).map(([id, edits]) => [id, editsWithout(edits, replace)]),
    ),
  };
}

/** A value stays when its kind identifies no person or account, it is of that kind, and none of the identifiers is in it. */
function identifiesNobody(
  draft: Draft,
  [id, values]: readonly [string, readonly string[]],
  replace: IdentifierReplacer,
  ruleset: Ruleset,
): boolean {
  const variable = findVariable(id, ruleset);
  if (!variable || isIdentifyingKind[variable.kind]) return false;
  const kind = kindOf(variable.kind);
  const partition = partitionOf(draft);
  return values.every(
    (value) => value === '' || (kind.read(value.trim(), { partition }).ok && replace(value) === value),
  );
}

function nameOf({ name }: Draft, ruleset: Ruleset): WithoutIdentifiers['values'] {
  const instead = createDraft({}, ruleset).name;
  return name === instead ? [] : [{ label: 'Policy set name', values: [name], instead }];
}

/** Further roles stay, by their number: without names, labels, and values that show whose they are. */
function rolesWithout(draft: Draft, replace: IdentifierReplacer, ruleset: Ruleset): Draft['roles'] {
  const roles = Object.entries(draft.roles ?? {}).flatMap(([id, { persona, values = {}, passes }]) => {
    const remaining = Object.entries(values).filter((entry) =>
      identifiesNobody(draft, entry, replace, ruleset),
    );
    if (persona === undefined && remaining.length === 0 && !passes) return [];
    const choice: RoleChoice = {
      name: '',
      ...(persona === undefined ? {} : { persona }),
      ...(remaining.length === 0 ? {} : { values: Object.fromEntries(remaining) }),
      ...(passes ? { passes } : {}),
    };
    return [[id, choice] as const];
  });
  return roles.length > 0 ? Object.fromEntries(roles) : undefined;
}

/** Environments stay by number, with the values that tell nothing. */
const environmentsWithout = (
  draft: Draft,
  replace: IdentifierReplacer,
  ruleset: Ruleset,
): Draft['environments'] =>
  draft.environments?.map(({ values }, index) => ({
    name: `environment-${index + 1}`,
    values: Object.fromEntries(
      Object.entries(values).map(([id, value]) => [
        id,
        identifiesNobody(draft, [id, [value]], replace, ruleset) ? value : '',
      ]),
    ),
  }));

/** Names of roles that are created: they get those of the draft without a name. */
function roleNamesOf({ roles = {} }: Draft, ruleset: Ruleset): WithoutIdentifiers['values'] {
  const values = Object.values(roles).flatMap(({ name, label = '' }) =>
    [name, label].filter((text) => text.trim() !== ''),
  );
  return values.length === 0
    ? []
    : [{ label: 'Names and labels of roles', values, instead: `${createDraft({}, ruleset).name}-…-role` }];
}

/** Environments are numbered. */
function environmentNamesOf({ environments = [] }: Draft): WithoutIdentifiers['values'] {
  const values = environments.map(({ name }) => name);
  return values.length === 0 ? [] : [{ label: 'Names of environments', values, instead: 'environment-1' }];
}

function valuesOf(
  draft: Draft,
  remaining: ReadonlyMap<string, unknown>,
  replace: IdentifierReplacer,
  ruleset: Ruleset,
): WithoutIdentifiers['values'] {
  const ofRoles = Object.values(draft.roles ?? {}).flatMap(({ values = {} }) => Object.entries(values));
  const shared = Object.entries(draft.variables).filter(([id]) => !remaining.has(id));
  const gone = ofRoles.filter((entry) => !identifiesNobody(draft, entry, replace, ruleset));
  const ofEnvironments = (draft.environments ?? [])
    .flatMap(({ values }) => Object.entries(values).map(([id, value]) => [id, [value]] as const))
    .filter((entry) => !identifiesNobody(draft, entry, replace, ruleset));
  return [...shared, ...gone, ...ofEnvironments].flatMap(([id, values]) => {
    if (values.every((value) => value === '')) return [];
    const variable = findVariable(id, ruleset);
    const instead = variable?.placeholders.map((name) => `<${name}>`).join('/') ?? '';
    return [{ label: variable?.label ?? id, values: values.filter((value) => value !== ''), instead }];
  });
}

function testWithout(test: UserTest, replace: IdentifierReplacer): UserTest {
  const context = new Map<string, readonly string[]>();
  for (const [key, values] of Object.entries(test.context)) {
    const name = conditionKeyWithout(key, replace);
    context.set(name, [...(context.get(name) ?? []), ...values.map((value) => valueWithout(value, replace))]);
  }
  return {
    ...test,
    title: replace(test.title),
    action: replace.lookalikes(test.action),
    resource: valueWithout(test.resource, replace),
    context: Object.fromEntries(context),
  };
}

/** What says nothing of its texts is read first: a text that was passed over would be given away as it is. */
function editsWithout(edits: DocumentEdits, replace: IdentifierReplacer): DocumentEdits {
  const read = parsedEdits(edits);
  const { own, entries, removed } = read;
  const envelope = envelopeOfEdits(read);
  return {
    ...(own ? { own: { ...own, title: replace(own.title) } } : {}),
    ...(envelope ? writtenAround(envelopeWithout(envelope, replace)) : {}),
    entries: entries.map((entry) => ({
      ...entry,
      ...(entry.text !== undefined && entry.parsed
        ? writtenText(statementWithout(entry.parsed, replace))
        : {}),
      ...(entry.base !== undefined && entry.parsedBase
        ? generatedText(statementWithout(entry.parsedBase, replace))
        : {}),
    })),
    removed: removed.map((entry) => ({
      ...entry,
      ...(entry.parsedBase ? generatedText(statementWithout(entry.parsedBase, replace)) : {}),
    })),
  };
}

const writtenAround = (parsed: ParsedEnvelope) => ({ head: parsed.head, tail: parsed.tail, parsed });
const writtenText = (parsed: ParsedStatement) => ({ text: parsed.text, parsed });
const generatedText = ({ places: _unused, ...parsedBase }: ParsedStatement) => ({
  base: parsedBase.text,
  parsedBase,
});
