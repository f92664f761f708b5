import type { Node } from 'jsonc-parser';
import { parseJson } from '../language/parse.ts';
import { isTemplate } from './containers/cloudFormationTemplate.ts';
import { stackOf } from './containers/stack.ts';
import {
  COMPUTED_IN_SHELL,
  fileVariables,
  joinedTexts,
  powerShellVariables,
  shellVariables,
  type TextVariables,
  templateVariables,
  withoutEscapes,
  withReferences,
} from './containers/textReferences.ts';
import { findJson, type JsonRegion } from './findJson.ts';
import { isInHeredoc } from './heredocs.ts';
import type { ImportReading, Refusal } from './importReading.ts';
import { withNamedArguments } from './namedArguments.ts';
import {
  conditionsIn,
  inOrder,
  type Part,
  partIn,
  plainOrigin,
  readParts,
  refusalAt,
  refusedText,
  searchedParts,
  wordsOf,
} from './parts.ts';
import { isOfSomethingElse } from './otherObjects.ts';
import { ProgramConstants } from './programConstants.ts';
import { findInProgram, type ProgramSearch } from './programs/findInProgram.ts';
import { FILLED_IN } from './readDocument.ts';
import type { TextSource } from './textSource.ts';
import type { SuspectString } from './tolerantReading.ts';
import { withUnreadPolicies } from './unreadPolicies.ts';
import { withoutSpans } from './withoutSpans.ts';

/** The policies of a text that is JSON, or has JSON in it. */
export function readJsonText(text: string, source: TextSource): ImportReading {
  const quoted = quotedDocument(text);
  return quoted
    ? readParts([partIn(quoted, plainOrigin(text, 'json'), source)], [])
    : fromRegions(text, source);
}

/** A document as one JSON string, or in the notation of URLs. */
function quotedDocument(text: string): Node | undefined {
  const trimmed = text.trim();
  const whole = { offset: 0, length: text.length };
  if (/^%7B[^{}"]*$/i.test(trimmed)) return { type: 'string', value: trimmed, ...whole };
  const root = isQuoted(trimmed) ? parseJson(text).root : undefined;
  return root?.type === 'string' ? root : undefined;
}

/** Whether a text is one string of JSON by its quotation marks: any other that begins with one is not parsed for it. */
function isQuoted(text: string): boolean {
  if (!text.startsWith('"')) return false;
  let at = 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at === text.length - 1;
}

function fromRegions(text: string, source: TextSource): ImportReading {
  const program = findInProgram(text, () => wordsOf(source, text));
  const { regions, unreadable } = findJson(withNamedArguments(withoutSpans(text, program.spans)));
  const { isProgram } = new ProgramConstants(text);
  const unread = isProgram ? unreadable.filter(({ start }) => !isOfSomethingElse(text, start)) : unreadable;
  const refusals = unread.map(({ code, detail, offset: at, length }) => {
    const pattern = isProgram ? PROGRAM_EXPRESSION : EXPRESSION;
    const expression = code === 'notJson' ? pattern.exec(text.slice(at, at + 80))?.[0] : undefined;
    return expression === undefined
      ? refusalAt(code, detail, at, length)
      : refusalAt('notComputed', expression.trim(), at, expression.length);
  });
  const filled = regions.filter(
    (region) => isFilledIn(text, region.start, region.end) || isComputedByShell(region, text, source),
  );
  for (const { start, end } of filled) refusals.push(refusalAt('notComputed', FILLED_IN, start, end - start));
  const ofRegions = regions
    .filter((region) => !filled.includes(region))
    .map((region) => partOfRegion(region, text, source));
  const parts = hasPolicies(program) ? [partOfProgram(program, text, source), ...ofRegions] : ofRegions;
  const reading = readParts(parts, refusals);
  const allRefusals = inOrder([...reading.refusals, ...swallowing(regions, reading, text)]);
  const whole = withUnreadPolicies(
    text,
    { ...reading, refusals: allRefusals },
    searchedParts(parts, unreadable),
  );
  return whole.policies.length + whole.refusals.length === 0 ? withoutJson(text) : whole;
}

/** What a program computes, where JSON has a value: a text with values in it, a name, or what is put together. A word may lack its quotation marks. */
const EXPRESSION =
  /^(?:[fFrR]{1,2}["'][^\n]*?["']|(?!(?:true|false|null)\b)(?:[a-z_]|[A-Z]+[._(])[\w.]*(?:\([^)\n]*\))?(?=\s*[,\]})+])|\+[^,\n]*)/;

/** Behind a policy in quotation marks: what is in it are no values yet. */
const FILLED = /^\s{0,20}(?:"""|'''|"|'|`)\s{0,10}(?:%\s{0,5}[\w({]|\.(?:format|replace|formatted)\()/;

/** In a text between backticks: neither a name alone nor a policy variable of IAM. */
const COMPUTED_PIECE = /\$\{(?!\s*[A-Za-z_$][\w$.]*\s*\}|[*?$]\}|[\w.-]+:[^{}?]*\})/;

const isFilledIn = (text: string, start: number, end: number): boolean =>
  IN_EXPRESSION.test(text.slice(Math.max(0, start - LONGEST_LINE), start)) ||
  FILLED.test(text.slice(end, end + 60)) ||
  /%\d{1,2}\$[svq]/.test(text.slice(start, end)) ||
  isFormat(text, start, end) ||
  (isTemplateLiteral(text, start) && isComputed(text.slice(start, end)));

/** In a text between backticks: an expression, or one that more than names are put between. */
const isComputed = (text: string): boolean =>
  COMPUTED_PIECE.test(text) || /`\s*\+/.test(text.replaceAll(new RegExp(joinedTexts.pattern, 'g'), ''));

const isComputedByShell = ({ start, end }: JsonRegion, text: string, source: TextSource): boolean =>
  variablesOf(text, start, source).includes(shellVariables) && COMPUTED_IN_SHELL.test(text.slice(start, end));

/** Functions that fill in a text, such as `String.format` and `fmt.Sprintf`, with what they replace; and documents of Ruby. */
const isFormat = (text: string, start: number, end: number): boolean => {
  const before = text.slice(Math.max(0, start - LONGEST_LINE), start);
  const pattern = FORMATS.test(before)
    ? /%(?:\d\$)?[sdvq]/
    : /<<~\w+[^\S\n]*\r?\n\s*$/.test(before)
      ? /#\{/
      : undefined;
  return pattern?.test(text.slice(start, end)) ?? false;
};

/** Within an expression of a template, such as `{{ base | combine(`. */
const IN_EXPRESSION = /\{\{[^{}\n]*[(,]\s*$/;

const FORMATS = /\b(?:s?printf|(?:String|util)\.format)\(\s*(?:"""|["'`])\s*$/i;

const isTemplateLiteral = (text: string, start: number): boolean =>
  /(?:[=(,:>[?|&{+!]\s*|\b(?:return|yield|await|default|case)\s+|\w)`\s*$/.test(
    text.slice(Math.max(0, start - LONGEST_LINE), start),
  );

/** In a program, a word in capitals is a name. */
const PROGRAM_EXPRESSION = new RegExp(
  String.raw`${EXPRESSION.source}|^\*{0,2}[A-Za-z_][\w.]*(?:\([^)\n]*\)|\[[^\]\n]*\])*(?=\s*[,\]})+])`,
);

const hasPolicies = ({ candidates, unreadPlaces }: ProgramSearch): boolean =>
  candidates.length + unreadPlaces.length > 0;

/** What a program makes with calls, as a part of its text. */
function partOfProgram(search: ProgramSearch, text: string, source: TextSource): Part {
  const root: Node = { type: 'null', offset: 0, length: 0 };
  const origin = { ...plainOrigin(text, 'program'), repairs: search.comments };
  const around = {
    stack: stackOf(root, source.own),
    fileName: source.name,
    conditions: conditionsIn(source, text),
  };
  return { root, origin: { ...origin, ...around }, search };
}

function withoutJson(text: string): ImportReading {
  const bracket = text.search(/[{[]/);
  return refusedText('notJson', 'JSON', Math.max(0, bracket === -1 ? text.search(/\S/) : bracket), 1);
}

export function partOfRegion(region: JsonRegion, pasted: string, source: TextSource): Part {
  const notation = isTemplate(region.root) ? 'template' : 'json';
  const at = region.originalOf(region.root.offset);
  const variables = variablesOf(pasted, at, source);
  const root = variables.reduce(withReferences, region.root);
  const whole = variables.includes(fileVariables) ? withoutEscapes(root) : root;
  return partIn(whole, { ...region, pasted, notation }, source);
}

/** How a text that is written before it is filled in names its variables. */
function variablesOf(
  pasted: string,
  at: number,
  { name, isEscaped = false }: TextSource,
): readonly TextVariables[] {
  const before = pasted.slice(Math.max(0, at - LONGEST_LINE), at);
  if (OPEN_HEREDOC.test(before) || RAW_TEXT.test(before) || isInHeredoc(pasted, at)) return [shellVariables];
  if (POWERSHELL_TEXT.test(before)) return [powerShellVariables];
  if (TEMPLATE_FILE.test(name)) return [fileVariables];
  if (isTemplateLiteral(pasted, at)) return [joinedTexts, templateVariables];
  return isEscaped ? [shellVariables] : [];
}

/** So far is looked back for it. */
const LONGEST_LINE = 300;

/** A text over lines, in which `$name` of Kotlin, Groovy, and Scala has its value: IAM has no such variable. */
const RAW_TEXT = /[=(,:]\s*\w{0,4}"""(?:\.\w+)?\s*$/;

/** A text over lines of PowerShell. */
const POWERSHELL_TEXT = /@"[^\S\n]*\r?\n\s*$/;

/** The name of a file that is a template. */
const TEMPLATE_FILE = /\.(?:tftpl|tpl|tmpl)(?:\.json)?$/i;

/** A document of a shell whose variables are replaced: its name is not in quotation marks. */
const OPEN_HEREDOC = /<<-?[^\S\n]*\w+[^\n]*\n\s*$/;

/** Strings beside the policies that could be several, and hold what could be of a policy. Those of policies are refused with them. */
function swallowing(
  regions: readonly JsonRegion[],
  { policies, refusals }: ImportReading,
  text: string,
): readonly Refusal[] {
  const allRefusals = [...policies, ...refusals].map(({ range }) => range);
  const isReported = ({ offset: at, length }: SuspectString) =>
    allRefusals.some((range) => range.offset <= at && at + length <= range.offset + range.length);
  return regions
    .flatMap(({ suspects }) => suspects)
    .filter((suspect) => HOLDS_POLICY.test(text.slice(suspect.offset, suspect.offset + suspect.length)))
    .filter((suspect) => !isReported(suspect))
    .map(({ offset: at, length }) =>
      refusalAt('mixedQuotes', text.slice(at, at + Math.min(length, 80)), at, length),
    );
}

const HOLDS_POLICY = /Statement|Effect|Policy/;
