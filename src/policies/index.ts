/** The engine's public surface: everything that the page and tools outside this repository may call. */

export type {
  ChangeKind,
  NotComparedReason,
  PermissionChange,
} from './access/change.ts';
export { comparePermissions } from './access/compare.ts';
export { type ActionGroup, explainPolicy, type StatementWords } from './access/explain.ts';
export {
  accessMatrix,
  type CellVerdict,
  type Matrix,
  type MatrixAnswer,
  type MatrixContext,
  type MatrixRow,
  matrixContexts,
} from './access/matrix.ts';
export type { Requirement, Scope } from './access/scope.ts';
export { type SummaryRow, summarizePolicy } from './access/summary.ts';
export { type ConditionWords, conditionsInWords } from './access/words.ts';
export type {
  Activity,
  ActivityOption,
  Difference,
  Endpoint,
  Option,
  Reason,
  Repair,
  Stance,
  StatementTemplate,
} from './activities/activity.ts';
export { activities, findActivity } from './activities/index.ts';
export { type Catalog, type CatalogOptions, loadCatalog, type ServiceState } from './catalog/catalog.ts';
export type { ActionFacts, ResourceType, Service } from './catalog/service.ts';
export { type ActionChanges, compareActions } from './changes.ts';
export {
  type CheckOptions,
  type Example,
  type Finding,
  type FindingType,
  findingTypes,
  type Place,
  type PolicyType,
  policyTypes,
  type Rule,
} from './checks/check.ts';
export { checkPolicy } from './checks/checkPolicy.ts';
export { type DescribedFinding, describeFinding, policyTypeOf } from './checks/described.ts';
export { findRule, rules } from './checks/index.ts';
export { messageOf } from './checks/message.ts';
export { servicesIn } from './checks/servicesIn.ts';
export { type Completion, type Completions, completionsAt } from './complete/completionsAt.ts';
export { combinedView } from './combinedView.ts';
export { compose, generate } from './compose.ts';
export type {
  ActivitySource,
  CeilingSource,
  ComposedDocument,
  GuardrailSource,
  Source,
  StatementProvenance,
  TrustSource,
} from './composed.ts';
export { type Delivered, deliver } from './deliver.ts';
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
} from './document.ts';
export {
  type ActivityChoice,
  createDraft,
  type Delivery,
  type Draft,
  type GuardrailChoice,
  type Limits,
  type Sizing,
  type TrustChoice,
} from './draft.ts';
export { dormantEdits } from './edits/applyEdits.ts';
export { keepStatement, resetStatement } from './edits/changeEdits.ts';
export type { DocumentEdits, EditEntry, OwnDocument, RemovedStatement } from './edits/documentEdits.ts';
export { addOwnDocument, removeOwnStatements, renameOwnDocument } from './edits/own.ts';
export { printDocument } from './edits/printDocument.ts';
export { type Basis, readWritten, type WrittenReading } from './edits/readWritten.ts';
export { type StatementEdit, statementEdits } from './edits/statementEdits.ts';
export { type EndpointChecklist, type EndpointNeed, endpointChecklist } from './endpoints/checklist.ts';
export { exampleValues, fillExamples } from './example.ts';
export type { ExportedFile, Exporter, ExportSet } from './exports/exporter.ts';
export { exporters, findExporter } from './exports/index.ts';
export { zipFiles } from './exports/zip.ts';
export type { Fix, FixEffect } from './fixes/fix.ts';
export { fixesFor } from './fixes/index.ts';
export type { Guardrail } from './guardrails/guardrail.ts';
export { findGuardrail, guardrails } from './guardrails/index.ts';
export { passNotes } from './guardrails/passNotes.ts';
export { readImport } from './import/readImport.ts';
export type { FoundPolicy, ImportReading, Note, Refusal, Repair as TextRepair } from './import/reading.ts';
export { readYaml } from './import/yaml.ts';
export { mergeStatements } from './merge.ts';
export { type ParseError, type ParseResult, parsePolicy } from './parse.ts';
export { type RolePass, rolePasses } from './passes.ts';
export { findPersona, personas } from './personas/index.ts';
export type { Persona } from './personas/persona.ts';
export {
  type DraftProblem,
  draftProblems,
  isKnownPlaceholder,
  openPlaceholders,
  variablesInUse,
} from './placeholders.ts';
export { enforcePreset } from './presets/enforce.ts';
export type { Preset } from './presets/preset.ts';
export type { PresetProblem } from './presets/problems.ts';
export { putInForce } from './presets/putInForce.ts';
export { type PresetReading, readPreset } from './presets/readPreset.ts';
export { minifyPolicy, type PrintedPolicy, printPolicy } from './print.ts';
export {
  missingStatement,
  type RefusalReading,
  type RefusedCall,
  readRefusal,
} from './proofs/accessDenied.ts';
export { guardrailProofs, personaProofs } from './proofs/index.ts';
export { type Offer, offersFor } from './proofs/offers.ts';
export type { Proof, ProofContext } from './proofs/proof.ts';
export {
  type AskedProof,
  type NotAsked,
  type ProofOwner,
  type ProofResult,
  runProofs,
  runScenarios,
  type ScenarioResult,
} from './proofs/run.ts';
export { scenarios } from './proofs/scenarios/index.ts';
export type { Scenario, Step } from './proofs/scenarios/scenario.ts';
export type { RangeTable } from './ranges.ts';
export { type DraftReading, readDraft } from './readDraft.ts';
export { buildReport } from './report/buildReport.ts';
export type {
  About,
  ComparedDocument,
  NoAnswer,
  ReportedComparison,
  ReportedFindings,
  ReportedProofs,
  ReportInput,
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
  type Text,
} from './report/report.ts';
export type { NamedDraft } from './share/pins.ts';
export { decodeShared, encodeShared } from './share/share.ts';
export type { Decoding, Encoding, LinkProblem, Shared } from './share/shared.ts';
export {
  describeIdentifiers,
  type WithoutIdentifiers,
  withoutIdentifiers,
} from './share/withoutIdentifiers.ts';
export { readWorkspace, type Workspace, type WorkspaceReading, writeWorkspace } from './share/workspace.ts';
export type { SimulateOptions } from './simulate/decide.ts';
export type {
  Branch,
  Decision,
  Dependency,
  Failure,
  LayerMatches,
  LayerOutcome,
  NearestMiss,
  OtherReading,
  PlacedRef,
  Verdict,
} from './simulate/decision.ts';
export { type Flip, type FlipChange, flipsOf } from './simulate/flips.ts';
export { isAllowed } from './simulate/otherReading.ts';
export { type Layer, layers, type PolicySet, type StatementRef } from './simulate/policySet.ts';
export { type PreparedPolicySet, prepare } from './simulate/prepare.ts';
export type { AccessRequest } from './simulate/request.ts';
export { simulate } from './simulate/simulate.ts';
export type { SimulationError } from './simulate/validate.ts';
export { measure, type Size } from './size/measure.ts';
export { type Quota, quotaOf, quotas, type SizeKind } from './size/quotas.ts';
export { shortenPolicy } from './size/shorten.ts';
export { type Attachments, type Split, split } from './size/split.ts';
export { type ActionsMatching, patternActions, type Widening } from './size/wildcards.ts';
export { findTrustForm, trustForms } from './trust/index.ts';
export type { TrustForm, TrustOffer } from './trust/trust.ts';
export { findVariable, variables } from './variables/index.ts';
export type { Variable, VariableKind } from './variables/variable.ts';
