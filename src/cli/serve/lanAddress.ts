import { networkInterfaces } from 'node:os'

/** This machine's IPv4 address on the local network, or null when it stands alone. */
export function lanAddress(): string | null {
  for (const addresses of Object.values(networkInterfaces())) {
    const address = addresses?.find(({ family, internal }) => family === 'IPv4' && !internal)
    if (address !== undefined) return address.address
  }
  return null
}
