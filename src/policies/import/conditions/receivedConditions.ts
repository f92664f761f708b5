import { firstIndex } from '../firstIndex.ts';
import type { CodeExtents } from './codeExtents.ts';
import { type ConditionRegion, conditionText, otherwiseWords } from './conditionRegion.ts';

/** In brackets, or a name with what it is called with. */
const ASKED = String.raw`(?<asked>\((?:[^()\n]|\([^()\n]{0,100}\)){1,200}\)|(?<![\w.])[\w.!:]{1,100}(?:\([^()\n]{0,200}\)|\s?\{[^{}\n]{0,200}\})?)`;

/**
 * A condition with a method that does something only where it is met: `prod?.let { … }` of Kotlin, `Option.when(prod)(…)` of Scala,
 * `prod.then(|| …)` of Rust. In front of the brackets of what it decides about.
 * Sources: https://kotlinlang.org/docs/scope-functions.html, https://www.scala-lang.org/api/current/scala/Option$.html,
 * https://doc.rust-lang.org/std/primitive.bool.html
 */
const IN_FRONT: readonly RegExp[] = [
  new RegExp(String.raw`${ASKED}\s{0,20}\?\.(?:let|run|also|apply)\s{0,5}(?=\{)`, 'g'),
  new RegExp(String.raw`${ASKED}\s{0,20}\.then(?:_some(?=\()|(?=\(\s{0,20}(?:move\s{1,5})?\|\|))`, 'g'),
  /\bOption\.(?:when|(?<not>unless))\((?<asked>(?:[^()\n]|\([^()\n]{0,100}\)){1,200})\)\s{0,5}(?=[({])/g,
];

/** `value.takeIf { prod }` of Kotlin. */
const BEHIND = /\.take(?:If|(?<not>Unless))\s{0,5}\{(?<asked>[^{}\n]{1,300})\}/g;

/** `if prod, do: …, else: …` of Elixir. Source: https://hexdocs.pm/elixir/Kernel.html#if/2 */
const DO = /(?<![\w$.])(?:if|(?<not>unless))[^\S\n]{1,20}(?<asked>[^\s,][^\n,]{0,200}),\s{0,20}do:(?!:)/g;

/** `document := {…} { input.prod }` of Rego. Source: https://www.openpolicyagent.org/docs/policy-language#rules */
const BODY = /(?<=\})[^\S\n]{1,20}(?=\{)/g;

export const hasReceived = (text: string): boolean =>
  /,\s{0,20}do:|\}[^\S\n]{1,20}\{|\?\.(?:let|run|also|apply)\b|\.then(?:_some\(|\()|\bOption\.(?:when|unless)\(|\.take(?:If|Unless)\b/.test(
    text,
  );

/** What methods of conditions decide about. */
export const receivedConditions = (code: CodeExtents): readonly ConditionRegion[] => [
  ...IN_FRONT.flatMap((pattern) =>
    Array.from(code.text.matchAll(pattern)).flatMap(({ 0: written, groups, index }) => {
      const open = tokenAt(code, index + written.length);
      const partner = code.token(open)?.partner;
      return partner === undefined
        ? []
        : [{ from: code.startOf(open), to: code.startOf(partner), words: wordsOf(groups) }];
    }),
  ),
  ...Array.from(code.text.matchAll(DO)).flatMap(({ 0: written, groups, index }) => {
    const from = index + written.length;
    const end = code.endOf(tokenAt(code, from), [',', ';', '\n']);
    const own = { from, to: code.startOf(end), words: wordsOf(groups) };
    const [other] = /^,\s{0,20}else:/.exec(code.slice(own.to, own.to + 40)) ?? [];
    if (other === undefined) return [own];
    const to = code.startOf(code.endOf(end + 1, [',', ';', '\n']));
    return [own, { from: own.to + other.length, to, words: otherwiseWords([own.words]) }];
  }),
  ...Array.from(code.text.matchAll(BODY)).flatMap(({ index }) => bodyBehind(code, tokenAt(code, index))),
  ...Array.from(code.text.matchAll(BEHIND), ({ groups, index }) => ({
    from: code.beginning(tokenAt(code, index), [',', ';', '\n']),
    to: index,
    words: wordsOf(groups),
  })),
];

/** What such a rule makes is in front of its body, in a statement of its own. */
function bodyBehind(code: CodeExtents, body: number): readonly ConditionRegion[] {
  const [close, open] = [code.token(body - 1), code.token(body)];
  const start = close?.partner === undefined ? undefined : code.token(close.partner);
  if (!start || open?.partner === undefined) return [];
  const isAssigned = /(?:^|\n)[\w.[\]"]{1,80}[^\S\n]*:?=[^\S\n]*$/.test(
    code.slice(Math.max(0, start.from - 100), start.from),
  );
  const words = conditionText(code.slice(open.to, code.startOf(open.partner)));
  return isAssigned && /^[^"']/.test(words) ? [{ from: start.from, to: open.from, words }] : [];
}

const tokenAt = (code: CodeExtents, place: number): number =>
  firstIndex(code.tokens, ({ from }) => from >= place);

function wordsOf({ asked = '', not }: Readonly<Record<string, string | undefined>> = {}): string {
  const words = conditionText(asked);
  return not === undefined ? words : otherwiseWords([words]);
}
