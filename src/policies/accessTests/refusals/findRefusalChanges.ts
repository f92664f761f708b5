import { activityChoices } from '../../draft/editDraft.ts';
import { activeTemplates, selectedPersonas, selectedTrust } from '../../draft/selection.ts';
import { coversAction } from '../../language/subsumes.ts';
import type { Activity } from '../../library/activities/activity.ts';
import { valueOfOption } from '../../library/activities/optionValues.ts';
import { findActivity, type Ruleset } from '../../library/ruleset.ts';
import type { Stance } from '../../model/stance.ts';
import type { ActivityChoice, Draft } from '../../model/draft.ts';
import { type ValueCandidate, valueCandidates } from './fillFromCalls.ts';
import { applyChange, type RefusalChange, type ValueChange } from './refusalChange.ts';
import { endpointOf, type RefusalSubject } from './refusalSubject.ts';
import { openKeys, type RefusalTrial, type TrialResult, tryDraft } from './refusalTrial.ts';

/** A change that was tried. `openKeys`: the call is allowed if these condition keys of it are as the policies require. */
export interface FoundChange {
  readonly change: RefusalChange;
  readonly openKeys: readonly string[];
  readonly result: TrialResult;
}

type Choice = Exclude<RefusalChange, { readonly kind: 'statement' }>;

/** Changes of one kind that are tried: more than a person reads. */
const MAX_OF_KIND = 4;

/**
 * What would allow a refused call, the smallest change first: values, then options of what is selected, or else activities. Each was
 * composed and simulated with the values of the message, which are part of it as far as they are needed. `before`: the answer
 * of the draft as it is; a change is better than that, or it is not offered.
 */
export function findRefusalChanges(
  draft: Draft,
  trial: RefusalTrial,
  before: TrialResult,
  candidates: readonly ValueCandidate[],
): readonly FoundChange[] {
  const { subject } = before;
  const search = new Search(draft, trial, before, candidates);
  search.add([{ kind: 'values', values: [] }]);
  if (subject.kind === 'trust') {
    // Another form of trust would take the role from those who have it: an option of the same form or a statement does not.
    if (before.verdict !== 'unknown') search.add(otherTrustOptions(draft, subject, trial));
    return search.found;
  }
  search.add(otherOptions(draft, subject, trial));
  // A further activity is for what neither values nor options of the selected ones allow.
  if (search.found.length === 0) search.add(otherActivities(draft, subject, trial));
  if (search.found.length === 0) search.add(activitiesWithOption(draft, subject, trial));
  return search.found;
}

/** The values of the message that are not in the draft. */
export const candidatesFor = (
  draft: Draft,
  trial: RefusalTrial,
  { subject }: Pick<TrialResult, 'subject'>,
): readonly ValueCandidate[] => valueCandidates(draft, { ...trial, persona: subject.persona });

/** Variables that the message gives a value to and that are empty. */
export const openVariables = (candidates: readonly ValueCandidate[]): ReadonlySet<string> =>
  new Set(candidates.flatMap(({ how, variable }) => (how === 'fill' ? [variable] : [])));

class Search {
  readonly found: FoundChange[] = [];
  private readonly draft: Draft;
  private readonly trial: RefusalTrial;
  private readonly before: TrialResult;
  private readonly candidates: readonly ValueCandidate[];
  private readonly open: ReadonlySet<string>;

  constructor(draft: Draft, trial: RefusalTrial, before: TrialResult, candidates: readonly ValueCandidate[]) {
    this.draft = draft;
    this.trial = trial;
    this.before = before;
    this.candidates = candidates;
    this.open = openVariables(candidates);
  }

  /** Tries choices of one kind. */
  add(choices: readonly Choice[]): void {
    const smaller = [...this.found];
    let added = 0;
    for (const choice of choices) {
      if (added >= MAX_OF_KIND) return;
      const change = this.withNeededValues(choice);
      const isNothing = !change || (change.kind === 'values' && change.values.length === 0);
      // What the values of a smaller change do alone is not this one's doing.
      if (isNothing || smaller.some((one) => needsNoMore(one.change, change))) continue;
      const result = this.resultOf(change);
      this.found.push({ change, openKeys: openKeys(result), result });
      added += 1;
    }
  }

  /** With all values of the message first, then without each that the call is allowed without. */
  private withNeededValues(choice: Choice): Choice | undefined {
    if (!this.allows({ ...choice, values: this.candidates })) return undefined;
    const replaced = this.candidates.filter(({ how }) => how === 'replace');
    const others = this.candidates.filter(({ how }) => how !== 'replace');
    let needed: readonly ValueCandidate[] = this.candidates;
    for (const candidate of [...replaced, ...others.toReversed()]) {
      const fewer = needed.filter((one) => one !== candidate);
      if (this.allows({ ...choice, values: fewer })) needed = fewer;
    }
    const values = needed.map(
      ({ variable, before, values: after }): ValueChange => ({ variable, before, values: after }),
    );
    return { ...choice, values };
  }

  private allows(change: Choice): boolean {
    const { verdict, policies } = this.resultOf(change);
    if (!policies) return false;
    return verdict === 'allowed' || (verdict === 'unknown' && this.before.verdict !== 'unknown');
  }

  private resultOf(change: Choice): TrialResult {
    const { ruleset } = this.trial;
    const changed = applyChange(this.draft, this.before.subject.persona, change, ruleset);
    return tryDraft(changed, this.trial, this.open);
  }
}

/** Whether a change of values alone is part of another. */
const needsNoMore = (smaller: RefusalChange, larger: Choice): boolean =>
  smaller.kind === 'values' &&
  smaller.values.every(({ variable }) => larger.values.some((one) => one.variable === variable));

const names = (activity: Activity | undefined, stance: Stance, action: string): boolean =>
  (activity?.[stance] ?? []).some(
    ({ Effect, Action }) => Effect === 'Allow' && Action.some((pattern) => coversAction(pattern, action)),
  );

/** The statements of a choice that are about an action, as one text: an option that leaves them as they are changes nothing. */
const templatesFor = (choice: ActivityChoice, action: string, ruleset: Ruleset): string =>
  activeTemplates(choice, ruleset)
    .filter(({ Action }) => Action.some((pattern) => coversAction(pattern, action)))
    .map(({ Sid }) => Sid)
    .join(' ');

function otherOptions(
  draft: Draft,
  { persona }: RefusalSubject,
  { call, ruleset }: RefusalTrial,
): readonly Choice[] {
  return activityChoices(draft, persona).flatMap(({ activity, stance, options }) => {
    const found = findActivity(activity, ruleset);
    if (!names(found, stance, call.action)) return [];
    const ofStance = (found?.options ?? []).filter(({ stances }) => stances.includes(stance));
    const saysNow = templatesFor({ activity, stance, options }, call.action, ruleset);
    return ofStance.flatMap((option) =>
      option.choices
        .filter(({ value }) => value !== valueOfOption(option, options))
        .filter(({ value }) => {
          const changed = { activity, stance, options: { ...options, [option.id]: value } };
          return templatesFor(changed, call.action, ruleset) !== saysNow;
        })
        .map(({ value }): Choice => ({ kind: 'option', activity, option: option.id, value, values: [] })),
    );
  });
}

/** Activities that the persona offers and the draft doesn’t have, whose statements name the action. */
function offeredActivities(
  draft: Draft,
  { kind, persona }: RefusalSubject,
  { call, ruleset }: RefusalTrial,
): readonly Activity[] {
  const found = ruleset.personas.find(({ id }) => id === persona);
  const selected = new Set(activityChoices(draft, persona).map(({ activity }) => activity));
  const endpoint = kind === 'endpoint' ? endpointOf(call.action, ruleset) : undefined;
  return (found?.activities ?? []).flatMap(({ activity }) => {
    const one = selected.has(activity) ? undefined : findActivity(activity, ruleset);
    const stance: Stance = one?.hardened ? 'hardened' : 'published';
    const isOfEndpoint = kind !== 'endpoint' || one?.endpoint?.id === endpoint?.id;
    return one && isOfEndpoint && names(one, stance, call.action) ? [one] : [];
  });
}

const otherActivities = (draft: Draft, subject: RefusalSubject, trial: RefusalTrial): readonly Choice[] =>
  offeredActivities(draft, subject, trial).map(({ id }) => ({
    kind: 'activity',
    activity: id,
    options: {},
    values: [],
  }));

const activitiesWithOption = (
  draft: Draft,
  subject: RefusalSubject,
  trial: RefusalTrial,
): readonly Choice[] =>
  offeredActivities(draft, subject, trial).flatMap(({ id, options }) =>
    options.flatMap((option) =>
      option.choices
        .filter(({ value }) => value !== (option.recommended ?? option.default))
        .map(
          ({ value }): Choice => ({
            kind: 'activity',
            activity: id,
            options: { [option.id]: value },
            values: [],
          }),
        ),
    ),
  );

/** Other options of the way in which a role is assumed. */
function otherTrustOptions(
  draft: Draft,
  { persona }: RefusalSubject,
  { ruleset }: RefusalTrial,
): readonly Choice[] {
  const found = selectedPersonas(draft, ruleset).find(({ id }) => id === persona);
  const selected = found && selectedTrust(found, draft);
  return (selected?.form.options ?? []).flatMap((option) =>
    option.choices
      .filter(({ value }) => value !== selected?.options[option.id])
      .map(
        ({ value }): Choice => ({
          kind: 'trust',
          form: selected?.form.id ?? '',
          options: { [option.id]: value },
          values: [],
        }),
      ),
  );
}
