import * as matrix from '../access/matrix.ts';
import type { MatrixContext } from '../access/matrixContexts.ts';
import * as offers from '../accessTests/activitiesThatAllow.ts';
import * as tests from '../accessTests/runTests.ts';
import type { Catalog } from '../catalog/catalog.ts';
import * as view from '../compose/combinedView.ts';
import * as composing from '../compose/compose.ts';
import * as delivery from '../compose/deliver.ts';
import * as checklist from '../compose/endpointChecklist.ts';
import * as examples from '../compose/exampleValues.ts';
import * as notes from '../compose/guardrailNotes.ts';
import * as passing from '../compose/rolePassing.ts';
import * as inUse from '../compose/variablesInUse.ts';
import * as drafts from '../draft/createDraft.ts';
import { withParsedEdits } from '../handEdits/parsedEdits.ts';
import { withRoleInstances } from '../draft/roleInstances.ts';
import * as exporter from '../exports/exporter.ts';
import * as formats from '../exports/index.ts';
import type { Preset } from '../library/preset.ts';
import * as rules from '../library/ruleset.ts';
import { builtIn } from './documentedLibrary.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import { storedDraft } from '../model/storedDraft.ts';
import * as presets from '../presets/enforce.ts';
import { rulesetOf } from '../presets/rulesetOf.ts';
import * as report from '../report/buildReport.ts';
import type * as reported from '../report/input.ts';
import * as reading from '../share/readDraft.ts';
import * as links from '../share/share.ts';
import type { Shared } from '../share/shared.ts';
import * as identifiers from '../share/withoutIdentifiers.ts';
import * as workspaces from '../share/workspace.ts';
import type { ActionsMatching } from '../size/actionPatterns.ts';
import type { AccessRequest } from '../simulate/request.ts';

/**
 * The functions of the engine for tools that have no preset: the last parameter is the ruleset, and the built-in library where
 * it is left out. Within the engine and the page it is never left out, so that no rule of an organization is forgotten. A draft may
 * have hand edits that are texts alone: they are read here.
 */

/** The persona with this id, or nothing. */
export const findPersona = (id: string, ruleset = builtIn) => rules.findPersona(id, ruleset);
/** The activity with this id, or nothing. */
export const findActivity = (id: string, ruleset = builtIn) => rules.findActivity(id, ruleset);
/** The variable with this id, or nothing. */
export const findVariable = (id: string, ruleset = builtIn) => rules.findVariable(id, ruleset);

/** A complete draft from the parts given; ids that the ruleset does not have stay. The texts of hand edits are read. */
export const createDraft = (partial: Partial<Draft> = {}, ruleset = builtIn) =>
  withParsedEdits(storedDraft(drafts.createDraft(partial, ruleset)));

/** The draft with a valid example in place of everything that is unfilled or invalid; `butRoles` leaves out the ARNs of roles. */
export const fillExamples = (draft: Draft, fill: 'all' | 'butRoles' = 'all', ruleset = builtIn) =>
  examples.fillExamples(draft, rulesFor(draft, ruleset), fill);

/** The ruleset in which each role of a draft is a persona. */
const rulesFor = (draft: Pick<Draft, 'roles'>, ruleset: Ruleset) => withRoleInstances(ruleset, draft);

/** The policy documents of a draft with its hand edits. Ids that the ruleset does not have are ignored. */
export const compose = (draft: Draft, ruleset = builtIn) =>
  composing.compose(withParsedEdits(draft), rulesFor(draft, ruleset));
/** The policy documents that the choices of a draft make, without hand edits. */
export const generate = (draft: Draft, ruleset = builtIn) =>
  composing.generate(draft, rulesFor(draft, ruleset));
/** What all roles may do together, as one policy to read; nothing while there are fewer than two roles. */
export const combinedView = (draft: Draft, ruleset = builtIn) =>
  view.combinedView(withParsedEdits(draft), rulesFor(draft, ruleset));

/** `matching` gives the actions behind a pattern. It may also come before the ruleset, where it was before there were rulesets. */
export function deliver(
  draft: Draft,
  second: Ruleset | ActionsMatching = builtIn,
  third?: Ruleset | ActionsMatching,
): delivery.FittedDocuments {
  const given = [second, third];
  const ruleset = given.find((one) => typeof one === 'object') ?? builtIn;
  return delivery.deliver(
    withParsedEdits(draft),
    rulesFor(draft, ruleset),
    given.find((one) => typeof one === 'function'),
  );
}

/** Every variable in use that is unfilled, and every value of one that breaks its rule. */
export const draftProblems = (draft: Draft, ruleset = builtIn) =>
  inUse.draftProblems(draft, rulesFor(draft, ruleset));
/** The variables that the selected activities, guardrails and trust policies use. */
export const variablesInUse = (draft: Draft, ruleset = builtIn) =>
  inUse.variablesInUse(draft, rulesFor(draft, ruleset));
/** Whether a placeholder, as written (`<ACCOUNT_ID>`), is one of a variable. */
export const isVariablePlaceholder = (written: string, ruleset = builtIn) =>
  rules.isVariablePlaceholder(written, ruleset);

/** The VPC endpoints that the selected activities need, and which of them are selected. */
export const endpointChecklist = (
  draft: Pick<Draft, 'personas' | 'activities' | 'roles'>,
  ruleset = builtIn,
) => checklist.endpointChecklist(draft, rulesFor(draft, ruleset));

/** Who can pass which role to which service, from the selected activities. */
export const rolePasses = (draft: Draft, ruleset = builtIn) =>
  passing.rolePasses(draft, rulesFor(draft, ruleset));
/** For those who run into the limits, what to set to pass each. Markdown; empty without a limit. */
export const guardrailNotes = (draft: Draft, ruleset = builtIn) =>
  notes.guardrailNotes(draft, rulesFor(draft, ruleset));

/** Which actions of a service each selected persona can use, by access level; nothing while the service is not loaded. */
export const accessMatrix = (
  draft: Draft,
  documents: readonly ComposedDocument[],
  catalog: Catalog,
  context: MatrixContext,
  service = 'sagemaker',
  ruleset = builtIn,
) => matrix.accessMatrix(draft, documents, catalog, context, rulesFor(draft, ruleset), service);

/** The unselected activities of a persona that would each allow a denied call. */
export const offersFor = (draft: Draft, persona: string, request: AccessRequest, ruleset = builtIn) =>
  offers.findActivitiesThatAllow(withParsedEdits(draft), persona, request, rulesFor(draft, ruleset));

/** Runs every test of the selected personas and guardrails on the documents. One that can't be run is skipped, with the reason. */
export const runTests = (draft: Draft, documents: readonly ComposedDocument[], ruleset = builtIn) =>
  tests.runTests(withParsedEdits(draft), documents, rulesFor(draft, ruleset));

/** Runs every scenario on the documents, call by call. One that can't be run is skipped, with the reason. */
export const runScenarios = (draft: Draft, documents: readonly ComposedDocument[], ruleset = builtIn) =>
  tests.runScenarios(withParsedEdits(draft), documents, rulesFor(draft, ruleset));

/** The draft as the preset lets it be; see `rulesetOf` for what else the preset changes. */
export const enforcePreset = (draft: Draft, preset: Preset) =>
  presets.enforcePreset(withParsedEdits(draft), rulesetOf(preset));

/** A stored or foreign draft, checked and copied field by field. Never throws; what is no draft comes back with the reason. */
export const readDraft = (value: unknown, ruleset = builtIn) => reading.readDraft(value, ruleset);
/** A draft as what comes behind `#` in an address; refused where another draft would be read back. */
export const encodeShared = (shared: Shared, ruleset = builtIn) => links.encodeShared(shared, ruleset);
/** The draft of a link, or why there is none. Takes any text; never throws. */
export const decodeShared = (text: string, ruleset = builtIn) => links.decodeShared(text, ruleset);
/** A workspace from the text of a file, or why it is none; never throws. */
export const readWorkspace = (text: string, ruleset = builtIn) => workspaces.readWorkspace(text, ruleset);

/** The draft with its identifiers replaced by placeholders, those of drafts that are given away `besides` it as well. */
export const withoutIdentifiers = (draft: Draft, besides: readonly Draft[] = [], ruleset = builtIn) =>
  identifiers.withoutIdentifiers(draft, rulesFor(draft, ruleset), besides);

/** As `withoutIdentifiers`, with what was replaced and what stays. */
export const describeIdentifiers = (draft: Draft, besides: readonly Draft[] = [], ruleset = builtIn) =>
  identifiers.describeIdentifiers(draft, rulesFor(draft, ruleset), besides);

type MayLackRuleset<Input extends { readonly ruleset: Ruleset }> = Omit<Input, 'ruleset'> &
  Partial<Pick<Input, 'ruleset'>>;

export type ReportInput = MayLackRuleset<reported.ReportInput>;

/** The report on a draft as plain data; `writeMarkdown` renders it. */
export const buildReport = ({ ruleset = builtIn, ...input }: ReportInput) =>
  report.buildReport({
    ...input,
    draft: withParsedEdits(input.draft),
    ruleset: rulesFor(input.draft, ruleset),
  });

export type ExportSet = MayLackRuleset<exporter.ExportSet>;

/** One format of output. */
export interface Exporter extends Omit<exporter.Exporter, 'write'> {
  write(set: ExportSet): readonly exporter.ExportedFile[];
}

/** All formats of output. */
export const exporters: readonly Exporter[] = formats.exporters.map((format) => ({
  ...format,
  write: (set) => format.write({ ruleset: builtIn, ...set }),
}));

/** The exporter with this id, or nothing. */
export const findExporter = (id: string): Exporter | undefined =>
  exporters.find((format) => format.id === id);
