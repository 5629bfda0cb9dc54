/** Number of the form that a link holds. A link of a higher one was made by a newer page. */
export const LINK_FORMAT = 1

/** Programs that pass a link on may cut a longer one. It opens here all the same and holds everything. */
export const LINK_LENGTH_SAFE = 8000
