import { type Arn, readArn } from '../../language/arn.ts';
import { isConsole, readAddress } from '../consoleUrl.ts';
import {
  ambiguous,
  type EntryChange,
  type EntryPlace,
  type FormReader,
  type FormReading,
  readAs,
  refused,
} from '../entry.ts';

type Type = 'role' | 'user' | 'saml-provider';

/** The ARN of something in IAM that is named without its account. */
function completed(type: Type, name: string, place: EntryPlace, ...changes: readonly EntryChange[]) {
  const { partition, accountId } = place;
  if (accountId === undefined) return refused('needsAccount', name);
  const account: EntryChange = { code: 'accountAdded', about: accountId };
  return readAs(`arn:${partition}:iam::${accountId}:${type}/${name}`, account, ...changes);
}

/** Says so where an ARN is of another account than the draft's. */
export const ofOtherAccount = ({ account }: Arn, { accountId }: EntryPlace): readonly EntryChange[] =>
  accountId === undefined || account === '' || account === accountId
    ? []
    : [{ code: 'otherAccount', about: account }];

const UNIQUE_ID = /^A(?:ROA|IDA|IPA|GPA|NPA)[A-Z0-9]{12,}$/;

/** Roles that IAM Identity Center makes are below a path. */
const WITHOUT_PATH = /^AWSReservedSSO_[^/]*$/;

const pathUnknown: EntryChange = { code: 'pathUnknown' };

function assumedRole(arn: Arn, place: EntryPlace): FormReading {
  const [, name = ''] = arn.resource.split('/');
  if (WITHOUT_PATH.test(name)) return refused('identityCenterRole');
  return readAs(
    `arn:${arn.partition}:iam::${arn.account}:role/${name}`,
    ...ofOtherAccount(arn, place),
    pathUnknown,
  );
}

function ofArn(text: string, types: readonly Type[], place: EntryPlace): FormReading {
  const arn = readArn(text);
  if (!arn) return refused('otherResource', text.slice(0, 60));
  if (arn.service === 'sts' && arn.resource.startsWith('assumed-role/') && types.includes('role'))
    return assumedRole(arn, place);
  if (arn.resource.startsWith('instance-profile/')) return refused('instanceProfile');
  if (arn.resource.startsWith('oidc-provider/')) return refused('oidcProvider');
  if (arn.service !== 'iam') return refused('otherResource', arn.service);
  const [type = ''] = arn.resource.split('/');
  if (!types.some((one) => one === type)) return refused('otherResource', type);
  return readAs(text, ...ofOtherAccount(arn, place));
}

/** `#/roles/details/NAME`, as the IAM console has it; the older one without `details`. */
const CONSOLE_NAME = /\/(roles|users)\/(?:details\/)?([\w+=,.@-]{1,64})/;

function ofAddress(text: string, types: readonly Type[], place: EntryPlace): FormReading {
  const address = readAddress(text);
  if (!address || !isConsole(address)) return refused('otherUrl');
  const [arn] = /arn:aws[\w-]*:iam::\d{12}:[\w+=,.@/-]+/.exec(address.fragment) ?? [];
  if (arn !== undefined) return ofArn(arn, types, place);
  const [, group, name = ''] = CONSOLE_NAME.exec(address.fragment) ?? [];
  const type = group === 'roles' ? 'role' : 'user';
  if (group === undefined || !types.includes(type)) return refused('otherUrl');
  if (WITHOUT_PATH.test(name)) return refused('identityCenterRole');
  return completed(type, name, place, ...(type === 'role' ? [pathUnknown] : []));
}

/** With a path or without. */
const NAME = /^(?:[!-)+->@-~]{1,511}\/)?[\w+=,.@-]{1,64}$/;

/** ARNs, names and console addresses of roles, users or SAML providers; `types` says which the field takes. */
const iamForm =
  (...types: readonly [Type, ...Type[]]): FormReader =>
  (text, place) => {
    if (text.startsWith('arn:')) return ofArn(text, types, place);
    if (/^https?:\/\//i.test(text)) return ofAddress(text, types, place);
    if (UNIQUE_ID.test(text)) return refused('uniqueId');
    const [, type, rest] = /^(role|user|saml-provider)\/(.+)$/.exec(text) ?? [];
    const stated = types.find((one) => one === type);
    const name = stated === undefined ? text : (rest ?? '');
    if (/[*?]/.test(name)) return refused('wildcard', text);
    // An account alone is the whole account, and no one role of it.
    if (!NAME.test(name) || (type !== undefined && stated === undefined) || /^\d{12}$/.test(name))
      return undefined;
    if (WITHOUT_PATH.test(name)) return refused('identityCenterRole');
    if (stated !== undefined || types.length === 1) return completed(stated ?? types[0], name, place);
    return eitherOf(types, name, place);
  };

function eitherOf(types: readonly Type[], name: string, place: EntryPlace): FormReading {
  const readings = types.map((type) => [type, completed(type, name, place)] as const);
  const choices = readings.flatMap(([type, reading]) =>
    reading.state === 'read' && type !== 'saml-provider' ? [{ code: type, values: [reading.value] }] : [],
  );
  return choices.length === 0 ? refused('needsAccount', name) : ambiguous('roleOrUser', name, ...choices);
}

export const roleForm = iamForm('role');
export const samlProviderForm = iamForm('saml-provider');
export const principalForm = iamForm('role', 'user');
