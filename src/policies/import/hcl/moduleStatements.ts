import type { Node } from 'jsonc-parser';
import { call, list, literal, object, type Place, property } from '../builtNodes.ts';
import {
  type Candidate,
  type CandidateSearch,
  joinCandidates,
  listEntries,
  member,
  membersOf,
  noCandidates,
  stringValue,
} from '../candidates.ts';
import { calledFunction, isNoValue } from '../containers/functionCalls.ts';
import { type CollectionEntry, branchesOfIf, entriesOf, valueUnder } from './collections.ts';
import { isEmpty, statementOfArguments } from './statementArguments.ts';

/**
 * Statements as modules take them in arguments such as `policy_statements`: objects with the arguments of a data source, in a list, a
 * map, or a document of the module.
 * Sources: https://github.com/terraform-aws-modules/terraform-aws-lambda/blob/master/iam.tf and terraform-aws-iam/modules/iam-role,
 * https://github.com/cloudposse/terraform-aws-iam-policy/blob/main/main.tf
 */

/** An argument of a module, and what reads names in it. */
export interface ModuleArgument {
  readonly name: string;
  /** Of the module. */
  readonly label: string;
  readonly address: string;
  readonly source: string;
  textOf(node: Node): string | undefined;
}

/** The policies that an argument holds statements for. */
export function findModuleStatements(value: Node, argument: ModuleArgument): CandidateSearch {
  return new ModuleStatements(argument).in(value, argument.name, 0);
}

/** Deeper than modules take them: a map of functions or roles, with its statements. */
const DEEPEST = 4;

/** Also of what is in a map under such a name. */
const NAMED_SO = /^(?!(?:attach|create|enable)_)(?:.*[_.])?(?:statements?|permissions)(?:\.|$)/;

class ModuleStatements {
  readonly #argument: ModuleArgument;

  constructor(argument: ModuleArgument) {
    this.#argument = argument;
  }

  /** `version`: of the policy language, where the object around it says. */
  in(node: Node, path: string, depth: number, version?: Node): CandidateSearch {
    const of = { node, path, version };
    if (looksLikeStatement(node)) return this.#document([entryOf(node)], of);
    const entries = entriesOf(node);
    if (!entries) return this.#unread(node, path);
    const given = entries.filter(({ value }) => value.type !== 'null');
    if (given.length > 0 && given.every(({ value }) => formsOf(value).every(looksLikeStatement)))
      return this.#document(given, of);
    if (depth >= DEEPEST) return noCandidates;
    return joinCandidates(
      given.flatMap(({ key, value }) =>
        formsOf(value).map((form) =>
          this.in(form, pathOf(path, node, key), depth + 1, member(node, 'version')),
        ),
      ),
    );
  }

  /** What should be statements by its name, and is in no text. */
  #unread(node: Node, path: string): CandidateSearch {
    const called = calledFunction(node);
    if (!NAMED_SO.test(path) || !called) return noCandidates;
    const detail = stringValue(called.argument) ?? called.name;
    const code = called.name === 'Ref' ? 'elsewhere' : 'notComputed';
    return { ...noCandidates, unreadPlaces: [{ node, code, detail, name: this.#nameOf(path) }] };
  }

  #nameOf = (path: string): string => `${this.#argument.address} (${path})`;

  #document(entries: readonly CollectionEntry[], { node, path, version }: Statements): CandidateSearch {
    const isTrust = /assume|trust/i.test(path);
    const statements = entries.map(({ value, under }) =>
      valueUnder(
        inEachForm(value, (form) => this.#statement(form, isTrust, path)),
        under,
      ),
    );
    const { label, source } = this.#argument;
    const candidate: Candidate = {
      node: object(
        [
          property('Version', version && !isEmpty(version) ? version : literal('2012-10-17', node)),
          property('Statement', list(statements, node)),
        ],
        node,
      ),
      title: `${label} ${path}`,
      source: this.#nameOf(path),
      isAnew: true,
      about: [{ code: 'ofModule', detail: source, node }],
      ...(isTrust ? { kind: 'trust' } : {}),
    };
    return { ...noCandidates, candidates: [candidate] };
  }

  #statement(node: Node, isTrust: boolean, path: string): Node {
    const { textOf, source } = this.#argument;
    return statementOfArguments(node, {
      textOf,
      // The module for functions has no other name for conditions, and passes over what it does not know.
      isIgnored: (name) => name === 'conditions' && LAMBDA_MODULE.test(source),
      // A queue or topic is the resource of its own policy: its module knows the ARN.
      addsResource: !isTrust && !/repository|registry/.test(path),
    });
  }
}

/**
 * What the module for functions makes statements of that it puts together itself, with what the text doesn’t say.
 * Sources: https://github.com/terraform-aws-modules/terraform-aws-lambda/blob/master/iam.tf (`trusted_entities`) and main.tf there
 * (`allowed_triggers`)
 */
export function madeByModule(
  node: Node,
  { name, source, address }: Pick<ModuleArgument, 'name' | 'source' | 'address'>,
): CandidateSearch {
  const detail = LAMBDA_MODULE.test(source) ? MADE_OF.get(name) : undefined;
  if (detail === undefined || isEmpty(node)) return noCandidates;
  const place = { node, code: 'notComputed' as const, detail, name: `${address} (${name})` };
  return { ...noCandidates, unreadPlaces: [place] };
}

const MADE_OF: ReadonlyMap<string, string> = new Map([
  ['trusted_entities', 'The trust policy that the module makes'],
  ['allowed_triggers', 'The function’s policy that the module makes'],
]);

/** By its name in a registry, or by its repository. */
const LAMBDA_MODULE = /(?:^|[/:])terraform-aws-modules\/(?:terraform-aws-)?lambda(?![\w-])/;

interface Statements {
  readonly node: Node;
  readonly path: string;
  readonly version: Node | undefined;
}

const entryOf = (value: Node): CollectionEntry => ({
  key: literal(0, value),
  value,
  under: [],
  isLoose: false,
  mayBeMore: false,
});

/** The entries of a list are called as the list is. */
function pathOf(path: string, { type }: Node, key: Node): string {
  return type === 'object' && typeof key.value === 'string' && !/^statements?$/.test(key.value)
    ? `${path}.${key.value}`
    : path;
}

/** What a value is under each of its conditions. */
const formsOf = (node: Node): readonly Node[] =>
  branchesOfIf(node, [])?.flatMap((branch) => formsOf(branch.node)) ?? (isNoValue(node) ? [] : [node]);

function inEachForm(node: Node, make: (form: Node) => Node): Node {
  if (isNoValue(node)) return node;
  const { argument } = calledFunction(node) ?? {};
  const [condition] = branchesOfIf(node, []) ? listEntries(argument) : [];
  const [, whether, otherwise] = listEntries(argument);
  if (!condition || !whether || !otherwise) return make(node);
  const place: Place = { offset: node.offset, length: node.length };
  const forms = [whether, otherwise].map((form) => inEachForm(form, make));
  return call('Fn::If', list([condition, ...forms], place), place);
}

const isAction = (node: Node): boolean =>
  node.type === 'string' ? /^(?:\*|[\w-]+:.*)$/.test(String(node.value)) : calledFunction(node) !== undefined;

/** Whether an object has actions as IAM writes them, and what they are for. */
function looksLikeStatement(node: Node): boolean {
  if (node.type !== 'object' || calledFunction(node)) return false;
  const members = membersOf(node);
  const actions = members.get('actions') ?? members.get('not_actions');
  const isOfIam = ['effect', 'resources', 'not_resources', 'principals'].some((name) => members.has(name));
  const texts = actions?.type === 'string' ? [actions] : listEntries(actions);
  return actions !== undefined && isOfIam && texts.every(isAction);
}
