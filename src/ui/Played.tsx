/** How much of a run has been played, 0 to 1; nothing before the first hundredth. A person who listens is told the end only. */
export function Played({ share }: { share: number }) {
  return share > 0 ? <span aria-hidden="true">{Math.round(share * 100)} % </span> : null
}
