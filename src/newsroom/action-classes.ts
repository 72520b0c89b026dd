import type { ActionKind } from './action.ts'

/** The classes of the box of an action, in texts and on pages. */
export const actionClasses = {
  box: (kind: ActionKind) => ['action', `action-${kind}`] as const,
  kind: 'action-kind',
  link: 'action-link',
  until: 'action-until',
} as const
