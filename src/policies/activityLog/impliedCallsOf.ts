import { servicesPassedTo } from '../accessTests/refusals/operationActions.ts';
import type { UsedCall } from '../simulate/usedCall.ts';
import { impliedCalls } from '../library/accessTests/scenarios/impliedCalls.ts';
import type { ActivityEvent } from './activityEvent.ts';

/**
 * Calls that CloudTrail doesn’t log, since they are checked together with another: passing the role that a call hands over, and
 * adding the tags that it carries. By the table of implied calls, and for other services by that of what roles are passed to.
 */
export function impliedCallsOf(
  event: ActivityEvent,
  action: string,
  resource: string,
  count: number,
): readonly UsedCall[] {
  const operation = action.slice(action.indexOf(':') + 1);
  const place = event.context['aws:RequestedRegion'];
  const region = place === undefined ? {} : { 'aws:RequestedRegion': place };
  const passed = event.passes.map((role): UsedCall => {
    const [service] = servicesPassedTo(operation);
    return {
      action: 'iam:PassRole',
      resource: role,
      operation,
      context: { ...region, 'iam:PassedToService': service },
      count,
    };
  });
  return [...passed, ...tagCalls(event, action, resource, operation, count)];
}

function tagCalls(
  { context }: ActivityEvent,
  action: string,
  resource: string,
  operation: string,
  count: number,
): readonly UsedCall[] {
  const keys = context['aws:TagKeys'] ?? [];
  if (keys.length === 0) return [];
  const cells = impliedCalls.filter(
    ({ parameter, creates }) => parameter === 'tags' && creates.includes(action),
  );
  const tags = Object.fromEntries(
    Object.entries(context).filter(([key]) => /^aws:(?:RequestTag\/|TagKeys$|RequestedRegion$)/.test(key)),
  );
  return cells.flatMap(({ calls }) =>
    calls.map(
      (call): UsedCall => ({
        action: call.action,
        resource,
        operation,
        context: {
          ...tags,
          ...(call.context && 'sagemaker:TaggingAction' in call.context
            ? { 'sagemaker:TaggingAction': operation }
            : {}),
        },
        count,
      }),
    ),
  );
}
