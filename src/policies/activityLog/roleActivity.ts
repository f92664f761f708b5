import type { RefusedCall, RefusedCalls } from '../accessTests/refusals/refusedCall.ts';
import { countOf, type UsedCall } from '../simulate/usedCall.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { ActionFacts } from '../catalog/service.ts';
import type { ActivityEvent, RepeatedEvent } from './activityEvent.ts';
import { actionOfEvent, needsNoPermission, prefixesOf } from './actionsOfEvent.ts';
import { impliedCallsOf } from './impliedCallsOf.ts';
import { resourcesOfEvent } from './resourcesOfEvent.ts';

/** Events that belong to nothing here, by their name. */
export interface NamedCount {
  readonly name: string;
  readonly count: number;
}

/** How many events of one caller are what. Each event counts once. */
export interface ActivityCounts {
  /** The caller’s own calls, on a resource that the event names. */
  readonly mapped: number;
  /** The same, of which no event says on what. */
  readonly withoutResource: number;
  readonly denied: number;
  /** Made by an AWS service with the caller’s permissions. */
  readonly byService: number;
  /** Calls that need no permission. */
  readonly free: number;
  readonly unmapped: number;
}

/** What one role or user did. Plain data. */
export interface RoleActivity {
  /** ARN of the role or user, or its name where no record has more; empty for calls that no one is named for. */
  readonly caller: string;
  /** That the calls were made in, where that is one. */
  readonly account: string;
  readonly events: number;
  readonly counts: ActivityCounts;
  /** Permission checks beside these calls, which CloudTrail doesn’t log: passed roles, tags, and further resources of a call. */
  readonly further: number;
  readonly calls: readonly UsedCall[];
  readonly byService: readonly UsedCall[];
  readonly denied: readonly RefusedCalls[];
  readonly unmapped: readonly NamedCount[];
}

/** The services that have to be loaded before events can be divided by caller. */
export const servicesInEvents = (events: readonly RepeatedEvent[]): readonly string[] => [
  ...new Set(events.flatMap(({ event }) => prefixesOf(event.source))),
];

/** Events by who caused them, the most active first. Those that AWS services caused for themselves are left out. */
export function activityByRole(events: readonly RepeatedEvent[], catalog: Catalog): readonly RoleActivity[] {
  const byCaller = new Map<string, RoleTally>();
  const nameOf = namesOfCallers(events);
  for (const { event, count } of events) {
    if (event.isOfService) continue;
    const caller = nameOf(event);
    const tally = byCaller.get(caller) ?? new RoleTally(caller, catalog);
    byCaller.set(caller, tally);
    tally.add(event, count);
  }
  return [...byCaller.values()]
    .map((tally) => tally.activity())
    .toSorted((one, other) => other.events - one.events || (one.caller < other.caller ? -1 : 1));
}

/** A name without an account is one user in each account: with that, where there are several. */
function namesOfCallers(events: readonly RepeatedEvent[]): (event: ActivityEvent) => string {
  const isName = ({ caller }: ActivityEvent) => caller !== '' && !caller.startsWith('arn:');
  const accounts = new Map<string, Set<string>>();
  for (const { event } of events.filter((one) => isName(one.event)))
    accounts.set(event.caller, (accounts.get(event.caller) ?? new Set()).add(event.account));
  return (event) =>
    isName(event) && (accounts.get(event.caller)?.size ?? 0) > 1
      ? `${event.caller} (${event.account || 'account unknown'})`
      : event.caller;
}

/** How many events AWS services caused for themselves, without a role of the account. */
export const countOfServices = (events: readonly RepeatedEvent[]): number =>
  events.reduce((sum, { event, count }) => sum + (event.isOfService ? count : 0), 0);

class RoleTally {
  private readonly caller: string;
  private readonly catalog: Catalog;
  private events = 0;
  private readonly accounts = new Set<string>();
  private readonly counts = { mapped: 0, withoutResource: 0, denied: 0, byService: 0, free: 0, unmapped: 0 };
  private readonly calls = new CallTally();
  private readonly byService = new CallTally();
  private readonly denied = new Map<string, { call: RefusedCall; resources: Set<string>; count: number }>();
  private readonly unmapped = new Map<string, number>();

  constructor(caller: string, catalog: Catalog) {
    this.caller = caller;
    this.catalog = catalog;
  }

  add(event: ActivityEvent, count: number): void {
    this.events += count;
    this.accounts.add(event.account);
    const facts = actionOfEvent(event, this.catalog);
    if (!facts) {
      const name = `${event.source}: ${event.name}`;
      this.unmapped.set(name, (this.unmapped.get(name) ?? 0) + count);
      this.counts.unmapped += count;
    } else if (event.denied !== null) this.addDenied(event, facts, count);
    else if (needsNoPermission(facts.name)) this.counts.free += count;
    else this.addCalls(event, facts, count);
  }

  private addCalls(event: ActivityEvent, facts: ActionFacts, count: number): void {
    const resources = resourcesOfEvent(event, facts);
    if (event.by !== '') this.counts.byService += count;
    else if (resources.length === 0) this.counts.withoutResource += count;
    else this.counts.mapped += count;
    const tally = event.by === '' ? this.calls : this.byService;
    const operation = facts.name.slice(facts.name.indexOf(':') + 1);
    const asked = resources.length === 0 ? [undefined] : resources;
    for (const resource of asked)
      tally.add({ action: facts.name, resource, operation, context: event.context, count });
    for (const call of impliedCallsOf(event, facts.name, resources[0] ?? '', count))
      if (call.resource !== '') tally.add(call);
    // A copy reads its source as well.
    const source = event.names['x-amz-copy-source'];
    const from = source === undefined ? undefined : copySource(source, event.caller);
    if (facts.name === 's3:PutObject' && from !== undefined)
      tally.add({ action: 's3:GetObject', resource: from, context: event.context, count });
  }

  private addDenied(event: ActivityEvent, facts: ActionFacts, count: number): void {
    this.counts.denied += count;
    const [resource] = resourcesOfEvent(event, facts);
    const call: RefusedCall =
      event.denied !== null && event.denied !== 'unnamed'
        ? event.denied
        : {
            principal: event.caller.startsWith('arn:') ? event.caller : undefined,
            action: facts.name,
            resource,
            operation: event.name,
            layer: undefined,
            explicit: undefined,
            policy: undefined,
          };
    const key = JSON.stringify([
      call.action,
      call.operation,
      call.layer,
      call.explicit,
      call.policy,
      call.resource === undefined,
    ]);
    const group = this.denied.get(key) ?? { call, resources: new Set<string>(), count: 0 };
    if (call.resource !== undefined) group.resources.add(call.resource);
    group.count += count;
    this.denied.set(key, group);
  }

  activity(): RoleActivity {
    const { caller, events, counts } = this;
    const denied = [...this.denied.values()].map(({ call, resources, count }) => {
      const sorted = [...resources].toSorted();
      return { call: { ...call, resource: sorted[0] ?? call.resource }, resources: sorted, count };
    });
    const [account = '', ...otherAccounts] = this.accounts;
    const [calls, byService] = [this.calls.all(), this.byService.all()];
    return {
      caller,
      account: otherAccounts.length === 0 ? account : '',
      events,
      counts: { ...counts },
      further: countOf([...calls, ...byService]) - counts.mapped - counts.withoutResource - counts.byService,
      calls,
      byService,
      denied: denied.toSorted(
        (one, other) => other.count - one.count || compare(one.call.action, other.call.action),
      ),
      unmapped: [...this.unmapped]
        .map(([name, count]) => ({ name, count }))
        .toSorted((one, other) => other.count - one.count || compare(one.name, other.name)),
    };
  }
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

const copySource = (text: string, caller: string): string | undefined => {
  const partition = /^arn:([\w-]+):/.exec(caller)?.[1] ?? 'aws';
  const path = decoded(text)
    .replace(/^\//, '')
    .replace(/\?versionId=.*$/, '');
  return /^[a-z0-9.-]{3,63}\/./.test(path) ? `arn:${partition}:s3:::${path}` : undefined;
};

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Calls that differ in nothing but how often they were made, once. */
class CallTally {
  private readonly calls = new Map<string, UsedCall & { count: number }>();

  add({ count, ...call }: UsedCall): void {
    const key = JSON.stringify(call);
    const known = this.calls.get(key);
    if (known) known.count += count;
    else this.calls.set(key, { ...call, count });
  }

  /** In an order that is not that of the events. */
  all(): readonly UsedCall[] {
    return [...this.calls].toSorted(([one], [other]) => compare(one, other)).map(([, call]) => call);
  }
}
