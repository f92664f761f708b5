import { firstIndex } from '../firstIndex.ts';
import { CodeExtents } from './codeExtents.ts';
import { type ConditionRegion, conditionText, otherwiseWords } from './conditionRegion.ts';
import { hasReceived, receivedConditions } from './receivedConditions.ts';

/** Conditions that are given to a function with what they decide about, and those of elements of XML. */
export const calledConditions = (text: string): readonly ConditionRegion[] => [
  ...(text.search(CALL) === -1 && text.search(APPLIED) === -1 ? [] : callsIn(new CodeExtents(text))),
  ...(hasReceived(text) ? receivedConditions(new CodeExtents(text)) : []),
  ...elementsIn(text),
  ...(IS_TEMPLATE.test(text) && text.search(RESOURCE_CONDITION) !== -1
    ? resourcesIn(new CodeExtents(text))
    : []),
];

/** `IIf(a, b, c)` of Visual Basic, `ifelse(a, b, c)` of R, `IF(a, b, c)` of MySQL. */
const CALL = /(?<![\w.$!:])(?:IIf|If|IF|ifelse|if_else|iff|cond)(?=\()/g;

/** Functions of Nix, and `when` and `unless` of Haskell. Source: https://nixos.org/manual/nixpkgs/stable/#chap-functions */
const APPLIED =
  /(?<![\w$])(?:(?:when|(?<not>unless))[^\S\n]{1,20}(?=\S)([^\n$]{1,100}?)[^\S\n]{1,20}\$(?=[^\S\n])|(?:lib\.)?(?:mkIf|optionalAttrs|optionals?|optionalString)[^\S\n]+(\((?:[^()\n]|\([^()\n]{0,100}\)){1,200}\)|[\w.!']{1,100})\s+(?=[[{("']|\w))/g;

function callsIn(code: CodeExtents): readonly ConditionRegion[] {
  const calls = Array.from(code.text.matchAll(CALL)).flatMap(({ 0: name, index }) => {
    const open = firstIndex(code.tokens, ({ from }) => from >= index + name.length);
    const [first, start] = [code.endOf(open + 1, [',']), code.startOf(open)];
    const second = code.endOf(first + 1, [',']);
    const end = code.startOf(code.token(open)?.partner ?? open);
    if (code.token(first)?.sign !== ',' || start !== index + name.length) return [];
    const words = conditionText(code.slice(start + 1, code.startOf(first)));
    return [
      { from: code.startOf(first) + 1, to: Math.min(end, code.startOf(second)), words },
      { from: code.startOf(second) + 1, to: end, words: otherwiseWords([words]) },
    ].filter(({ from, to }) => from < to);
  });
  const applied = Array.from(
    code.text.matchAll(APPLIED),
    ({ 0: written, 2: before, 3: asked = before ?? '', groups, index }) => {
      const from = index + written.length;
      const at = firstIndex(code.tokens, (token) => token.from >= from);
      return {
        from,
        to: code.startOf(code.endOf(at, before === undefined ? [';', ','] : ['\n'])),
        words: groups?.not === undefined ? conditionText(asked) : otherwiseWords([conditionText(asked)]),
      };
    },
  );
  return [...calls, ...applied];
}

/** An element with a condition as an attribute: of MSBuild, Ant, Vue, Thymeleaf, and Angular. */
const ELEMENT =
  /<([A-Za-z][\w:.-]{0,60})\b[^<>]{0,1000}?\s(?:Condition|if|unless|v-if|v-else-if|th:if|th:unless|\*ngIf)="([^"\n]{1,300})"[^<>]{0,1000}(?<!\/)>/g;

function elementsIn(text: string): readonly ConditionRegion[] {
  const unclosed = new Set<string>();
  return Array.from(text.matchAll(ELEMENT), ({ 0: written, 1: name = '', 2: asked = '', index }) => {
    const from = index + written.length;
    const to = unclosed.has(name) ? -1 : text.indexOf(`</${name}>`, from);
    if (to === -1) unclosed.add(name);
    const words = conditionText(asked);
    const isNot = /\s(?:th:)?unless="/.test(written);
    return { from, to: to === -1 ? text.length : to, words: isNot ? otherwiseWords([words]) : words };
  });
}

const IS_TEMPLATE = /\bType["'`]?\s{0,5}:\s{0,5}["'`]AWS::/;

/** A resource of CloudFormation that a program writes: the name of its condition, or a variable that has it. */
const RESOURCE_CONDITION =
  /(?<=[{,]\s{0,200})["'`]?\bCondition\b["'`]?(?:\s{0,5}:\s{0,5}(["'`]?)([\w$.[\]'"-]{1,200}?)\1)?\s{0,20}(?=,|\})/g;

/** So much of a resource is looked at for its type. */
const LONGEST = 20_000;

/** What a resource with a condition has, where its template is not read as a whole. */
function resourcesIn(code: CodeExtents): readonly ConditionRegion[] {
  return Array.from(code.text.matchAll(RESOURCE_CONDITION)).flatMap(({ 2: name = 'Condition', index }) => {
    const close = code.closingOf(firstIndex(code.tokens, ({ from }) => from > index));
    const open = code.token(close)?.partner;
    if (open === undefined || code.token(open)?.sign !== '{') return [];
    const [from, to] = [code.startOf(open), code.startOf(close)];
    const isResource = IS_TEMPLATE.test(code.slice(from, Math.min(to, from + LONGEST)));
    return isResource ? [{ from, to, words: conditionText(name) }] : [];
  });
}
