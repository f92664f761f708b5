import type { Node } from 'jsonc-parser';
import { type Candidate, type CandidateSearch, joinCandidates, noCandidates } from '../candidates.ts';
import { firstIndex } from '../firstIndex.ts';
import { changeOfName, setterAround } from '../changesOfName.ts';
import { ProgramConstants } from '../programConstants.ts';
import { policySigns } from '../policySigns.ts';
import type { ProgramWords } from '../programWords.ts';
import { ProgramReader } from './programReader.ts';
import { type ProgramForm, programForms } from './programForms.ts';
import type { PlacedRepair } from '../tokens.ts';
import { type QuietPlace, quietPlaces } from './quietPlaces.ts';

/** What a program makes policies with, and where it does. */
export interface ProgramSearch extends CandidateSearch {
  /** What is read or listed, so that nothing else looks at it. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  /** Those in what is read. */
  readonly comments: readonly PlacedRepair[];
}

/** Documents and statements that a program makes with calls of a library for infrastructure. */
export function findInProgram(text: string, wordsOf: () => ProgramWords): ProgramSearch {
  const heads = programForms
    .filter(({ sign }) => sign?.test(text) ?? true)
    .flatMap((form) => Array.from(text.matchAll(form.head), ({ 0: head, index }) => ({ form, head, index })));
  // In the order of the text: what a call has as its arguments is read with it.
  heads.sort((one, other) => one.index - other.index);
  if (heads.length === 0) return { ...noCandidates, spans: [], comments: [] };
  const names = new ProgramConstants(text);
  const quiet = quietPlaces(text);
  const spans: { from: number; to: number }[] = [];
  const isPassedOver = (at: number) => at < (spans.at(-1)?.to ?? 0) || isWithin(quiet, at);
  const found = heads.map(({ form, head, index }): CandidateSearch => {
    if (isPassedOver(index)) return noCandidates;
    const reader = new ProgramReader(text, index + head.length, names);
    const node = form.read(reader, index);
    if (!node) return unreadCall(form, text, index, head);
    const to = reader.at;
    spans.push({ from: index, to });
    return ofCall(form, { node, from: index, to, text, words: wordsOf() });
  });
  const comments = quiet.filter(({ from }) => isWithin(spans, from));
  return { ...joinCandidates(found), spans, comments: comments.map((one) => commentOf(text, one)) };
}

/** What a call is given is looked at so far. */
const NEAR = 2000;

/** What is made of values elsewhere. Where statements are there, they are found by their signs. */
function unreadCall(
  { what, isMadeElsewhere, isHere }: ProgramForm,
  text: string,
  at: number,
  head: string,
): CandidateSearch {
  const isDefinition = /(?:\bfunction|\bdef|\bfunc|\basync|[.:]\s*prototype\.)\s*$/.test(
    text.slice(Math.max(0, at - 30), at),
  );
  const hasSigns = policySigns(text.slice(at, endOfCall(text, at))).length > 0;
  const isRead = hasSigns || isHere?.(text, at + head.length) === true;
  if (!isMadeElsewhere || isDefinition || isRead) return noCandidates;
  const node: Node = { type: 'null', offset: at, length: head.length };
  return {
    ...noCandidates,
    unreadPlaces: [{ node, code: 'notComputed', detail: head.replace(/[\s(:]+$/, ''), name: what }],
  };
}

/** Behind the bracket that closes the first one, as far as that can be seen despite brackets in texts. */
function endOfCall(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < Math.min(text.length, start + NEAR); at += 1) {
    const sign = text.charAt(at);
    if ('([{'.includes(sign)) depth += 1;
    if (')]}'.includes(sign)) depth -= 1;
    if (depth === 0 && sign === ')') return at + 1;
  }
  return start + NEAR;
}

/** Whether one of several places, in their order, has an offset in it. */
function isWithin(places: readonly QuietPlace[], at: number): boolean {
  const first = places[firstIndex(places, ({ to }) => to > at)];
  return first !== undefined && first.from <= at;
}

const commentOf = (text: string, { from, to }: QuietPlace): PlacedRepair => ({
  code: 'comment',
  detail: text.slice(from, Math.min(to, from + 80)),
  offset: from,
  length: to - from,
});

interface Call {
  readonly node: Node;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly words: ProgramWords;
}

function ofCall(form: ProgramForm, { node, from, to, text, words }: Call): CandidateSearch {
  const place = { offset: from, length: to - from };
  const name = ASSIGNED.exec(text.slice(Math.max(0, from - LONGEST), from))?.[1];
  const change =
    setterAround(text, from) ??
    changeRightBehind(text, to) ??
    (name === undefined ? undefined : laterChange(name, to, words));
  if (change !== undefined)
    return {
      ...noCandidates,
      unreadPlaces: [
        { node: { type: 'null', ...place }, code: 'notComputed', detail: change, name: form.what },
      ],
    };
  const candidate: Candidate = {
    node: { ...node, ...place },
    source: form.what,
    isAnew: true,
    ...(form.kind === undefined ? {} : { kind: form.kind }),
    ...(name === undefined ? {} : { title: name.replace(/^.*\./, '') }),
  };
  return { ...noCandidates, candidates: [candidate] };
}

/** So much is looked at in front of a call. */
const LONGEST = 200;

/** The name that a call is assigned to, also with its type in front of it or behind it, or a member of something. */
const ASSIGNED =
  /(?:^|[\s(])(?:(?:this|self)\.)?([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*){0,4})\s*(?::\s*[\w.[\]<>, |]{1,60})?\s*(?::=|=)\s*(?:await\s+|new\s+)?(?:[\w.]+\.)?$/;

const CHANGES = String.raw`(?:[aA]dd|[sS]et|[pP]ut|[aA]ppend|[wW]ith|[oO]verride|[rR]eset|[cC]opy)\w*\s*\(`;

const BEHIND = new RegExp(String.raw`\s*(?:\{|\.\s*${CHANGES})`, 'y');

/** What is done to what a call gives before anything has it: in C#, braces behind it set its parts. */
function changeRightBehind(text: string, at: number): string | undefined {
  BEHIND.lastIndex = at;
  const found = BEHIND.exec(text)?.[0].trim();
  return found === '{' ? 'what is set in braces after it' : found;
}

/** What the program does to what it made: methods that add or set something, and assignments to its parts. */
function laterChange(name: string, from: number, words: ProgramWords): string | undefined {
  const { text } = words;
  const written = name.replaceAll(/[$.]/g, String.raw`\$&`);
  const method = new RegExp(
    String.raw`(?<=(?<![\w$.])(?:(?:this|self)\.)?)${written}\s*(?:\.|->)\s*(?:${CHANGES}|\w+\s*=(?!=))`,
    'y',
  );
  for (const place of words.placesOf(name, from, text.length)) {
    method.lastIndex = place;
    const [found] = method.exec(text) ?? [];
    if (found !== undefined) return found;
  }
  return changeOfName(name, { words, from, to: text.length });
}
