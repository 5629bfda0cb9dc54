/** Without properties that are there but undefined, so that two equal parts of a document are equal. */
export function compact<T extends object>(part: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as T
}
