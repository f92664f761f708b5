import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Attributes and properties whose values nobody reads. */
const unread = new Set(
  'className style sx href id key rel target type role name htmlFor width height viewBox d fill stroke component variant size color severity align icon kind state step data-scheme autoComplete inputMode spellCheck aria-live aria-controls aria-haspopup aria-current wrap look lang'.split(
    ' ',
  ),
);

const isSkipped = (node) =>
  /^(Import|ExportAll|TSType|TSInterface|TSLiteral|TSUnion)/.test(node.type) ||
  (node.type === 'CallExpression' && isStyle(node.callee)) ||
  (node.type === 'BinaryExpression' && /^[!=]==$/.test(node.operator)) ||
  (node.type === 'JSXAttribute' && unread.has(nameOf(node.name))) ||
  (node.type === 'Property' && unread.has(nameOf(node.key)) && node.value.type === 'Literal') ||
  node.type === 'NewExpression';

const nameOf = ({ name, value }) => String(name?.name ?? name ?? value);

/** What is called is `styled(…)`, or a style within one. */
const isStyle = (callee) => callee.type === 'CallExpression' && callee.callee.name === 'styled';

/** A sentence, a label or a word of one; no id, no class, no style. */
function isText(text) {
  const words = text.replaceAll('{…}', '').trim();
  if (!/\p{L}{2}/u.test(words)) return false;
  return (
    (/\s/.test(text.trim()) || /^\p{Lu}\p{Ll}+$/u.test(words)) &&
    !/^[\w-]+\(|^\d|^[\w-]+=|px\b|var\(--/.test(words)
  );
}

const quasis = ({ quasis }) => quasis.map(({ value }) => value.cooked).join('{…}');

function childrenText(children) {
  return children
    .map((child) => (child.type === 'JSXText' ? child.value : isSpace(child) ? ' ' : '{…}'))
    .join('')
    .replace(/\s+/g, ' ');
}

const isSpace = ({ type, expression }) => type === 'JSXExpressionContainer' && expression.value === ' ';

/** The text of one node, where it has one. Numbers, tags and values are `{…}`. */
function textOf(node) {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral') return quasis(node);
  if (node.type === 'JSXElement' || node.type === 'JSXFragment')
    return node.children.some(({ type, value }) => type === 'JSXText' && /\p{L}/u.test(value))
      ? childrenText(node.children)
      : undefined;
  return undefined;
}

/** Every text within a node, outermost first. */
function textsWithin(node, found = []) {
  if (!node || typeof node !== 'object') return found;
  if (Array.isArray(node)) {
    for (const child of node) textsWithin(child, found);
    return found;
  }
  if (typeof node.type !== 'string' || isSkipped(node)) return found;
  const text = textOf(node)?.trim();
  if (text !== undefined && (isText(text) || (/^JSX/.test(node.type) && /\p{L}/u.test(text))))
    found.push({ text, at: node.start });
  for (const [key, child] of Object.entries(node)) if (key !== 'loc') textsWithin(child, found);
  return found;
}

/**
 * The texts that a source file puts on screen, each with its line: literals, templates and what is written in JSX. Types, styles,
 * ids and what is compared are left out.
 *
 * @param {string} path
 * @param {string} source
 * @returns {{ text: string, file: string, line: number }[]}
 */
export function textsOfSource(path, source) {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  return textsWithin(program.body).map(({ text, at }) => ({
    text,
    file: path,
    line: source.slice(0, at).split('\n').length,
  }));
}

const isSource = (name) => /\.tsx?$/.test(name) && !/\.(test|d)\.tsx?$|[/\\]testing[/\\]/.test(name);

/**
 * The texts of all source files below the folders, and of files named.
 *
 * @param {readonly string[]} paths
 * @returns {readonly { text: string, file: string, line: number }[]}
 */
export function textsBelow(paths) {
  return paths
    .flatMap((path) =>
      /\.tsx?$/.test(path)
        ? [path]
        : readdirSync(join(root, path), { recursive: true })
            .map((name) => join(path, name))
            .filter(isSource)
            .sort(),
    )
    .flatMap((path) => textsOfSource(path, readFileSync(join(root, path), 'utf8')));
}

/** `components/wizard` is a screen, and so is each folder of the engine whose sentences the page shows. */
const screenOf = (file) => relative('src', dirname(file)) || 'page';

function print() {
  const texts = textsBelow([
    'src/page',
    'src/main.tsx',
    'src/components',
    'src/state',
    'src/serviceWorker',
    'src/policies',
  ]);
  const wanted = process.argv.slice(2);
  for (const screen of new Set(texts.map(({ file }) => screenOf(file)))) {
    if (wanted.length > 0 && !wanted.some((word) => screen.includes(word))) continue;
    console.log(`\n## ${screen}`);
    for (const { text, file, line } of texts.filter((text) => screenOf(text.file) === screen))
      console.log(`${text}  (${file.slice(file.lastIndexOf('/') + 1)}:${line})`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) print();
