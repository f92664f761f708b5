import type { Node } from 'jsonc-parser';
import type { Check, Rule } from '../check.ts';
import { identity } from '../examples.ts';

/** AWS adds actions every week; after half a year a name that is missing in the data says little. */
const MOST_MONTHS = 6;

const rule: Rule = {
  code: 'SPB_DATA_OUTDATED',
  type: 'WARNING',
  message: 'The service authorization data on this page is from {date}, more than six months ago.',
  advice:
    'Actions, resource types, and condition keys released since then are reported as nonexistent, and removed or renamed ones aren’t reported. Update the page first if you use “doesn’t exist” findings.',
  invalid: { ...identity({}), today: '2099-01-01' },
  valid: { ...identity({}), today: '2026-09-27' },
  source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/',
};

/** Whether more than six calendar months lie between two days, `2026-09-26`. A day that cannot be read is not reported. */
export function isOutdated(dataDate: string, today: string): boolean {
  const last = new Date(`${dataDate}T00:00:00Z`);
  const wanted = last.getUTCDate();
  last.setUTCDate(1);
  last.setUTCMonth(last.getUTCMonth() + MOST_MONTHS);
  const days = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1, 0)).getUTCDate();
  last.setUTCDate(Math.min(wanted, days));
  return new Date(`${today}T00:00:00Z`).getTime() > last.getTime();
}

/** Once, at the start of the policy: it concerns every name in it. */
export const outdatedData: Check = {
  rules: [rule],
  run({ root, catalog, today, report }) {
    if (today === undefined || !isOutdated(catalog.dataDate, today)) return;
    const start: Node = { type: root.type, offset: root.offset, length: 1 };
    report(rule, start, { date: catalog.dataDate });
  },
};
