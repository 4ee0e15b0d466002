import { BlockList, isIP } from 'node:net';

/** Is this an IP address, or a range of them that leaves somebody out? */
export function isAddressRange(text: string): boolean {
  try {
    addRange(new BlockList(), text);
    return true;
  } catch {
    return false;
  }
}

/** Adds an IP address or a range such as `10.1.0.0/16`. @throws Error for what is neither, or is the whole network */
export function addRange(list: BlockList, range: string): void {
  const [address = '', prefix, ...more] = range.split('/');
  const family = familyOf(address);
  if (family === undefined || more.length > 0) throw new Error('not an address');
  if (prefix === undefined) return list.addAddress(address, family);
  if (!/^[1-9]\d{0,2}$/.test(prefix)) throw new Error('not the length of a prefix');
  list.addSubnet(address, Number(prefix), family);
}

/** Is the address of a socket in the list? */
export function hasAddress(list: BlockList, ip: string): boolean {
  const [address = ''] = ip.split('%', 1); // a link-local address names its network card behind the sign
  const family = familyOf(address);
  // A list knows an IPv4 address in its IPv6 form too: ::ffff:10.1.2.3 is how a socket for both reports it.
  return family !== undefined && list.check(address, family);
}

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  const version = isIP(address);
  return version === 0 ? undefined : `ipv${version as 4 | 6}`; // there are no others
}
