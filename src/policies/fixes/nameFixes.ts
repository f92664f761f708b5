import { splitAction } from '../catalog/lookup.ts';
import { nearestNames } from '../catalog/nearestNames.ts';
import { replaceScalar } from './jsonEdits.ts';
import type { Fixer } from './fix.ts';

export const nameFixes: readonly Fixer[] = [
  {
    codes: ['INVALID_ACTION'],
    rewrites: ({ node, catalog }) => {
      const written = String(node.value);
      const service = catalog.service(splitAction(written)[0]);
      return nearestNames(written, service?.actions.map(({ name }) => name) ?? []).map((name) => ({
        title: `Replace with ${name}`,
        edits: [replaceScalar(node, name)],
      }));
    },
  },
  {
    codes: ['INVALID_SERVICE_IN_ACTION'],
    rewrites: ({ node, catalog }) => {
      const [written, name] = splitAction(String(node.value));
      return nearestNames(written, catalog.services).map((service) => ({
        title: `Replace with ${service}:${name}`,
        edits: [replaceScalar(node, `${service}:${name}`)],
      }));
    },
  },
];
