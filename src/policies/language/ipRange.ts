import ipaddr from 'ipaddr.js';

/** An address, or a range of addresses in CIDR notation. */
export interface IpRange {
  readonly address: ipaddr.IPv4 | ipaddr.IPv6;
  /** How many bits all addresses of the range have in common: 32 or 128 for a single one. */
  readonly length: number;
}

/** Of single hosts, links and organizations; no request comes to AWS from there. */
const PRIVATE = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '100.64.0.0/10',
  'fc00::/7',
  'fe80::/10',
].flatMap((text) => readRange(text) ?? []);

/** An IPv4 or IPv6 address with or without a prefix length; nothing when it is neither. */
export function readRange(text: string): IpRange | undefined {
  const [, written = '', length] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const address = readAddress(written);
  if (!address) return undefined;
  const all = address.toByteArray().length * 8;
  const range = { address, length: length === undefined ? all : Number(length) };
  return range.length > all ? undefined : range;
}

/**
 * The library also reads `10.1` and `0x7f.1`, and addresses of one link (`fe80::1%eth0`), which are none here, and takes numbers
 * that begin with 0 for octal ones: they are decimal here.
 */
function readAddress(text: string): IpRange['address'] | undefined {
  if (text.includes(':') ? text.includes('%') : !/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return undefined;
  const decimal = text.includes(':') ? text : text.replaceAll(/\b0+(?=\d)/g, '');
  return ipaddr.isValid(decimal) ? ipaddr.parse(decimal) : undefined;
}

/** Whether all addresses of one range are in the other. Ranges of IPv4 and of IPv6 have nothing in common. */
export const coversRange = (wide: IpRange, narrow: IpRange): boolean =>
  wide.address.kind() === narrow.address.kind() &&
  wide.length <= narrow.length &&
  narrow.address.match(wide.address, wide.length);

export const isPrivateRange = (range: IpRange): boolean => PRIVATE.some((one) => coversRange(one, range));

/** The range as its prefix length means it, without bits behind it: of `203.0.113.7/24`, `203.0.113.0/24`. */
export function trimmedRange({ address, length }: IpRange): string {
  const whole = `${address.toString()}/${length}`;
  const start =
    address.kind() === 'ipv4'
      ? ipaddr.IPv4.networkAddressFromCIDR(whole)
      : ipaddr.IPv6.networkAddressFromCIDR(whole);
  return `${start.toString()}/${length}`;
}

/** Whether bits are set that the prefix length leaves out: `203.0.113.7/24`. */
export const hasHostBits = (range: IpRange): boolean =>
  trimmedRange(range) !== `${range.address.toString()}/${range.length}`;
