import { splitAction } from '../catalog/lookup.ts';
import { readRange, trimmedRange } from '../language/ipRange.ts';
import { replaceScalar } from './jsonEdits.ts';
import type { Fixer, Rewrite } from './fix.ts';
import { removeEntries } from './remove.ts';
import type { FindingSite } from './findingSite.ts';

const textOf = ({ node }: FindingSite): string => (node.type === 'string' ? String(node.value) : '');

const replaced = ({ node }: FindingSite, value: string | undefined): readonly Rewrite[] =>
  value === undefined ? [] : [{ title: `Replace with ${value}`, edits: [replaceScalar(node, value)] }];

export const valueFixes: readonly Fixer[] = [
  {
    codes: ['IMPROVE_IP_RANGE'],
    rewrites: (site) => {
      const range = readRange(textOf(site));
      return replaced(site, range && trimmedRange(range));
    },
  },
  {
    codes: ['INVALID_EFFECT'],
    rewrites: (site) => {
      const written = textOf(site).trim().toLowerCase();
      return replaced(
        site,
        ['Allow', 'Deny'].find((effect) => effect.toLowerCase() === written),
      );
    },
  },
  {
    codes: ['SPB_SERVICE_RETIRED'],
    rewrites: ({ node, finding }) => {
      const service = finding.values['service'] ?? '';
      const entries = (node.parent?.type === 'array' ? node.parent.children : undefined) ?? [];
      const actionsOfService = entries.filter(
        ({ value }) => typeof value === 'string' && splitAction(value)[0] === service,
      );
      return removeEntries(actionsOfService, `Remove the actions of ${service}`);
    },
  },
];
