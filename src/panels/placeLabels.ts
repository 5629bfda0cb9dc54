// Labels of the marks on the timeline: shown where they do not run into the next one or over the end.

type Mark = { place: number; text: string }

const TRACK_PX = 780
const LETTER_PX = 6.2
const GAP_PX = 22

/** From the last to the first: a label needs the room up to the next mark; places are shares of the track. */
export function placeLabels(marks: readonly Mark[]): (Mark & { shown: boolean })[] {
  return marks.map((mark, i) => {
    const next = marks[i + 1]?.place ?? 1
    return { ...mark, shown: mark.place * TRACK_PX + GAP_PX + mark.text.length * LETTER_PX < next * TRACK_PX }
  })
}
