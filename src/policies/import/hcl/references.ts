import { Cursor } from './cursor.ts';
import { readExpression } from './expressions.ts';
import type { Expression } from './tree.ts';

/** Whether anything of an expression refers to one of these names. */
export function refersTo(expression: Expression, names: ReadonlyMap<string, unknown>): boolean {
  if (names.size === 0) return false;
  const isWithin = (one: Expression) => refersTo(one, names);
  switch (expression.kind) {
    case 'literal':
    case 'computed':
      return false;
    case 'reference':
      return (
        names.has(expression.path[0] ?? '') || expression.path.some((part) => indexRefersTo(part, names))
      );
    case 'template':
      return expression.parts.some(isWithin);
    case 'call':
      return expression.args.some(isWithin);
    case 'list':
      return expression.entries.some(isWithin);
    case 'object':
      return expression.entries.some(({ key, value }) => isWithin(key) || isWithin(value));
    case 'conditional':
      return [expression.test, expression.whether, expression.otherwise].some(isWithin);
    case 'for': {
      const { collection, key, value, condition } = expression;
      return [collection, key, value, condition].some((one) => one !== undefined && isWithin(one));
    }
    case 'operation':
      return expression.operands.some(isWithin);
    case 'part':
      return isWithin(expression.of) || expression.path.some((part) => indexRefersTo(part, names));
    case 'not':
      return isWithin(expression.operand);
    default:
      return expression satisfies never;
  }
}

/** What is computed in the brackets behind a name; nothing for a name, a number or a text. */
export const indexExpression = (part: string): Expression | undefined =>
  part.startsWith('[') ? readExpression(new Cursor(part.slice(1, -1)), 'overLines') : undefined;

function indexRefersTo(part: string, names: ReadonlyMap<string, unknown>): boolean {
  const index = indexExpression(part);
  return index !== undefined && refersTo(index, names);
}
