import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { splitAction } from '../checks/facts.ts';
import { trimmedRange } from '../checks/ipRange.ts';
import { entriesOf } from '../checks/statement.ts';
import type { Path } from '../document.ts';
import { type FixContext, type Fixer, without, withValue } from './fix.ts';

function textAt({ text, finding }: FixContext): string | undefined {
  const root = parseTree(text);
  const value: unknown = root && findNodeAtLocation(root, [...finding.path])?.value;
  return typeof value === 'string' ? value : undefined;
}

/** Paths of the entries of a list that name a service; nothing when they are all there is. */
function entriesOfService(text: string, list: Path, service: string): readonly Path[] | undefined {
  const root = parseTree(text);
  const entries = entriesOf(root && findNodeAtLocation(root, [...list]));
  const paths = entries.flatMap((entry, index) =>
    splitAction(entry.text)[0] === service ? [[...list, index]] : [],
  );
  return paths.length < entries.length ? paths : undefined;
}

export const valueFixes: readonly Fixer[] = [
  {
    codes: ['IMPROVE_IP_RANGE'],
    fixes: (context) => {
      const range = trimmedRange(textAt(context) ?? '');
      if (range === undefined) return [];
      const text = withValue(context.text, context.finding.path, range);
      return [{ title: `Write ${range}`, effect: 'same', text }];
    },
  },
  {
    codes: ['INVALID_EFFECT'],
    fixes: (context) => {
      const written = textAt(context)?.trim().toLowerCase();
      const effect = ['Allow', 'Deny'].find((candidate) => candidate.toLowerCase() === written);
      if (effect === undefined) return [];
      const text = withValue(context.text, context.finding.path, effect);
      return [{ title: `Write ${effect}`, effect: 'changes', text }];
    },
  },
  {
    codes: ['SPB_SERVICE_RETIRED'],
    fixes: ({ text, finding }) => {
      const service = finding.values['service'] ?? '';
      const paths = entriesOfService(text, finding.path.slice(0, -1), service);
      if (!paths || paths.length === 0) return [];
      return [{ title: `Remove what names ${service}`, effect: 'same', text: without(text, paths) }];
    },
  },
];
