/** Number of the form that a link holds. A link of a higher one was made by a newer page. */
export const LINK_FORMAT = 1
