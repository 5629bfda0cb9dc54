/** Changes exactly when a golden fingerprint changes; a link carries it (docs/decisions tells each step). */
export const ENGINE_VERSION = 13
