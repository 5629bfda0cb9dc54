// The yardstick: nothing but squares of five pixels, written into one buffer and shown sixty times a second. No page
// that shows moving dots without a graphics processor can cost less, and what it costs tells how fast a machine is.

const SQUARE = 5
const count = Number(new URLSearchParams(location.search).get('moving') ?? 2000)
const canvas = document.querySelector('canvas')
const context = canvas?.getContext('2d', { willReadFrequently: true })
if (!canvas || !context) throw new Error('This browser has no canvas.')
canvas.width = Math.round(innerWidth * devicePixelRatio)
canvas.height = Math.round(innerHeight * devicePixelRatio)
const { width, height } = canvas
const image = new ImageData(width, height)
const pixels = new Int32Array(image.data.buffer)

let frames = 0
function draw() {
  frames += 1
  pixels.fill(0)
  for (let i = 0; i < count; i++) {
    const left = (i * 37 + frames * (1 + (i % 3))) % (width - SQUARE)
    const top = (i * 61) % (height - SQUARE)
    for (let row = 0; row < SQUARE; row++)
      for (let column = 0; column < SQUARE; column++) pixels[(top + row) * width + left + column] = 0xff4040c0 | 0
  }
  context?.putImageData(image, 0, 0)
  requestAnimationFrame(draw)
}
Object.assign(globalThis, { bench: { frames: () => frames } })
requestAnimationFrame(draw)
