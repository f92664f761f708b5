import type { Node } from 'jsonc-parser';
import type { PolicyType } from '../language/policyType.ts';
import { duplicates, parseJson } from '../language/parse.ts';
import { isPlainObject, isReadableStatement, statementsIn } from '../simulate/statementProblems.ts';
import { type Box, Budget, boxOf, isBoxCovered } from './box.ts';
import { layerOfType } from './layerOfType.ts';
import { EffectProofs } from './effectProofs.ts';

/**
 * What one policy does to access in place of another. `same`: every request has the same verdict. `narrows`: no request is
 * allowed that was not, whatever the other policies are. `widens`: the other way round. `changes`: neither could be shown.
 */
export type AccessEffect = 'same' | 'narrows' | 'widens' | 'changes';

/**
 * What a policy text does to access in place of another one, found by comparing both. Sound for policies of every kind, beside
 * whatever other policies: `same`, `narrows` and `widens` are the answer only where they are true of every request that `simulate` takes.
 * `changes` where neither is so or could be proven, where an object has a key twice, and where either is no policy that IAM can
 * read. `type`: what the policy is attached to; it decides what IAM would refuse. Never throws.
 */
export const accessEffect = (before: string, after: string, type?: PolicyType): AccessEffect =>
  effectOfSides(
    readEffectSide(before, parseJson(before).root, type),
    readEffectSide(after, parseJson(after).root, type),
  );

/** The same of two texts that were read. */
export function effectOfSides(old: EffectSide | undefined, now: EffectSide | undefined): AccessEffect {
  if (!old || !now || old.unreadable.join() !== now.unreadable.join()) return 'changes';
  const budget = new Budget();
  const covered: IsCovered = (box, by) => isBoxCovered(box, by, budget);
  const [less, more] = [allowsNoMoreThan(now, old, covered), allowsNoMoreThan(old, now, covered)];
  if (budget.left < 0) return 'changes';
  if (less && more) return 'same';
  const proofs = new EffectProofs([old, now].flatMap(({ allows, denies }) => [...allows, ...denies]));
  const proven: IsCovered = (box, by) => isBoxCovered(box, by, budget) || proofs.isCovered(box, by);
  const isLess = less || allowsNoMoreThan(now, old, proven);
  const isMore = more || allowsNoMoreThan(old, now, proven);
  if (isLess) return isMore ? 'same' : 'narrows';
  return isMore ? 'widens' : 'changes';
}

/** A policy as boxes; statements that IAM would refuse as text. */
export interface EffectSide {
  readonly allows: readonly Box[];
  readonly denies: readonly Box[];
  readonly unreadable: readonly string[];
}

/** A text, of which `root` is the tree, as one side of the comparison; nothing where it is no policy. */
export function readEffectSide(
  text: string,
  root: Node | undefined,
  type: PolicyType | undefined,
): EffectSide | undefined {
  if (!root || duplicates(root).length > 0) return undefined;
  const document = valueOf(text);
  const statements = statementsIn(document);
  if (!statements) return undefined;
  const variables = isPlainObject(document) && document.Version === '2012-10-17';
  const boxes: Box[] = [];
  const unreadable: string[] = [];
  for (const statement of statements) {
    if (isReadableStatement(statement, type && layerOfType[type])) boxes.push(boxOf(statement, variables));
    else unreadable.push(JSON.stringify(statement));
  }
  return {
    allows: boxes.filter(({ effect }) => effect === 'Allow'),
    denies: boxes.filter(({ effect }) => effect === 'Deny'),
    unreadable,
  };
}

/** A byte order mark is no part of the policy. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Whether everything that one side lets through is let through by the other. */
function allowsNoMoreThan(one: EffectSide, other: EffectSide, isCovered: IsCovered): boolean {
  return (
    other.denies.every((box) => isCovered(box, one.denies)) &&
    one.allows.every((box) => isCovered(box, [...other.allows, ...one.denies]))
  );
}

type IsCovered = (box: Box, by: readonly Box[]) => boolean;
