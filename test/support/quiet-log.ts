/** A log that keeps nothing. */
export const quietLog = { info: () => undefined, warn: () => undefined, error: () => undefined }
