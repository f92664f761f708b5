/** FNV-1a with 64 bits, as hexadecimal digits. Source: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv */
export function digest(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at += 1)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
