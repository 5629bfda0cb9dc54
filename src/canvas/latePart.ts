/** A part of the drawing that comes with the first scene that needs it: null when it is asked for the first time, and until it is there. */
export function latePart<Part>(load: () => Promise<Part>, loaded: () => void): () => Part | null {
  let part: Part | null = null
  let asked = false
  return () => {
    if (!asked) {
      asked = true
      void load().then((came) => {
        part = came
        loaded()
      })
    }
    return part
  }
}
