import { partitionOf } from '../compose/variableReadings.ts';
import { kindOf } from '../library/variables/kinds.ts';
import type { VariableKindId } from '../library/variables/variable.ts';
import type { Draft } from '../model/draft.ts';
import type { EntryPlace } from './entry.ts';

/** What completes the values of a draft: its partition, and its Region and account where valid ones are entered. */
export function entryPlace(draft: Draft): EntryPlace {
  const partition = partitionOf(draft);
  const first = (id: 'region' | 'accountId', kind: VariableKindId): string | undefined => {
    const value = draft.variables[id]?.map((one) => one.trim()).find((one) => one !== '');
    return value !== undefined && kindOf(kind).read(value, { partition }).ok ? value : undefined;
  };
  const [region, accountId] = [first('region', 'region'), first('accountId', 'accountId')];
  return {
    partition,
    ...(region === undefined ? {} : { region }),
    ...(accountId === undefined ? {} : { accountId }),
  };
}
