import { readArn } from '../../language/arn.ts';
import { isConsole, readAddress, regionOfAddress } from '../consoleUrl.ts';
import { type EntryChange, type EntryPlace, type FormReading, readAs, refused } from '../entry.ts';
import { ofOtherAccount } from './iamForms.ts';

const KEY_ID = /^(?:key\/)?(mrk-[0-9a-f]{32}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/i;

/** A KMS key by its ARN, its ID or its page in the console. An alias is refused: permissions match keys. */
export function kmsKeyForm(text: string, place: EntryPlace): FormReading | undefined {
  if (/^alias\//.test(text)) return refused('alias', text);
  if (text.startsWith('arn:')) return keyOfArn(text, place);
  if (/^https?:\/\//i.test(text)) return keyOfAddress(text, place);
  const [, id] = KEY_ID.exec(text) ?? [];
  return id === undefined ? undefined : completed(id, place.region, place);
}

function keyOfArn(text: string, place: EntryPlace): FormReading {
  const arn = readArn(text);
  if (arn?.service !== 'kms') return refused('otherResource', arn?.service ?? text.slice(0, 60));
  if (arn.resource.startsWith('alias/')) return refused('alias', text);
  if (/[*?]/.test(text)) return refused('wildcard', text);
  const elsewhere: readonly EntryChange[] =
    place.region === undefined || place.region === arn.region
      ? []
      : [{ code: 'otherRegion', about: arn.region }];
  return readAs(text, ...ofOtherAccount(arn, place), ...elsewhere);
}

function keyOfAddress(text: string, place: EntryPlace): FormReading {
  const address = readAddress(text);
  const [, id] = /\/kms\/keys\/([\w-]+)/.exec(address?.fragment ?? '') ?? [];
  if (!address || !isConsole(address) || id === undefined) return refused('otherUrl');
  return completed(id, regionOfAddress(address) ?? place.region, place);
}

function completed(id: string, region: string | undefined, place: EntryPlace): FormReading {
  const { partition, accountId } = place;
  if (region === undefined && accountId === undefined) return refused('needsPlace', id);
  if (accountId === undefined) return refused('needsAccount', id);
  if (region === undefined) return refused('needsRegion', id);
  const lower = id.toLowerCase();
  return readAs(
    `arn:${partition}:kms:${region}:${accountId}:key/${lower}`,
    { code: 'accountAdded', about: accountId },
    region === place.region ? { code: 'regionAdded', about: region } : { code: 'otherRegion', about: region },
    ...(lower === id ? [] : [{ code: 'lowerCase' } as const]),
  );
}
