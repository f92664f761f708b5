import { dnsSuffix } from '../language/partitions.ts';
import { type Node, parseTree } from 'jsonc-parser';
import type { IdentifierReplacer } from './replaceNames.ts';

/**
 * A statement with its identifiers replaced, except words of IAM: elements, effects, actions, operators, condition keys and
 * services stay what they are, though a role is called `PassRole`. With another word there a Deny would deny no more.
 */
export function replaceInStatement(text: string, replace: IdentifierReplacer): string {
  const root = parseTree(text);
  if (!root) return replace(text);
  const parts: string[] = [];
  let from = 0;
  for (const { node, written } of stringsIn(root, [], replace, text)) {
    parts.push(replace(text.slice(from, node.offset + 1)), written);
    from = node.offset + node.length - 1;
  }
  return parts.join('') + replace(text.slice(from));
}

interface Written {
  readonly node: Node;
  /** The new text between the quotes. */
  readonly written: string;
}

type Path = readonly string[];

function stringsIn(node: Node, path: Path, replace: IdentifierReplacer, text: string): readonly Written[] {
  const within = ({ offset, length }: Node) => text.slice(offset + 1, offset + length - 1);
  if (node.type === 'string') return [{ node, written: textWithout(within(node), path, replace) }];
  if (node.type !== 'object')
    return (node.children ?? []).flatMap((child) => stringsIn(child, path, replace, text));
  const keys = new Set<string>();
  return (node.children ?? []).flatMap(({ children: [key, value] = [] }) => {
    if (!key) return [];
    const written = distinct(keyWithout(within(key), path, replace), keys);
    const values = value ? stringsIn(value, [...path, String(key.value)], replace, text) : [];
    return [{ node: key, written }, ...values];
  });
}

/** Two keys of one operator can differ by an identifier alone; with one name the statement could not be read. */
function distinct(key: string, taken: Set<string>): string {
  let unique = key;
  for (let count = 2; taken.has(unique); count += 1) unique = `${key}-${count}`;
  taken.add(unique);
  return unique;
}

function keyWithout(key: string, path: Path, replace: IdentifierReplacer): string {
  return path.length === 2 && path[0] === 'Condition' ? conditionKeyWithout(key, replace) : key;
}

/** Of `aws:ResourceTag/team` and `s3:RequestObjectTag/team` the tag; keys of identity providers have a host's name: all of it. */
export function conditionKeyWithout(key: string, replace: IdentifierReplacer): string {
  const [word = ''] = /^[\w-]+:[\w-]+(?=\/|$)/.exec(key) ?? [];
  return word + replace(key.slice(word.length));
}

const AWS_HOST = new RegExp(String.raw`^[a-z0-9-]+(?:\.[a-z]{2,4}(?:-[a-z]+)+-\d)?\.${dnsSuffix}$`);

function textWithout(text: string, [element = '']: Path, replace: IdentifierReplacer): string {
  if (element === 'Effect') return text;
  if (element === 'Action' || element === 'NotAction') return replace.lookalikes(text);
  return element === 'Sid' ? sidWithout(text, replace) : valueWithout(text, replace);
}

/** Of a resource, a principal or what a condition compares with: the hosts of AWS's services and the service of an ARN stay. */
export const valueWithout = (value: string, replace: IdentifierReplacer): string =>
  AWS_HOST.test(value) ? value : replace.lookalikes(namesWithout(value, replace));

/** A `Sid` has letters and digits only. */
function sidWithout(sid: string, replace: IdentifierReplacer): string {
  const replaced = replace(sid);
  return replaced === sid ? sid : replaced.replaceAll(/[^A-Za-z0-9]/g, '');
}

/** The service of an ARN stays, unless the ARN as a whole is a value. */
function namesWithout(value: string, replace: IdentifierReplacer): string {
  const replaced = replace.names(value);
  const [service = ''] = /^arn:[^:]*:[^:]*:/.exec(value) ?? [];
  if (replaced.startsWith(service) || !replaced.startsWith('arn:')) return replaced;
  return service + replace.names(value.slice(service.length));
}
