import { accountOfArn } from '../../policies/accessTests/refusals/refusalRequest.ts';
import { applyCover } from '../../policies/activityCover/applyCover.ts';
import { coversOfPersonas } from '../../policies/activityCover/coversOfPersonas.ts';
import { replayCalls } from '../../policies/activityCover/replayCalls.ts';
import {
  servicesOfActivities,
  servicesOfPersonas,
  usedActivities,
} from '../../policies/activityCover/usedActivities.ts';
import { wholeBuckets } from '../../policies/activityCover/wholeBuckets.ts';
import { countOf, unknownCaller, type UsedCall } from '../../policies/simulate/usedCall.ts';
import { notLogged } from '../../policies/activityLog/dataEvents.ts';
import {
  activityByRole,
  countOfServices,
  type RoleActivity,
  servicesInEvents,
} from '../../policies/activityLog/roleActivity.ts';
import type { Catalog } from '../../policies/catalog/catalog.ts';
import { activityChoices } from '../../policies/draft/editDraft.ts';
import type { Ruleset } from '../../policies/library/ruleset.ts';
import type {
  ActivityAnswer,
  ActivityQuestion,
  ActivitySource,
  ActivitySummary,
  AskedCalls,
} from './activityProtocol.ts';
import { readSources } from './readSources.ts';

interface ReadActivity {
  readonly summary: ActivitySummary;
  readonly roles: readonly RoleActivity[];
}

type OfDraft = Exclude<ActivityQuestion, { readonly ask: 'read' }>;

/** Answers questions about events, and reads those of each choice of files once. */
export function activityAnswerer(
  open: (address: string) => Promise<Catalog>,
  rulesetFor: (question: Pick<OfDraft, 'preset' | 'draft'>) => Ruleset,
) {
  let known: { readonly reading: number; readonly activity: Promise<ReadActivity> } | undefined;
  const activityOf = (
    { reading, sources, catalog }: ActivityQuestion,
    onProgress: (progress: number) => void = () => undefined,
  ): Promise<ReadActivity> => {
    known =
      known?.reading === reading
        ? known
        : { reading, activity: open(catalog).then((facts) => readActivity(sources, facts, onProgress)) };
    return known.activity;
  };
  return async (
    question: ActivityQuestion,
    onProgress: (progress: number) => void,
  ): Promise<ActivityAnswer> => {
    if (question.ask === 'read') {
      const { summary } = await activityOf(question, onProgress);
      return { ask: 'read', summary };
    }
    const { roles } = await activityOf(question);
    const catalog = await open(question.catalog);
    const ruleset = rulesetFor(question);
    const role = roles.find(({ caller }) => caller === question.caller);
    const calls = role ? askedCalls(role, question) : [];
    const asked = {
      calls,
      principal: principalOf(question.caller, role?.account ?? '', calls),
      ruleset,
      catalog,
    };
    return question.ask === 'selections' ? selections(question, asked) : replay(question, asked);
  };
}

async function readActivity(
  sources: readonly ActivitySource[],
  catalog: Catalog,
  onProgress: (progress: number) => void,
): Promise<ReadActivity> {
  const { events, count, period, unread, bare, unreadFiles } = await readSources(sources, onProgress);
  await Promise.all(servicesInEvents(events).map((prefix) => catalog.load(prefix)));
  const roles = activityByRole(events, catalog);
  const summaries = roles.map(({ caller, account, events: all, counts, further, denied, unmapped }) => ({
    caller,
    account,
    events: all,
    counts,
    further,
    denied,
    unmapped,
  }));
  const missing = notLogged(events).map(({ title, actions }) => ({ title, actions }));
  const ofServices = countOfServices(events);
  return {
    roles,
    summary: {
      events: count,
      period,
      unread,
      bare,
      unreadFiles,
      ofServices,
      roles: summaries,
      notLogged: missing,
    },
  };
}

/** The calls that count: those that AWS denied are what their messages say. */
export function askedCalls(
  { calls, byService, denied }: RoleActivity,
  { withServices, withDenied }: Pick<AskedCalls, 'withServices' | 'withDenied'>,
): readonly UsedCall[] {
  const refused = denied.flatMap(({ call: { action, operation }, resources, count }): readonly UsedCall[] => {
    const each = resources.length === 0 ? [undefined] : resources;
    return each.map((resource, place) => ({
      action,
      resource,
      operation,
      context: {},
      // How often each was, the groups don’t say.
      count: place === 0 ? count - each.length + 1 : 1,
    }));
  });
  return [...calls, ...(withServices ? byService : []), ...(withDenied ? refused : [])];
}

/** Calls of a list have no caller: a role of the account that most of them are about makes them, where no event names one. */
function principalOf(caller: string, account: string, calls: readonly UsedCall[]): string {
  if (accountOfArn(caller) !== undefined) return caller;
  if (account !== '') return `arn:aws:iam::${account}:role/Caller`;
  const counts = new Map<string, number>();
  for (const { resource, count } of calls) {
    const account = accountOfArn(resource);
    if (account !== undefined) counts.set(account, (counts.get(account) ?? 0) + count);
  }
  const [most] = [...counts].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return most === undefined ? unknownCaller : `arn:aws:iam::${most[0]}:role/Caller`;
}

interface Asked {
  readonly calls: readonly UsedCall[];
  readonly principal: string;
  readonly ruleset: Ruleset;
  readonly catalog: Catalog;
}

async function selections({ draft }: OfDraft, asked: Asked): Promise<ActivityAnswer> {
  const { calls, ruleset, catalog } = asked;
  if (calls.length > 0) await Promise.all(servicesOfPersonas(ruleset).map((prefix) => catalog.load(prefix)));
  const covers = calls.length === 0 ? [] : coversOfPersonas(draft, asked);
  const offered = covers.map((cover) => ({ cover, after: applyCover(draft, cover, ruleset) }));
  const choices = offered.flatMap(({ cover, after }) => activityChoices(after, cover.persona));
  await Promise.all(servicesOfActivities(choices, ruleset).map((prefix) => catalog.load(prefix)));
  return {
    ask: 'selections',
    calls: countOf(calls),
    selections: offered.map(({ cover, after }) => {
      const added = new Set(
        cover.changes.flatMap((change) => ('activity' in change ? [change.activity] : [])),
      );
      const choice = activityChoices(after, cover.persona).filter(({ activity }) => added.has(activity));
      const ofAdded = { ...after, activities: { ...after.activities, [cover.persona]: choice } };
      return {
        ...cover,
        wholeBuckets: wholeBuckets(cover.changes, calls, ruleset),
        beyond: usedActivities(ofAdded, { ...asked, persona: cover.persona }),
      };
    }),
  };
}

async function replay(question: Extract<OfDraft, { ask: 'replay' }>, asked: Asked): Promise<ActivityAnswer> {
  const { draft, persona } = question;
  const { ruleset, catalog } = asked;
  const services = servicesOfActivities(activityChoices(draft, persona), ruleset);
  await Promise.all(services.map((prefix) => catalog.load(prefix)));
  return {
    ask: 'replay',
    replay: replayCalls(draft, { ...asked, persona }),
    uses: usedActivities(draft, { ...asked, persona }),
  };
}
