import type { Node } from 'jsonc-parser';
import { list, literal, object, property } from '../builtNodes.ts';
import { listEntries, membersOf } from '../candidates.ts';
import { computed } from '../hcl/nodeParts.ts';
import type { ProgramReader } from './programReader.ts';

/** A program in Python that makes policies with awacs. */
export const AWACS = /^[^\S\n]*(?:import|from)\s+awacs\b/m;

/**
 * `PolicyDocument(Statement=[Statement(Effect=Allow, Action=[s3.GetObject], Resource=["*"])])` as a document.
 * Source: https://github.com/cloudtools/awacs (README and awacs/aws.py)
 */
export function readPolicyDocument(reader: ProgramReader, from: number): Node | undefined {
  const read = reader.args();
  if (!read || read.args.length > 0) return undefined;
  const given = object(read.named, { offset: from, length: reader.at - from });
  const parts = [...membersOf(given)].map(([name, value]) => {
    if (name !== 'Statement') return property(name, value);
    const entries = value.type === 'array' ? listEntries(value) : [value];
    return property(
      name,
      list(
        entries.map((entry) => statementOf(entry, reader.text)),
        value,
      ),
    );
  });
  return object(parts, given);
}

function statementOf(entry: Node, text: string): Node {
  if (entry.type !== 'object') return computed('a statement', entry);
  const parts = [...membersOf(entry)].map(([name, value]) => {
    if (name === 'Effect') return property(name, effectOf(value, text));
    return property(name, /Action$/.test(name) ? actionsOf(value, text) : value);
  });
  return object(parts, entry);
}

const writtenAt = (text: string, { offset, length }: Node): string => text.slice(offset, offset + length);

/** A constant of the library. */
function effectOf(node: Node, text: string): Node {
  const [, effect] = /^(?:(?:awacs\.)?aws\.)?(Allow|Deny)$/.exec(writtenAt(text, node)) ?? [];
  return effect === undefined ? node : literal(effect, node);
}

function actionsOf(node: Node, text: string): Node {
  return node.type === 'array'
    ? list(
        listEntries(node).map((entry) => actionOf(entry, text)),
        node,
      )
    : actionOf(node, text);
}

/** `s3.GetObject`, where the module is one of the library by its own name and has the prefix of its service as its name. */
function actionOf(node: Node, text: string): Node {
  const written = writtenAt(text, node);
  if (/^["']/.test(written)) return node;
  const [, module = '', name = ''] = /^(?:awacs\.)?([a-z][a-z\d]*)\.([A-Z]\w*)$/.exec(written) ?? [];
  const isOfLibrary =
    module !== '' && !OTHERS.has(module) && (written.startsWith('awacs.') || isImported(module, text));
  return isOfLibrary ? literal(`${module}:${name}`, node) : computed(written, node);
}

/** A program begins with its imports. */
const IMPORTS = 20_000;

/** Whether a module of the library has its own name: another one could be called so. */
const isImported = (module: string, text: string): boolean =>
  new RegExp(
    String.raw`^[^\S\n]*(?:from\s+awacs\s+import\s[^\n]*(?<!\bas\s{1,9})\b${module}\b(?!\s+as\b)|import\s+awacs\.${module}\s+as\s+${module}\b)`,
    'm',
  ).test(text.slice(0, IMPORTS));

/** The module of AWS Lambda has another name than its prefix, and that of the library itself has no actions. */
const OTHERS: ReadonlySet<string> = new Set(['awslambda', 'aws']);
