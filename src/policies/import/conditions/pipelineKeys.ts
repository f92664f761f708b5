import { firstIndex } from '../firstIndex.ts';
import { type ConditionRegion, conditionText, otherwiseWords } from './conditionRegion.ts';
import { inheritedConditions } from './inheritedConditions.ts';
import type { Entries } from './sourceLines.ts';

/**
 * Keys of pipelines and of tasks that say when what they are beside is done, whatever is below them: lists, names, or both. Sources:
 * https://docs.gitlab.com/ci/yaml/ (`only`, `except`, `rules`), https://docs.drone.io/pipeline/conditions/, https://tekton.dev/docs/pipelines/pipelines/ (`when`),
 * https://docs.travis-ci.com/user/customizing-the-build/ (`branches`),
 * https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_tags.html (`never`), https://docs.saltproject.io/en/latest/ref/states/requisites.html (`onlyif`, `unless`)
 */
export const hasPipelineKeys = (text: string): boolean =>
  [KEY, BRANCHES, TEMPLATE_KEY].some((pattern) => text.search(pattern) !== -1);

export function pipelineKeys(text: string, entries: Entries): readonly ConditionRegion[] {
  const own = ownKeys(text, entries);
  const steps = Array.from(text.matchAll(STEPS), ({ index }) => index);
  const isOfJob = ({ from, to }: ConditionRegion): boolean =>
    (steps[firstIndex(steps, (at) => at >= from)] ?? to) < to;
  return [...own, ...inheritedConditions(text, entries, own)].filter(
    (region) => !OF_JOB.test(region.words) || isOfJob(region),
  );
}

/** What a job of a pipeline does, without which such a key is one of something else, such as the rules of a role of Kubernetes. */
const STEPS =
  /^[^\S\n]*(?:-[^\S\n]+)*["']?(?:script|before_script|after_script|steps|run|commands?|cmds?|install|deploy|taskSpec)["']?:/gm;
const OF_JOB = /^(?:only|except|rules|when|branches): /;

const ownKeys = (text: string, entries: Entries): readonly ConditionRegion[] => [
  ...Array.from(text.matchAll(KEY)).flatMap((match) => keyIn(text, entries, match) ?? []),
  ...Array.from(text.matchAll(BRANCHES)).flatMap((match) => branchesIn(text, entries, match)),
  ...rulesIn(text, entries),
  ...Array.from(text.matchAll(TEMPLATE_KEY), ({ 0: written, 1: before = '', 2: asked = '', index }) => ({
    from: index + written.length,
    to: entries.endOf(index + written.length, before.length + 1),
    words: conditionText(asked),
  })),
];

const KEY =
  /^([^\S\n]*(?:-[^\S\n]+)?)(only|except|unless|onlyif|only_if|not_if|rules|when|branches|tags):[^\S\n]*([^\n]*)\n?/gm;

/** `${{ if eq(variables.x, 'y') }}:` of Azure Pipelines. */
const TEMPLATE_KEY =
  /^([^\S\n]*(?:-[^\S\n]+)?)\$\{\{[^\S\n]*if[^\S\n]+([^\n]{1,300}?)[^\S\n]*\}\}:[^\S\n]*$/gm;

/** Of these a list or a text is read where conditions of tasks are. */
const READ_ELSEWHERE = /^when$/;

function keyIn(text: string, entries: Entries, match: RegExpMatchArray): ConditionRegion | undefined {
  const { 0: written, 1: before = '', 2: key = '', 3: value = '', index = 0 } = match;
  const column = before.length;
  const below = linesBelow(text.slice(index + written.length, index + written.length + LONGEST), column);
  const words = wordsOf(value, below);
  const isMap = value === '' && /^\s*(?:-[^\S\n]+)?["']?[\w.-]+["']?:/.test(below);
  if (key === 'branches' && value === '') return undefined;
  if (key === 'tags' && (isMap || !/(?:^|,\s*)["']?never["']?\s*(?:,|$)/.test(words))) return undefined;
  if (words === '' || (READ_ELSEWHERE.test(key) && !isMap) || IN_RULES.test(below)) return undefined;
  const asked = `${key}: ${words}`;
  // What has its steps below it decides about them.
  const steps = below.search(HOLDS_STEPS);
  if (steps !== -1) {
    const own = conditionText(wordsOf('', below.slice(0, steps)).replace(/^condition: ?/, ''));
    const isRead = key !== 'unless' && /^[^\S\n]*condition:[^\S\n]*\S/m.test(below);
    const place = { from: index, to: entries.endOf(index, column + 1) };
    return own === '' || isRead
      ? undefined
      : { ...place, words: key === 'unless' ? otherwiseWords([own]) : own };
  }
  return { ...around(text, entries, { index, column, before }), words: conditionText(asked) };
}

/** So much is looked at below a key. */
const LONGEST = 3000;

const HOLDS_STEPS = /^[^\S\n]*(?:-[^\S\n]+)?(?:steps|script|run|block|tasks|jobs):/m;

/** Rules with a condition are read as such. */
const IN_RULES = /(?:^|\n)[^\S\n]*-?[^\S\n]*if:[^\S\n]*\S/;

function linesBelow(text: string, column: number): string {
  const deeper = new RegExp(
    String.raw`^(?:[^\S\n]{${column + 1},}\S[^\n]*(?:\n|$)|[^\S\n]{${column}}-[^\S\n][^\n]*(?:\n|$)|[^\S\n]*\n){0,60}`,
  );
  return deeper.exec(text)?.[0] ?? '';
}

/** Names with their values, and lists, on one line. */
function wordsOf(value: string, below: string): string {
  const inline = value.replace(/(?:^|[^\S\n])#[^\n]*$/, '').trim();
  if (inline !== '' && !/^[|>][-+\d]*$/.test(inline)) return unquoted(inline.replace(/^\[(.*)\]$/, '$1'));
  const all = below
    .split('\n')
    .map((line) => line.replace(/^\s*(?:-\s+)?/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  return all
    .reduce((words, line) => `${words}${words === '' ? '' : words.endsWith(':') ? ' ' : ', '}${line}`, '')
    .replaceAll(/\[([^[\]]*)\]/g, '$1');
}

const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1$/, '$2');

interface KeyPlace {
  readonly index: number;
  readonly column: number;
  /** What is in front of the key in its line. */
  readonly before: string;
}

/** A key below one of these is about what that one is beside; for a `workflow`, that is the whole file. */
const PARENT = /^([^\S\n]*(?:-[^\S\n]+)?)(?:branches|filters|workflow):[^\S\n]*$/;

/** What a key is about: what it is beside. */
function around(
  text: string,
  entries: Entries,
  { index, column, before }: KeyPlace,
): Pick<ConditionRegion, 'from' | 'to'> {
  const lines = text
    .slice(Math.max(0, index - LONGEST), index)
    .split('\n')
    .slice(0, -1);
  const parent = lines.findLast((line) => /\S/.test(line) && line.search(/\S/) < column) ?? '';
  const [, outer] = PARENT.exec(parent) ?? [];
  if (outer !== undefined)
    return around(text, entries, {
      index: text.lastIndexOf(parent, index - 1),
      column: outer.length,
      before: outer,
    });
  // An entry of a list with nothing but the condition is about all of them.
  const behind = text.slice(text.indexOf('\n', index) + 1);
  const isAlone =
    before.includes('-') &&
    (text.indexOf('\n', index) === -1 ||
      behind.search(/[^\S\n]*\S/) === -1 ||
      (/^[^\S\n]*/.exec(behind)?.[0].length ?? 0) < column);
  const own = isAlone ? before.indexOf('-') : column;
  const document = entries.documentAt(index);
  return {
    from: Math.max(document.from, entries.beginningOf(entries.at(index), own)),
    to: Math.min(document.to, entries.endOf(index, own)),
  };
}

/** `branches:` of Bitbucket, with the steps below each of them. Source: https://support.atlassian.com/bitbucket-cloud/docs/configure-bitbucket-pipelinesyml/ */
const BRANCHES =
  /^([^\S\n]*)(branches|pull-requests|tags):[^\S\n]*\n(?=[^\S\n]+["']?[^\s#-][^\n]*:[^\S\n]*\n[^\S\n]+-)/gm;

const branchesIn = (
  text: string,
  entries: Entries,
  { 0: written, 1: before = '', 2: key = '', index = 0 }: RegExpMatchArray,
): readonly ConditionRegion[] => {
  const start = index + written.length;
  const end = entries.endOf(start, before.length + 1);
  const [, indent = ''] = /^([^\S\n]+)/.exec(text.slice(start)) ?? [];
  const names = new RegExp(String.raw`^${indent}(["']?)([^\s#-][^\n]*?)\1:[^\S\n]*$`, 'gm');
  return Array.from(text.slice(start, end).matchAll(names), ({ 0: head, 2: name = '', index: at }) => ({
    from: start + at + head.length,
    to: entries.endOf(start + at + head.length, indent.length + 1),
    words: conditionText(`${key}: ${name}`),
  }));
};

/** The list below such a key says whether what has the key is done. Source: https://docs.gitlab.com/ci/yaml/#rules */
const RULES =
  /^([^\S\n]*)rules:[^\S\n]*(?:#[^\n]*)?\n((?:[^\S\n]*(?:[-#]|[^\S\n][^\s:]+:)[^\n]*(?:\n|$)){1,60})/gm;

const RULE = /(?:^|\n)[^\S\n]*-[^\S\n]+(?=\S)([^]*?)(?=\n[^\S\n]*-[^\S\n]|$)/g;

/** Jobs of a pipeline with rules: the first that fits decides. */
function rulesIn(text: string, entries: Entries): readonly ConditionRegion[] {
  return Array.from(text.matchAll(RULES)).flatMap(({ 1: before = '', 2: list = '', index }) => {
    const words = Array.from(list.matchAll(RULE), ([, rule = '']) => wordsOfRule(rule)).filter(
      (one) => one !== '',
    );
    if (words.length === 0) return [];
    const place = around(text, entries, { index, column: before.length, before });
    return [{ ...place, words: conditionText(words.join(' or ')) }];
  });
}

function wordsOfRule(rule: string): string {
  const [, asked] = /(?:^|\n)[^\S\n]*if:[^\S\n]*(?=\S)([^\n]{1,300})/.exec(rule) ?? [];
  if (asked === undefined) return '';
  const words = conditionText(asked).replace(/^(['"])(.*)\1$/, '$2');
  return /(?:^|\n)[^\S\n]*when:[^\S\n]*never\b/.test(rule) ? otherwiseWords([words]) : words;
}
