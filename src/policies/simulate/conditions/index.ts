import { arnEquals } from './arnEquals.ts';
import { arnLike } from './arnLike.ts';
import { arnNotEquals } from './arnNotEquals.ts';
import { arnNotLike } from './arnNotLike.ts';
import { binaryEquals } from './binaryEquals.ts';
import { bool } from './bool.ts';
import { dateEquals } from './dateEquals.ts';
import { dateGreaterThan } from './dateGreaterThan.ts';
import { dateGreaterThanEquals } from './dateGreaterThanEquals.ts';
import { dateLessThan } from './dateLessThan.ts';
import { dateLessThanEquals } from './dateLessThanEquals.ts';
import { dateNotEquals } from './dateNotEquals.ts';
import { ipAddress } from './ipAddress.ts';
import { notIpAddress } from './notIpAddress.ts';
import { nullOperator } from './null.ts';
import { numericEquals } from './numericEquals.ts';
import { numericGreaterThan } from './numericGreaterThan.ts';
import { numericGreaterThanEquals } from './numericGreaterThanEquals.ts';
import { numericLessThan } from './numericLessThan.ts';
import { numericLessThanEquals } from './numericLessThanEquals.ts';
import { numericNotEquals } from './numericNotEquals.ts';
import type { ConditionOperator } from './operator.ts';
import { stringEquals } from './stringEquals.ts';
import { stringEqualsIgnoreCase } from './stringEqualsIgnoreCase.ts';
import { stringLike } from './stringLike.ts';
import { stringNotEquals } from './stringNotEquals.ts';
import { stringNotEqualsIgnoreCase } from './stringNotEqualsIgnoreCase.ts';
import { stringNotLike } from './stringNotLike.ts';

/** Every operator of the policy language. Adding one is one file and its line here. */
export const conditionOperators: readonly ConditionOperator[] = [
  arnEquals,
  arnLike,
  arnNotEquals,
  arnNotLike,
  binaryEquals,
  bool,
  dateEquals,
  dateGreaterThan,
  dateGreaterThanEquals,
  dateLessThan,
  dateLessThanEquals,
  dateNotEquals,
  ipAddress,
  notIpAddress,
  nullOperator,
  numericEquals,
  numericGreaterThan,
  numericGreaterThanEquals,
  numericLessThan,
  numericLessThanEquals,
  numericNotEquals,
  stringEquals,
  stringEqualsIgnoreCase,
  stringLike,
  stringNotEquals,
  stringNotEqualsIgnoreCase,
  stringNotLike,
];

const byName = new Map(conditionOperators.map((operator) => [operator.name, operator]));

export const findConditionOperator = (name: string): ConditionOperator | undefined => byName.get(name);
