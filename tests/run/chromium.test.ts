import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findChromium, launchOptions, requireChromium } from './chromium.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shardscope-'))
  vi.stubEnv('SHARDSCOPE_CHROMIUM', '')
  vi.stubEnv('PATH', folder)
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const install = (name: string, mode = 0o755): string => {
  const path = join(folder, name)
  writeFileSync(path, '#!/bin/sh\n', { mode })
  return path
}

test('a Chromium that was asked for wins over the one on the path', () => {
  install('chromium')
  const asked = install('mine')
  vi.stubEnv('SHARDSCOPE_CHROMIUM', asked)
  expect(findChromium()).toBe(asked)
})

test('a Chromium that was asked for and is not there is an error, not another browser', () => {
  install('chromium')
  vi.stubEnv('SHARDSCOPE_CHROMIUM', join(folder, 'nothing'))
  expect(() => findChromium()).toThrow('there is no program there')
})

test('a file that cannot be run is no browser', () => {
  const file = install('mine', 0o644)
  vi.stubEnv('SHARDSCOPE_CHROMIUM', file)
  expect(() => requireChromium()).toThrow(file)
})

test('the browser starts without any talk of its own to the network', () => {
  const { args } = launchOptions('/somewhere/chromium')
  expect(args).toContain('--disable-background-networking')
  expect(args.includes('--no-sandbox')).toBe(process.getuid?.() === 0)
})
