import { guidePolicies, guideResemblance } from '../../policies/access/review/guideResemblance.ts';
import {
  findActivitiesThatAllow,
  findOptionsThatAllow,
} from '../../policies/accessTests/activitiesThatAllow.ts';
import { answerRefusal } from '../../policies/accessTests/refusals/answerRefusal.ts';
import { answerWithoutRole } from '../../policies/accessTests/refusals/answerWithoutRole.ts';
import { deliver } from '../../policies/compose/deliver.ts';
import type { Catalog } from '../../policies/catalog/catalog.ts';
import { splitAction } from '../../policies/catalog/lookup.ts';
import { withRoleInstances } from '../../policies/draft/roleInstances.ts';
import type { Draft } from '../../policies/model/draft.ts';
import type { Preset } from '../../policies/library/preset.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import type { Ruleset } from '../../policies/library/ruleset.ts';
import { previewPreset } from '../../policies/presets/previewPreset.ts';
import { rulesetOf } from '../../policies/presets/rulesetOf.ts';
import { findFlips } from '../../policies/simulate/counterfactuals.ts';
import { simulate } from '../../policies/simulate/simulate.ts';
import { servicesOf } from '../../policies/catalog/servicesOf.ts';
import { type AboutDraft, answerAboutDraft } from './answerAboutDraft.ts';
import { answerManaged } from './answerManaged.ts';
import type { AnsweringInTurns } from '../workers/serve.ts';
import { comparePairs, review } from './comparisons.ts';
import type {
  DecisionQuestion,
  EvidenceAnswer,
  FlipsQuestion,
  OffersQuestion,
  PostedQuestion,
  RefusalQuestion,
  ResemblanceQuestion,
  UnknownKeysQuestion,
} from './evidenceProtocol.ts';

type Open = (address: string) => Promise<Catalog>;

/** What answers the questions of the page, without a worker around it. */
export function answerer(open: Open): AnsweringInTurns<PostedQuestion, EvidenceAnswer> {
  const libraryWith = libraryReader();
  const rulesetWith = rulesetReader(libraryWith);
  return async (question, turn, tell) => {
    const catalog = () => open(question.catalog);
    switch (question.kind) {
      case 'tests':
      case 'matrix':
      case 'reach':
      case 'reachable':
      case 'guarantees':
      case 'placement':
        return answerAboutDraft(question, rulesetWith(question.preset, draftOf(question)), catalog, turn);
      case 'comparison':
        return comparePairs(question, await catalog(), turn, tell);
      case 'review':
        return review(question, await catalog(), turn, tell);
      case 'resemblance':
        return resemblance(question, await catalog());
      case 'unknownKeys':
        return unknownKeysOf(question, await catalog());
      case 'decision':
      case 'flips':
        return explain(question);
      case 'offers':
      case 'optionOffers':
        return findOffers(question, rulesetWith(question.preset, question.draft));
      case 'refusal':
        return answer(question, rulesetWith(question.preset, question.draft), await catalog());
      case 'managed':
      case 'needed':
      case 'replacement':
        return answerManaged(question, libraryWith(question.preset), await catalog(), turn, tell);
      case 'presetPreview':
        return {
          kind: question.kind,
          preview: previewPreset(question.draft, libraryWith(question.preset), question.previewed),
        };
      default:
        return question satisfies never;
    }
  };
}

/** The draft whose roles the question is about: of two drafts, the later one. */
const draftOf = (question: AboutDraft): Draft =>
  'drafted' in question ? question.drafted.draft : question.after.draft;

/**
 * Presets come with every question, and mostly it is the same one. Each role of the question's draft is a persona: without them,
 * further roles of a persona would be neither tested nor shown.
 */
const rulesetReader =
  (libraryWith: LibraryReader) =>
  (preset: Preset | null, draft: Draft): Ruleset =>
    withRoleInstances(libraryWith(preset), draft);

type LibraryReader = (preset: Preset | null) => Ruleset;

function libraryReader(): LibraryReader {
  let last: { readonly text: string; readonly ruleset: Ruleset } | undefined;
  return (preset) => {
    if (preset === null) return builtIn;
    const text = JSON.stringify(preset);
    last = last?.text === text ? last : { text, ruleset: rulesetOf(preset) };
    return last.ruleset;
  };
}

function explain(question: DecisionQuestion | FlipsQuestion): EvidenceAnswer {
  const { request, policies } = question;
  if (question.kind === 'flips') return { kind: 'flips', flips: findFlips(request, policies) };
  const { missingKeys } = question;
  return { kind: 'decision', decision: simulate(request, policies, { missingKeys }) };
}

async function unknownKeysOf(
  { request, policies }: UnknownKeysQuestion,
  catalog: Catalog,
): Promise<EvidenceAnswer> {
  const [service] = splitAction(request.action);
  await catalog.load(service);
  const isKnownAction = catalog.actions(request.action).state !== 'unknown';
  const { unknownKeys } = simulate(request, policies, { catalog });
  return { kind: 'unknownKeys', isKnownAction, unknownKeys };
}

function findOffers(
  { kind, draft, persona, request, otherSide }: OffersQuestion,
  ruleset: Ruleset,
): EvidenceAnswer {
  return kind === 'offers'
    ? { kind, offers: findActivitiesThatAllow(draft, persona, request, ruleset) }
    : { kind, offers: findOptionsThatAllow(draft, persona, request, ruleset, otherSide) };
}

/** The services of the draft's policies are loaded: what is offered is checked as well. */
async function answer(
  { draft, call, resources, persona }: RefusalQuestion,
  ruleset: Ruleset,
  catalog: Catalog,
): Promise<EvidenceAnswer> {
  const policies = deliver(draft, ruleset).documents.map(({ policy }) => policy);
  const [service] = splitAction(call.action);
  await Promise.all([...new Set([service, ...servicesOf(policies)])].map((prefix) => catalog.load(prefix)));
  const asked = { call, resources, ruleset, catalog };
  return persona === undefined
    ? { kind: 'refusalStarts', answer: answerWithoutRole(draft, asked) }
    : { kind: 'refusal', answer: answerRefusal(draft, { ...asked, persona }) };
}

async function resemblance({ policy }: ResemblanceQuestion, catalog: Catalog): Promise<EvidenceAnswer> {
  await Promise.all(servicesOf([policy, ...guidePolicies]).map((prefix) => catalog.load(prefix)));
  return { kind: 'resemblance', resemblance: guideResemblance(policy, catalog) };
}
