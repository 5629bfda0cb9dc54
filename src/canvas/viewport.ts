/** What is in sight: how far the stage is moved (px) and enlarged, and the size of its frame (px). */
export type Viewport = { x: number; y: number; zoom: number; width: number; height: number }
