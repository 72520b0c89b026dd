import type { en } from './en.ts'

/** The interface strings of a language: the shape of English. A language that lacks a string does not compile. */
export type InterfaceStrings = Widen<typeof en>

type Widen<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof T]: Widen<T[Key]> }
