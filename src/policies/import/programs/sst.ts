import type { Node } from 'jsonc-parser';
import { list, literal, object, property } from '../builtNodes.ts';
import { listEntries, membersOf } from '../candidates.ts';
import { computed } from '../hcl/nodeParts.ts';
import { documentOfArguments } from './documentOfArguments.ts';
import type { ProgramReader } from './programReader.ts';

/** A program of SST, which has its statements as `permissions` of a function. */
export const SST = /\bsst\.aws\.|\.sst\/platform\b/;

/**
 * The statements as a document. What SST adds for links is no part of it.
 * Sources: https://sst.dev/docs/component/aws/function (permissions) and
 * https://github.com/sst/sst/blob/dev/platform/src/components/aws/permission.ts (`effect` is `allow` or `deny`)
 */
export function readPermissions(reader: ProgramReader): Node | undefined {
  const given = reader.value();
  if (given?.type !== 'array' || reader.match(END) === undefined) return undefined;
  const statements = list(listEntries(given).map(statementOf), given);
  return documentOfArguments(object([property('statements', statements)], given), 'statements');
}

const END = /(?=[,}])/y;

const NAMES: ReadonlySet<string> = new Set(['effect', 'actions', 'resources', 'conditions']);

const EFFECTS: ReadonlyMap<unknown, string> = new Map([
  ['allow', 'Allow'],
  ['deny', 'Deny'],
]);

function statementOf(entry: Node): Node {
  const unused = [...membersOf(entry).keys()].find((name) => !NAMES.has(name));
  if (unused !== undefined) return computed(unused, entry);
  const children = (entry.children ?? []).map((member) => {
    const [key, value] = member.children ?? [];
    const effect = key?.value === 'effect' ? EFFECTS.get(value?.value) : undefined;
    return key && value && effect !== undefined
      ? { ...member, children: [key, literal(effect, value)] }
      : member;
  });
  return { ...entry, children };
}
