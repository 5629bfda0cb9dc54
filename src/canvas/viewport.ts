/** What is in sight: how far the stage is moved (px) and enlarged, and the size of its frame (px). */
export type Viewport = { x: number; y: number; zoom: number; width: number; height: number }

export type Area = { left: number; top: number; right: number; bottom: number }

/** What of the stage can be seen, in flow coordinates. */
export const sightOf = ({ x, y, zoom, width, height }: Viewport): Area => ({
  ...{ left: -x / zoom, top: -y / zoom },
  ...{ right: (width - x) / zoom, bottom: (height - y) / zoom },
})
