import { readArn } from '../language/arn.ts';
import { replaceScalar } from './jsonEdits.ts';
import type { Fixer } from './fix.ts';

/**
 * The pattern with all six fields, `*` for each that was missing: before the last field, which names the resource, or behind it
 * where it is `*` itself. Nothing for an unknown service, since a wildcard is not allowed there.
 */
function wholeArn(text: string): string | undefined {
  const fields = text.split(':');
  const missing = 6 - fields.length;
  const [prefix, partition, service = '*', ...rest] = fields;
  const last = rest.pop();
  const isReadable = prefix === 'arn' && !/[*?$<]/.test(service) && !text.includes('${');
  if (!isReadable || last === undefined || missing < 1) return undefined;
  const stars = new Array<string>(missing).fill('*');
  const end = /^\*+$/.test(last) ? [last, ...stars] : [...stars, last];
  const whole = [prefix, partition, service, ...rest, ...end].join(':');
  return readArn(whole) && whole;
}

export const missingFieldFixes: readonly Fixer[] = [
  {
    codes: ['SPB_ARN_READ_TWO_WAYS'],
    rewrites: ({ node, finding }) => {
      const whole = wholeArn(finding.values['arn'] ?? '');
      return whole === undefined
        ? []
        : [{ title: `Replace with ${whole}`, edits: [replaceScalar(node, whole)] }];
    },
  },
];
