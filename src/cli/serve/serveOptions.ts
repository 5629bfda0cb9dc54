export interface ServeOptions {
  /** 0 means any free port. */
  readonly port: number
  /** Serve everybody on the local network, so that a room can open the page. */
  readonly room: boolean
}

/** Reads the command line and `PORT`; a string is what is wrong with them, for the user. */
export function serveOptions(args: readonly string[], portText: string | undefined): ServeOptions | string {
  const unknown = args.find((arg) => arg !== '--room')
  if (unknown !== undefined) return `Unknown option ${unknown}. The only option is --room.`
  const port = portText === undefined || portText === '' ? 0 : Number(portText)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return `PORT must be a number from 0 to 65535, not ${portText}.`
  return { port, room: args.includes('--room') }
}
