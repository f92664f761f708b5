/** The engine's public surface: everything that the page and tools outside this repository may call. */

export type { ChangeKind, NotComparedReason, PermissionChange } from './exact/change.ts';
export { comparePermissions } from './exact/compare.ts';
export type { Answer, ExactOptions, Undecided } from './exact/answer.ts';
export { compareExact, type ExactComparison } from './exact/compareExact.ts';
export { type AccessQuestion, isAccessPossible } from './exact/isAccessPossible.ts';
export type { ExactRequest } from './exact/replay/replay.ts';
export { compareLayers, isAccessPossibleInLayers } from './exact/layers/compareLayers.ts';
export type { CallerKind, LayersOptions } from './exact/layers/layersQuestion.ts';
export { accessRequestOf } from './exact/layers/replayInLayers.ts';
export { type RedundantPart, redundantParts } from './exact/redundantParts.ts';
export { type ActionGroup, explainPolicy, type StatementWords } from './access/explain.ts';
export {
  type CellVerdict,
  type Matrix,
  type MatrixAnswer,
  type MatrixCaller,
  type MatrixRow,
  matrixCall,
} from './access/matrixCall.ts';
export { type MatrixContext, matrixContexts } from './access/matrixContexts.ts';
export type { Requirement, Scope } from './exact/scope.ts';
export { type SummaryRow, summarizePolicy } from './access/policySummary.ts';
export { type ConditionWords, conditionsInWords } from './access/conditionSentences.ts';
export type {
  ActivityOption,
  Difference,
  Endpoint,
  LibraryOption,
  Reason,
  StatementTemplate,
} from './library/activities/activity.ts';
export type { Repair } from './library/activities/activityReasons.ts';
export type { Stance } from './model/stance.ts';
export { type Catalog, type CatalogOptions, loadCatalog, type ServiceState } from './catalog/catalog.ts';
export type { ActionFacts, ResourceType, Service } from './catalog/service.ts';
export { type ActionChanges, compareActions } from './access/actionDiff.ts';
export {
  type CheckOptions,
  type Example,
  type Finding,
  type FindingType,
  findingTypes,
  type Place,
  type Rule,
} from './checks/check.ts';
export { type PolicyType, policyTypes } from './language/policyType.ts';
export { checkPolicy } from './checks/checkPolicy.ts';
export { type DescribedFinding, describeFinding, policyTypeOf } from './checks/described.ts';
export { findRule, rules } from './checks/index.ts';
export { messageOf } from './checks/message.ts';
export { servicesIn } from './checks/servicesIn.ts';
export { type Completion, type Completions, completionsAt } from './complete/completionsAt.ts';
export type {
  ActivitySource,
  CeilingSource,
  ComposedDocument,
  GuardrailSource,
  Source,
  StatementProvenance,
  TrustSource,
} from './model/composedDocument.ts';
export type { FittedDocuments } from './compose/deliver.ts';
export type {
  ConditionBlock,
  DocumentKind,
  Effect,
  OneOrMany,
  Path,
  PolicyDocument,
  Principal,
  Statement,
  TextRange,
} from './language/policy.ts';
export type {
  ActivityChoice,
  GuardrailPlacement,
  Draft,
  GuardrailChoice,
  Limits,
  Sizing,
  TrustChoice,
} from './model/draft.ts';
export { dormantEdits } from './handEdits/applyEdits.ts';
export { resetStatement } from './handEdits/changeEdits.ts';
export type {
  DocumentEdits,
  EditEntry,
  ImportedPolicyHeading as CustomDocument,
  RemovedStatement,
} from './model/documentEdits.ts';
export {
  addImportedPolicy as addOwnDocument,
  removeImportedStatements as removeOwnStatements,
  renameImportedPolicy as renameOwnDocument,
} from './handEdits/importedPolicies.ts';
export type { TypingBasis as Basis, WrittenReading } from './handEdits/readWritten.ts';
export type { StatementEdit } from './handEdits/statementEdits.ts';
export type { EndpointChecklist, EndpointNeed } from './compose/endpointChecklist.ts';
export { exampleValues } from './compose/exampleValues.ts';
export type { ExportedFile } from './exports/exporter.ts';
export { zipFiles } from './exports/zip.ts';
export type { Fix, FixEffect } from './fixes/fix.ts';
export { fixesFor } from './fixes/index.ts';
export { readImport } from './import/readImport.ts';
export type {
  FoundPolicy,
  ImportReading,
  Note,
  Refusal,
  Repair as TextRepair,
} from './import/importReading.ts';
export { readYaml } from './import/yaml.ts';
export { recognize } from './recognize/recognize.ts';
export type {
  Confidence,
  Destination,
  Recognition,
  Recognized,
  RecognizedKind,
} from './recognize/recognition.ts';
export { mergeStatements } from './compose/merge/mergeStatements.ts';
export { type ParseResult, parsePolicy } from './language/parse.ts';
export type { ParseError } from './language/parseError.ts';
export type { RolePass } from './compose/rolePassing.ts';
export { personas } from './library/personas/index.ts';
export type { Persona } from './library/personas/persona.ts';
export { type DraftProblem, openPlaceholders } from './compose/variablesInUse.ts';
export type { Preset } from './library/preset.ts';
export type { PresetProblem } from './presets/problems.ts';
export type { Ruleset } from './library/ruleset.ts';
export { type PresetReading, readPreset } from './presets/readPreset.ts';
export { minifyPolicy, type PrintedPolicy, printPolicy } from './language/print.ts';
export { missingStatement } from './accessTests/refusals/missingStatement.ts';
export { readRefusal, readRefusals } from './accessTests/refusals/readRefusals.ts';
export type { RefusalReading, RefusedCall, RefusedCalls } from './accessTests/refusals/refusedCall.ts';
// The former names are for tools that use them.
export {
  guardrailTests as guardrailProofs,
  personaTests as personaProofs,
} from './library/accessTests/index.ts';
export { guardrailTests, personaTests } from './library/accessTests/index.ts';
export type { ActivityThatAllows as Offer } from './accessTests/activitiesThatAllow.ts';
export type { AccessTest, ContextTemplate } from './library/accessTests/accessTest.ts';
export type { ScenarioResult, TestOwner, TestResult, TestRun } from './accessTests/testResult.ts';
export type { SkipReason } from './accessTests/skipReasons.ts';
export { scenarios } from './library/accessTests/scenarios/index.ts';
export type { Scenario, Step } from './library/accessTests/scenarios/scenario.ts';
export type { RangeTable } from './language/ranges.ts';
export type { DraftReading } from './share/readDraft.ts';
export type {
  About,
  ComparedDocument,
  NoAnswer,
  ReportedComparison,
  ReportedFindings,
  ReportedTests,
} from './report/input.ts';
export { writeMarkdown } from './report/markdown.ts';
export {
  type Block,
  type Lines,
  type Report,
  type Section,
  type SectionId,
  type Span,
  sectionIds,
  type ReportText,
} from './report/report.ts';
export type { Snapshot } from './share/snapshots.ts';
export type { Decoding, Encoding, LinkProblem, Shared } from './share/shared.ts';
export type { WithoutIdentifiers } from './share/withoutIdentifiers.ts';
export { type Workspace, type WorkspaceReading, writeWorkspace } from './share/workspace.ts';
export type { SimulateOptions } from './simulate/preparedPolicySet.ts';
export type {
  Branch,
  Decision,
  Dependency,
  MissReason as Failure,
  LayerMatches,
  LayerOutcome,
  NearestMiss,
  OtherReading,
  PlacedRef,
  Verdict,
} from './simulate/decision.ts';
export { type Flip, type FlipChange, findFlips as flipsOf } from './simulate/counterfactuals.ts';
export { isAllowed } from './simulate/otherReading.ts';
export { type Layer, layers, type PolicySet, type StatementRef } from './simulate/policySet.ts';
export { prepare } from './simulate/prepare.ts';
export type { PreparedPolicySet } from './simulate/preparedPolicySet.ts';
export type { AccessRequest } from './simulate/request.ts';
export { simulate } from './simulate/simulate.ts';
export type { SimulationError } from './simulate/statementProblems.ts';
export { measure, type Size } from './size/measure.ts';
export { type Quota, quotaOf, quotas, type SizeKind } from './size/quotas.ts';
export { shortenPolicy } from './size/shorten.ts';
export { type Attachments, type Split, split } from './size/split.ts';
export { type ActionsMatching, patternActions, type Widening } from './size/actionPatterns.ts';
export { findTrustForm, trustForms } from './library/trust/index.ts';
export type { TrustForm, TrustOffer } from './library/trust/trust.ts';
export { variables } from './library/variables/index.ts';
export type { Variable, VariableKind } from './library/variables/variable.ts';
export {
  accessMatrix,
  buildReport,
  combinedView,
  compose,
  createDraft,
  decodeShared,
  deliver,
  describeIdentifiers,
  draftProblems,
  encodeShared,
  endpointChecklist,
  enforcePreset,
  type Exporter,
  type ExportSet,
  exporters,
  fillExamples,
  findActivity,
  findExporter,
  findPersona,
  findVariable,
  generate,
  isVariablePlaceholder,
  offersFor,
  guardrailNotes,
  type ReportInput,
  readDraft,
  readWorkspace,
  rolePasses,
  runTests,
  runTests as runProofs,
  runScenarios,
  variablesInUse,
  withoutIdentifiers,
} from './surface/builtInByDefault.ts';
export * from './surface/evidenceOfDraft.ts';
export { reachDraft, type ReachedRole } from './surface/reachOfDraft.ts';
export * from './surface/documentedLibrary.ts';
export type {
  DocumentedActivity as Activity,
  DocumentedGuardrail as Guardrail,
} from './surface/documentedLibrary.ts';
export { keepStatement, printDocument, readWritten, statementEdits } from './surface/textOnlyEdits.ts';
