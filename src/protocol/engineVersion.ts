/** Changes when a scenario may give another run than before; a link carries it (docs/decisions tells each step). */
export const ENGINE_VERSION = 14
