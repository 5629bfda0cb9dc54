import { type Frame, HEADER } from '../protocol/frame.ts'
import type { Layout } from '../protocol/layout.ts'
import type { Bags } from './bags.ts'
import { BEAD_FONT } from './beadMarks.ts'
import { createDisplayClock } from './displayClock.ts'
import type { Placement } from './dotPlacement.ts'
import { drawnArea } from './drawnArea.ts'
import { createPlacing, drawMarks } from './drawStage.ts'
import { createGrainPainter } from './grainPainter.ts'
import { latePart } from './latePart.ts'
import { drawMovingTexts } from './movingTexts.ts'
import { type Palette, readPalette } from './palette.ts'
import { createPixelPen } from './pixelPen.ts'
import { createSurface } from './pixelSurface.ts'
import type { ReplayTint } from './replayTint.ts'
import type { FlowValue, SceneValue } from './sceneContext.ts'
import { shown } from './shownPicture.ts'
import { type LabelSpans, newMemory, type StagePicture } from './stagePicture.ts'
import { type StagePlan, stagePlan } from './stagePlan.ts'
import { isStepBack } from './stepBack.ts'
import { drawRails } from './tapeRails.ts'
import { travelMicros } from './tapeUnit.ts'
import { type Area, sightOf, type Viewport } from './viewport.ts'
import type { AskSeries } from './wideTapes.ts'

/** What the painter needs of the state layer. */
export type FrameSource = {
  current: () => { frame: Frame; layout: Layout } | null
  onFrame: (listener: (frame: Frame, layout: Layout) => void) => () => void
  setDotWindowMicros: (micros: number) => void
}

export type Pace = { running: boolean; speed: number }

export type StagePainter = {
  setScene: (scene: SceneValue, flow: FlowValue, pace: Pace) => void
  setViewport: (viewport: Viewport) => void
  setTheme: () => void
  destroy: () => void
}

/** From this zoom on a dot is as large as a bead. */
const LETTERS_ZOOM = 2.8
/** Without motion the picture changes as often as the numbers do. */
const STILL_MS = 240
const MOVING_MS = 100
const SHIFT_WALL_MICROS = 240_000
const BEAD_WINDOW_MICROS = 300_000_000
const FLOW_WINDOW_MICROS = 8_000_000

/** Where nothing travels, the first message is the first one in a store. */
const isAnythingThere = (picture: StagePicture): boolean =>
  picture.arrived.some((dots) => dots > 0) || picture.bags.some((bag) => (bag.picture?.beads.length ?? 0) > 0)

/** Owns the canvas: decides when to draw, and draws everything that moves. */
export function createStagePainter(
  canvas: HTMLCanvasElement,
  source: FrameSource,
  ask: AskSeries,
  firstMessage: () => void,
): StagePainter {
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const paintGrains = createGrainPainter()
  const penFor = createPixelPen()
  const surfaceFor = createSurface(canvas)
  const clock = createDisplayClock()
  const placing = createPlacing()
  const memory = newMemory()
  // Columns of minutes and hours, letters on dots close up, what is read once more, and what lies in bags.
  const wide = latePart(
    () => import('./wideTapes.ts').then(({ createWideTapes }) => createWideTapes(ask, invalidate)),
    invalidate,
  )
  const letters = latePart(() => import('./grainLetters.ts').then((part) => part.drawGrainLetters), invalidate)
  const tint = latePart(
    () => import('./replayTint.ts').then(({ createReplayTint }) => createReplayTint(ask, invalidate)),
    invalidate,
  )
  const bags = latePart(() => import('./bags.ts'), invalidate)
  let readAgain: ReplayTint | null = null
  let scene: SceneValue | null = null
  let flow: FlowValue | null = null
  let pace: Pace = { running: false, speed: 1 }
  let viewport: Viewport = { x: 0, y: 0, zoom: 1, width: 0, height: 0 }
  let palette: Palette | null = null
  let plan: { of: SceneValue; with: FlowValue['ribbons']; layout: Layout; plan: StagePlan } | null = null
  /** Where the plan can draw anything. */
  let drawn: Area = { left: 0, top: 0, right: 0, bottom: 0 }
  let scheduled = 0
  let windowMicros = 0
  let drawnStillMs = 0
  let heard: Frame | null = null
  let stale = true
  let movedAtMs = Number.NEGATIVE_INFINITY

  const unlisten = source.onFrame((frame) => {
    if (frame !== heard) hear(frame)
    // While the view is moved each move is drawn: what comes between them waits for the next answer, so that hands do not wait.
    else if (performance.now() - movedAtMs < MOVING_MS) return
    // Called inside the page's one animation frame: while running that is the moment to draw.
    if (pace.running) draw()
    else invalidate()
  })
  void document.fonts?.ready.then(() => invalidate())

  function hear(frame: Frame) {
    heard = frame
    clock.hear(frame.header[HEADER.nowMicros] ?? 0, performance.now())
  }

  function invalidate() {
    stale = true
    if (scheduled === 0) scheduled = requestAnimationFrame(tick)
  }

  /** Draws what no frame of the run has shown since: while it plays and is panned, one drawing shows both. */
  function tick() {
    scheduled = 0
    if (stale) draw()
  }

  function draw() {
    const current = source.current()
    if (!context || !scene || !flow || !current || viewport.width === 0) return
    const { frame, layout } = current
    const reached = frame.header[HEADER.reachedSpeed] ?? 0
    const wallMs = performance.now()
    const nowMicros = clock.at(wallMs, reached > 0 ? Math.min(reached, pace.speed) : pace.speed, pace.running)
    // Nothing travels: tapes step once a second of simulated time, the rest with the numbers. Calm, only links carry none.
    const reduced = scene.reduced && document.documentElement.dataset['motion'] === 'off'
    const second = Math.floor(nowMicros / 1e6)
    if (reduced && pace.running && !stale && wallMs - drawnStillMs < STILL_MS) return
    drawnStillMs = wallMs
    stale = false
    const travel = travelMicros(pace.speed, scene.reduced)
    const moment = {
      ...{ nowMicros: reduced && pace.running ? second * 1e6 : nowMicros, travelMicros: travel, reduced },
      shiftMicros: travel > 0 ? SHIFT_WALL_MICROS * pace.speed : 0,
    }
    const stage = planFor(scene, flow.ribbons, layout)
    askForDots(stage, travel)
    const isWide = stage.beds.some((bed) => bed.unitSeconds > 1)
    const inBags = stage.bags.length > 0 ? bags() : null
    const placeWide = isWide ? (at: Placement) => wide()?.(frame, stage, moment.nowMicros, layout, at) : null
    readAgain = scene.scenario.interventions.some(isStepBack) ? tint() : null
    readAgain?.follow(scene.scenario, stage, nowMicros, layout)
    const picture = placing(frame, stage, moment, memory, placeWide, scene.labels, inBags)
    shown.picture = { frame, layout, plan: stage, picture, moment, memory }
    paint(context, frame, stage, picture, moment, scene.labels, inBags, wallMs)
    if (picture.onLink.some((dots) => dots > 0) || (travel === 0 && isAnythingThere(picture))) firstMessage()
  }

  function planFor(ofScene: SceneValue, ribbons: FlowValue['ribbons'], layout: Layout): StagePlan {
    if (plan === null || plan.of !== ofScene || plan.with !== ribbons || plan.layout !== layout) {
      const { scene, inks } = ofScene
      plan = {
        of: ofScene,
        with: ribbons,
        layout,
        plan: stagePlan({ scene, layout, inks, ribbons }),
      }
      drawn = drawnArea(scene, plan.plan)
    }
    return plan.plan
  }

  function askForDots(stage: StagePlan, travel: number) {
    const tapes = stage.beds.map((bed) =>
      bed.bead ? BEAD_WINDOW_MICROS : bed.unitSeconds === 1 ? (bed.columns + bed.tailColumns + 2) * 1e6 : 0,
    )
    const wanted = Math.ceil(Math.max(FLOW_WINDOW_MICROS, ...tapes) + 3 * travel)
    if (wanted === windowMicros) return
    windowMicros = wanted
    source.setDotWindowMicros(wanted)
  }

  function paint(
    to: CanvasRenderingContext2D,
    frame: Frame,
    stage: StagePlan,
    picture: StagePicture,
    moment: Parameters<typeof drawMarks>[4],
    labels: LabelSpans,
    inBags: Bags | null,
    wallMs: number,
  ) {
    palette ??= readPalette(canvas)
    const colours = palette
    const { layer, image, ratio, ...origin } = surfaceFor(drawn, viewport, wallMs)
    const scale = viewport.zoom * ratio
    const left = viewport.x * ratio - origin.left
    const top = viewport.y * ratio - origin.top
    layer.pixels.fill(0)
    const place = { scale, left, top }
    paintGrains(layer, picture.grains, colours, place)
    const sight = sightOf(viewport)
    drawRails(penFor(layer, place), frame, stage, picture, moment, colours, labels, sight)
    to.putImageData(image, 0, 0)
    to.setTransform(scale, 0, 0, scale, left, top)
    to.font = BEAD_FONT
    to.textAlign = 'center'
    to.textBaseline = 'alphabetic'
    if (viewport.zoom >= LETTERS_ZOOM) {
      letters()?.(to, picture.grains, colours, viewport)
      to.font = BEAD_FONT
    }
    readAgain?.draw(to, frame, stage, picture.beadPlaces, moment.nowMicros, colours)
    drawMarks(to, frame, stage, picture, moment, colours, inBags, sight)
    drawMovingTexts(to, stage, picture, moment, colours, viewport.zoom, sight)
    to.setTransform(1, 0, 0, 1, 0, 0)
  }

  return {
    setScene(nextScene, nextFlow, nextPace) {
      const starts = nextPace.running && !pace.running
      scene = nextScene
      flow = nextFlow
      pace = nextPace
      const current = source.current()
      if (current && (starts || current.frame !== heard)) hear(current.frame)
      invalidate()
    },
    setViewport(next) {
      viewport = next
      movedAtMs = performance.now()
      invalidate()
    },
    setTheme() {
      palette = null
      invalidate()
    },
    destroy() {
      unlisten()
      // A late part or the fonts may still come: without a scene nothing is drawn.
      scene = null
      cancelAnimationFrame(scheduled)
    },
  }
}
