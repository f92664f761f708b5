const ISO =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/i;
const EPOCH = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * A time as milliseconds since 1970, from ISO 8601 (year, month, day or time; without a zone UTC) or from epoch seconds. Four
 * digits are a year. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 */
export function readDate(text: string): number | undefined {
  const found = ISO.exec(text);
  if (found) return fromIso(found);
  return EPOCH.test(text) ? Number(text) * 1000 : undefined;
}

function fromIso(found: RegExpExecArray): number | undefined {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part)));
  if (month < 1 || month > 12 || day < 1 || hour > 24 || minute > 59 || second > 60) return undefined;
  const start = new Date(0);
  start.setUTCFullYear(year, month - 1, day);
  if (start.getUTCMonth() !== month - 1) return undefined;
  const offset = zone(found[8]);
  if (offset === undefined) return undefined;
  const clock = (hour * 60 + minute) * 60 + second;
  return start.getTime() + clock * 1000 + Number(`0.${found[7] ?? 0}`) * 1000 - offset;
}

/** The zone's distance from UTC in milliseconds. */
function zone(text: string | undefined): number | undefined {
  if (text === undefined || text.toUpperCase() === 'Z') return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(-2))];
  if (hours > 23 || minutes > 59) return undefined;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
