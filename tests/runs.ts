/** Every property runs so many times as often: `PROPERTY_FACTOR=20 npx vitest run tests/engine` plays thousands of scenarios. */
const FACTOR = Number(process.env['PROPERTY_FACTOR'] ?? 1)

/** How often a property is tried. */
export const runs = (usual: number): number => Math.max(1, Math.round(usual * FACTOR))
