/** An address or a range of addresses. */
export interface IpRange {
  readonly isPrivate: boolean;
  /** Whether bits are set that the mask leaves out: `203.0.113.7/24`. */
  readonly hasHostBits: boolean;
}

const PRIVATE = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '100.64.0.0/10',
];

/** An IPv4 or IPv6 address with or without a mask; nothing when it is neither. */
export function readRange(text: string): IpRange | undefined {
  const [address = '', maskText, ...rest] = text.split('/');
  if (rest.length > 0 || (maskText !== undefined && !/^\d{1,3}$/.test(maskText))) return undefined;
  const bits = bitsOf(address);
  if (bits === undefined) return undefined;
  const mask = maskText === undefined ? bits.length : Number(maskText);
  if (mask > bits.length) return undefined;
  return {
    hasHostBits: bits.slice(mask).includes('1'),
    isPrivate: bits.length === 32 ? isPrivate4(bits, mask) : /^(?:1111110|1111111010)/.test(bits),
  };
}

function isPrivate4(bits: string, mask: number): boolean {
  return PRIVATE.some((range) => {
    const [address = '', length] = range.split('/');
    const [known, size] = [bitsOf(address) ?? '', Number(length)];
    return mask >= size && bits.startsWith(known.slice(0, size));
  });
}

/** The address as a text of zeros and ones, 32 or 128; nothing when it is no address. */
export function bitsOf(address: string): string | undefined {
  return address.includes(':') ? bitsOf6(address) : bitsOf4(address);
}

function bitsOf4(address: string): string | undefined {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256))
    return undefined;
  return parts.map((part) => Number(part).toString(2).padStart(8, '0')).join('');
}

/** The last two groups may be written as an IPv4 address: `::ffff:10.0.0.1`. */
function inGroups(address: string): string {
  const tail = /[^:]*$/.exec(address)?.[0] ?? '';
  const bits = tail.includes('.') ? bitsOf4(tail) : undefined;
  if (!bits) return address;
  const groups = [bits.slice(0, 16), bits.slice(16)].map((group) => Number.parseInt(group, 2).toString(16));
  return `${address.slice(0, -tail.length)}${groups.join(':')}`;
}

function bitsOf6(text: string): string | undefined {
  const address = inGroups(text);
  const halves = address.split('::');
  if (halves.length > 2) return undefined;
  const [left = [], right = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - left.length - right.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...right];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0')).join('');
}

/** A range with the bits that its mask leaves out set to zero; nothing for what is no range. `203.0.113.7/24` → `203.0.113.0/24`. */
export function trimmedRange(text: string): string | undefined {
  const [address = '', mask] = text.split('/');
  const bits = bitsOf(address);
  if (bits === undefined || mask === undefined || !readRange(text)) return undefined;
  const kept = bits.slice(0, Number(mask)).padEnd(bits.length, '0');
  return `${kept.length === 32 ? address4(kept) : address6(kept)}/${mask}`;
}

const inParts = (bits: string, size: number): readonly number[] =>
  Array.from({ length: bits.length / size }, (_, index) =>
    Number.parseInt(bits.slice(index * size, (index + 1) * size), 2),
  );

const address4 = (bits: string): string => inParts(bits, 8).join('.');

/** Groups of zeros at the end are left out, as ranges have them there. */
function address6(bits: string): string {
  const groups = inParts(bits, 16).map((group) => group.toString(16));
  const last = groups.findLastIndex((group) => group !== '0');
  return last >= groups.length - 2 ? groups.join(':') : `${groups.slice(0, last + 1).join(':')}::`;
}
