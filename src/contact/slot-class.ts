/** Slot classes: the lower goes first, whatever the risk (design section 2). */
export const SLOT_CLASS = { help: 0, atRisk: 1, telling: 2, answer: 3, notice: 4 } as const
