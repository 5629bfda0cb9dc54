import { isClose, type Prediction } from '../../src/scenario/index.ts'
import { CHAPTERS } from '../../src/scenario/library/catalogue.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { tryText } from '../../src/scenario/tryStep.ts'
import { answerIn } from '../scenario/article/answerIn.ts'
import { askedIn, CLASS_QUESTIONS, type ClassQuestion } from './classQuestions.ts'

// The teacher's guide is the scenes' own words in the order of a class, with the answers that their runs give.

const HEAD = `# A guide for teachers

Written by \`npm run guide\` from the scenes themselves; the answers are those of their runs with the seed of the scene. Each part: what
the class is to take home, how long it takes, how it goes, the question before the run with its answer, where people trip, and what
has changed since the article.

A scene opens by its name in the address, \`#scenario=two-shards\`, or from the gallery (\`o\`). Its panel asks the question; let
everybody write a guess down before anybody presses play. Then play, stop where the picture answers, and only then tell. Every laptop
that opens the same link shows the same run, to the last message, however slow it is: compare the eight letters under *Run*.

Before a class, Shift P makes the window that of the class and opens a second one with these notes, what comes next, a stopwatch and the
raised hands (keys 1 to 9; 0 votes again). A presenter's remote turns the pages in either. Several scenes in an order are one link,
\`#workshop=one-shard,two-shards,hot-key\`, put together under Share; "Handout" in Ctrl K prints a sheet for each.
`

const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })

/** The answer in the words in which the guess was asked for. */
function answerText(scenario: Scenario, prediction: Prediction): string {
  const answer = answerIn(scenario, prediction)
  const chosen = (prediction.choices ?? []).find((_, i) => isClose(prediction, i, answer))
  const said = `${number.format(answer)} ${prediction.unit}`.trim()
  return chosen === undefined ? said : `${chosen.text} (${said})`
}

/** When to stop for it; a question for the moment itself says no other. */
const momentText = ({ meant, atSeconds }: Prediction): string =>
  meant === 'when' ? '' : `, at ${number.format(atSeconds)} s`

function partOf(scenario: Scenario): string {
  const { id = '', title, brief } = scenario
  const { question, watchFor, tryThis, whatYouLearn, commonMistake, minutes, facts = [], correction, predict } = brief
  const lines = [
    `### ${title}`,
    `\`#scenario=${id}\`${minutes === undefined ? '' : `, ${minutes} minutes`}${facts.length > 0 ? `, rests on ${facts.join(', ')}` : ''}`,
    `**Ask.** ${question}`,
    predict === undefined
      ? null
      : `**Guess first.** ${predict.question} *The run:* ${answerText(scenario, predict)}${momentText(predict)}.`,
    `**Play and point.** ${watchFor}`,
    `**Then try.**\n\n${tryThis.map((step, i) => `${i + 1}. ${tryText(step)}`).join('\n')}`,
    whatYouLearn === undefined ? null : `**Take home.** ${whatYouLearn}`,
    commonMistake === undefined ? null : `**Where people trip.** ${commonMistake}`,
    correction === undefined ? null : `**Today.** ${correction}`,
  ]
  return lines.filter((line) => line !== null).join('\n\n')
}

/** What the facts say, and where a class can guess it and see it; that the run says the same is tested. */
async function questionLine(question: ClassQuestion): Promise<string> {
  const { asks, scene, answer, because, fact, guess = 1 } = question
  const { prediction, does } = await askedIn(question)
  const said = typeof answer === 'number' ? number.format(answer) : answer.map((one) => number.format(one)).join(' to ')
  const where = `\`${scene}\`${does === null ? '' : `, after *${does}* (do it at 0:00)`}${guess === 1 ? '' : `, guess ${guess}`}`
  return `- ${asks} **${`${said} ${prediction.unit}`.trim()}**: ${because} (${fact}). In ${where}.`
}

async function questionsText(): Promise<string> {
  const parts = await Promise.all(
    CLASS_QUESTIONS.map(async (questions, i) => {
      const lines = await Promise.all(questions.map(questionLine))
      return `### Question ${i + 1}\n\n${lines.join('\n')}`
    }),
  )
  return `## Ten questions for a class\n\nEach is asked by the panel of its scene, guessed there, and answered by the run.\n\n${parts.join('\n\n')}`
}

const minutesOf = (scenes: readonly Scenario[]) => scenes.reduce((sum, { brief }) => sum + (brief.minutes ?? 0), 0)

export async function guideText(): Promise<string> {
  const chapters = await Promise.all(
    CHAPTERS.map(async ({ name, entries }) => ({ name, scenes: await Promise.all(entries.map(({ load }) => load())) })),
  )
  const parts = chapters.map(
    ({ name, scenes }) =>
      `## ${name}\n\n${scenes.length} scenes, ${minutesOf(scenes)} minutes.\n\n${scenes.map(partOf).join('\n\n')}`,
  )
  return `${HEAD}\n${await questionsText()}\n\n${parts.join('\n\n')}\n`
}
