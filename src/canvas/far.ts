/** Below this zoom the small words of a drawing cannot be read any more. */
export const FAR = 0.5
/** From this zoom on every message has its number, and a dot the letter of its key. */
export const CLOSE = 1.8

/** Tells the style sheet that the scene is looked at from so far that form, name and one number have to say it. */
export function tellFar(element: Element, zoom: number): void {
  element.closest('.scope')?.toggleAttribute('data-far', zoom < FAR)
}
