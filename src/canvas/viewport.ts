/** What is in sight: how far the stage is moved (px) and enlarged, and the size of its frame (px). */
export type Viewport = { x: number; y: number; zoom: number; width: number; height: number }

/** What of the stage can be seen, in flow coordinates. */
export type Sight = { left: number; top: number; right: number; bottom: number }

export const sightOf = ({ x, y, zoom, width, height }: Viewport): Sight => ({
  ...{ left: -x / zoom, top: -y / zoom },
  ...{ right: (width - x) / zoom, bottom: (height - y) / zoom },
})
