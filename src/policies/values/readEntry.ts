import { exampleValues } from '../compose/exampleValues.ts';
import { kindOf } from '../library/variables/kinds.ts';
import { entryOf, type Preset } from '../library/preset.ts';
import type { Variable, VariableKindId } from '../library/variables/variable.ts';
import { cleanEntry, hasHidden, unquoted } from './cleanEntry.ts';
import {
  ambiguous,
  type EntryPiece,
  type EntryPlace,
  type EntryReading,
  type FormReader,
  type FormReading,
  readAs,
  refused,
} from './entry.ts';
import { ruleSentence } from './entryWords.ts';
import { accountForm, organizationForm, regionForm } from './forms/accountForms.ts';
import { principalForm, roleForm, samlProviderForm } from './forms/iamForms.ts';
import {
  securityGroupForm,
  studioDomainForm,
  subnetForm,
  vpcEndpointForm,
  vpcForm,
} from './forms/idForms.ts';
import { kmsKeyForm } from './forms/keyForms.ts';
import {
  cidrForm,
  databaseForm,
  instanceTypeForm,
  namePrefixForm,
  numberForm,
  repositoryPrefixForm,
  resourceIdForm,
  workgroupForm,
} from './forms/nameForms.ts';
import { s3BucketForm, s3LocationForm } from './forms/s3Forms.ts';
import {
  hasSeveralStarts,
  isQuotedTexts,
  splitAtCommas,
  splitAtSpaces,
  looksLikeArnOrAddress,
  withoutLabels,
} from './splitEntry.ts';

/** The forms of each kind besides its own; a kind that is not here has none. */
const forms: Readonly<Partial<Record<VariableKindId, FormReader>>> = {
  region: regionForm,
  accountId: accountForm,
  organizationId: organizationForm,
  roleArn: roleForm,
  principalArn: principalForm,
  samlProviderArn: samlProviderForm,
  kmsKeyArn: kmsKeyForm,
  s3Location: s3LocationForm,
  s3Bucket: s3BucketForm,
  subnetId: subnetForm,
  securityGroupId: securityGroupForm,
  vpcId: vpcForm,
  vpcEndpointId: vpcEndpointForm,
  studioDomainId: studioDomainForm,
  ecrRepositoryPrefix: repositoryPrefixForm,
  resourceNamePrefix: namePrefixForm,
  databaseName: databaseForm,
  workgroupName: workgroupForm,
  resourceId: resourceIdForm,
  instanceType: instanceTypeForm,
  positiveInteger: numberForm,
  cidr: cidrForm,
};

/** No list that people paste into a field is longer. */
const MOST_CHARACTERS = 20_000;
const MOST_VALUES = 300;

/**
 * What a person typed or pasted for a variable, as the policy needs it: each value with what was changed, or why there is none.
 * A value is never wider than what the text names: where only a wider one would fit, or where the text can be read in several
 * ways, the ways are given as choices. Reading a value that was read gives it again. `preset`: a value that it does not allow is
 * refused. Never throws.
 */
export function readEntry(
  text: string,
  variable: Variable,
  place: EntryPlace,
  preset: Preset | null = null,
): EntryReading {
  const [example = ''] = exampleValues(variable, place.partition);
  if (text.length > MOST_CHARACTERS || (text.match(/[\s,;]+/g)?.length ?? 0) > MOST_VALUES)
    return { pieces: [{ ...refused('tooLong'), source: text.slice(0, 60) }], example };
  const clean = withoutLabels(cleanEntry(text));
  if (clean === '') return { pieces: [], example };
  const ownPlace = variable.ofOtherAccount ? withoutAccount(place) : place;
  const read = (piece: string) => underPreset(readPiece(piece, variable, ownPlace), variable, preset);
  const found = variable.many ? readSeveral(clean, variable, read) : readOne(clean, variable, read);
  const hidden = hasHidden(text);
  return { pieces: found.map((piece) => (hidden ? withHidden(piece) : piece)), example };
}

function withoutAccount({ partition, region }: EntryPlace): EntryPlace {
  return region === undefined ? { partition } : { partition, region };
}

function withHidden(piece: EntryPiece): EntryPiece {
  if (piece.state !== 'read') return piece;
  return { ...piece, changes: [...piece.changes, { code: 'hiddenCharacters' }] };
}

type Read = (piece: string) => EntryPiece;

function readPiece(source: string, variable: Variable, place: EntryPlace): EntryPiece {
  const kind = kindOf(variable.kind);
  const text = unquoted(source);
  const reading = forms[variable.kind]?.(text, place) ?? readAs(text);
  if (reading.state !== 'read') return { ...ofOther(reading, variable), source };
  const strict = kind.read(reading.value, place);
  if (!strict.ok) return { ...refused('rule', ruleSentence(strict.rule, variable.kind)), source };
  const isSame = reading.value === source && reading.changes.length === 0;
  const changes = isSame || reading.changes.length > 0 ? reading.changes : [{ code: 'form' } as const];
  return { ...reading, changes, source };
}

/** Where the account is the other one by the nature of the field, the one that is entered is no help. */
const ofOther = (reading: FormReading, { ofOtherAccount }: Variable): FormReading =>
  ofOtherAccount && reading.state === 'refused' && reading.problem.code === 'needsAccount'
    ? refused('needsOtherAccount', reading.problem.about)
    : reading;

/** What an organization locks or lists counts after the conversion, too. */
function underPreset(piece: EntryPiece, { id }: Variable, preset: Preset | null): EntryPiece {
  const locked = entryOf(preset?.lockedValues, id);
  const allowed = entryOf(preset?.allowedValues, id);
  const isAllowed = (value: string) =>
    (locked?.values.includes(value) ?? true) && (allowed?.values.some((one) => one.value === value) ?? true);
  if (piece.state === 'read' && !isAllowed(piece.value))
    return { ...(locked ? refused('locked') : refused('notAllowed', piece.value)), source: piece.source };
  if (piece.state !== 'ambiguous') return piece;
  return { ...piece, choices: piece.choices.filter(({ values }) => values.every(isAllowed)) };
}

const isRead = ({ state }: EntryPiece): boolean => state === 'read';

/** Kinds in whose values a comma can be. */
const withCommas: ReadonlySet<VariableKindId> = new Set(['s3Location', 'roleArn', 'principalArn']);

/**
 * A list that looks as one value, too: both are offered. Where only a part of the one value would be read as a value of a list, as
 * the bucket of a key with a comma, it is no list.
 */
function readSeveral(text: string, variable: Variable, read: Read): readonly EntryPiece[] {
  const parts = splitAtCommas(text, variable.kind);
  if (parts.length < 2) return distinct(readSpaced(parts[0] ?? '', variable, read));
  const list = parts.flatMap((part) => readSpaced(part, variable, read));
  if (!withCommas.has(variable.kind) || isSurelyList(text, parts)) return distinct(list);
  const whole = read(text);
  if (!list.every(isRead)) return askedAgain(whole, variable, read);
  if (isRead(whole) || isOneWithComma(whole)) return [eitherListOrOne(text, list, whole)];
  return startsOf(parts) === 0 ? distinct(list) : [whole];
}

/** One value whose own text could be a list, as that of a bucket's ARN with a comma: the question that reading it again would ask comes now. */
function askedAgain(whole: EntryPiece, variable: Variable, read: Read): readonly EntryPiece[] {
  if (whole.state !== 'read' || whole.value === whole.source) return [whole];
  const again = readSeveral(whole.value, variable, read);
  return again.every(isRead) ? [whole] : again.map((piece) => ({ ...piece, source: whole.source }));
}

const startsOf = (parts: readonly string[]): number => parts.filter(looksLikeArnOrAddress).length;

/** Separate lines, brackets, texts in quotation marks, or parts of one form with a space behind each comma. */
function isSurelyList(text: string, parts: readonly string[]): boolean {
  if (/^(?:to(?:list|set)\()?\s*[[({]|\n/.test(text) || isQuotedTexts(text)) return true;
  const starts = startsOf(parts);
  return starts === parts.length || (starts === 0 && /[,;]\s/.test(text));
}

/**
 * A text without commas: one value if it is one, or the parts between its spaces. Behind a slash a space can be in a name: what
 * follows it is no value where what is before it is none.
 */
function readSpaced(text: string, variable: Variable, read: Read): readonly EntryPiece[] {
  const whole = read(text);
  const isSeveral = hasSeveralStarts(text);
  if (!isSeveral && (isRead(whole) || !/\s/.test(text))) return [whole];
  const parts = splitAtSpaces(text, variable.kind).map(read);
  if (parts.length === 0 || (!isSeveral && text.includes('/') && !parts.every(isRead))) return [whole];
  return parts;
}

const valuesOf = (read: readonly EntryPiece[]): readonly string[] =>
  read.flatMap((piece) => (piece.state === 'read' ? [piece.value] : []));

const isOneWithComma = (piece: EntryPiece): boolean =>
  piece.state === 'ambiguous' && piece.problem.code === 'commaInName';

const oneOf = (piece: EntryPiece): readonly string[] =>
  piece.state === 'ambiguous' ? piece.choices.flatMap(({ values }) => values) : valuesOf([piece]);

function eitherListOrOne(text: string, list: readonly EntryPiece[], whole: EntryPiece): EntryPiece {
  return {
    ...ambiguous(
      'commaInName',
      text,
      { code: 'list', values: valuesOf(list) },
      { code: 'one', values: oneOf(whole) },
    ),
    source: text,
  };
}

function readOne(text: string, variable: Variable, read: Read): readonly EntryPiece[] {
  const [bracket = text, ...others] = splitAtCommas(text, variable.kind);
  const whole = read(others.length === 0 ? bracket : text);
  if (whole.state !== 'refused') return [whole];
  const parts = distinct(
    splitAtCommas(text, variable.kind)
      .flatMap((part) => splitAtSpaces(part, variable.kind))
      .map(read),
  );
  const choices = valuesOf(parts).map((value) => ({ code: 'value' as const, values: [value] }));
  if (choices.length < 2 || choices.length < parts.length) return [whole];
  return [{ ...ambiguous('onlyOne', text, ...choices), source: text }];
}

function distinct(found: readonly EntryPiece[]): readonly EntryPiece[] {
  const seen = new Set<string>();
  return found.filter((piece) => {
    const key = piece.state === 'read' ? `=${piece.value}` : piece.source;
    return !seen.has(key) && seen.add(key);
  });
}
