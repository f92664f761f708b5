import type { Operator } from '../../language/conditionOperator.ts';
import type { Fillings } from '../texts/token.ts';
import type { Domain } from '../values/valueCandidates.ts';
import type { Rules } from './rules.ts';
import type { Tests } from './tests.ts';

/** One key under one operator, as a policy has it. */
export interface WrittenCondition {
  /** Nothing where IAM knows no such operator. */
  readonly operator: Operator | undefined;
  readonly operatorText: string;
  /** In lower case. */
  readonly key: string;
  readonly values: readonly string[];
  readonly domain: Domain | 'mixed';
  readonly variables: boolean;
  readonly tests: Tests;
  readonly fillings: Fillings;
  readonly rules: Rules;
}
