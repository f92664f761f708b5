import { expect, it } from 'vitest';
import { notCoveredBy } from './notCovered/index.ts';
import { coversAction } from '../../language/subsumes.ts';
import { testCatalog } from '../../testing/testCatalog.ts';
import { activities } from '../activities/index.ts';
import type { Guardrail } from './guardrail.ts';
import { approvedKeys } from './approvedKeys.ts';
import { outputEncryption } from './outputEncryption.ts';
import { tagOnCreate } from './tagOnCreate.ts';
import { volumeEncryption } from './volumeEncryption.ts';

/**
 * A guardrail on a condition key is about each action of SageMaker that creates something, has such a key, and is granted by an
 * activity, or says by name that it isn't: its title alone would promise it.
 */

const granted = activities
  .filter(({ endpoint }) => !endpoint)
  .flatMap(({ hardened = [] }) => hardened.filter(({ Effect }) => Effect === 'Allow'))
  .flatMap(({ Action }) => Action)
  .filter((pattern) => pattern !== 'sagemaker:*');

async function creating(key: RegExp): Promise<readonly string[]> {
  const found = (await testCatalog()).actions('sagemaker:Create*');
  return (found.state === 'known' ? found.actions : [])
    .filter(({ conditionKeys }) => conditionKeys.some((one) => key.test(one)))
    .map(({ name }) => name)
    .filter((action) => granted.some((pattern) => coversAction(pattern, action)));
}

const rows: readonly (readonly [guardrail: Guardrail, key: RegExp])[] = [
  [tagOnCreate, /^aws:RequestTag/i],
  [outputEncryption, /^sagemaker:(?!Volume)\w*KmsKey/i],
  [approvedKeys, /KmsKey/i],
  [volumeEncryption, /^sagemaker:(Volume|FeatureGroup)\w*KmsKey/i],
];

it.each(rows)('$id: what it isn’t about is named', async (guardrail, key) => {
  const actions = await creating(key);
  expect(actions.length).toBeGreaterThan(5);
  const about = guardrail.deny.flatMap(({ Action }) => Action);
  const words = notCoveredBy(guardrail.id)
    .map(({ text }) => text)
    .join(' ');
  const silent = actions
    .filter((action) => !about.some((pattern) => coversAction(pattern, action)))
    .filter((action) => !new RegExp(`\\b${action.replace('sagemaker:', '')}\\b`).test(words));
  expect(silent).toEqual([]);
});
