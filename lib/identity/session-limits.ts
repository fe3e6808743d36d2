const MINUTE_MS = 60_000;

/** A session ends this long after sign-in, whatever happens. */
export const SESSION_MS = 12 * 60 * MINUTE_MS;

/** A session that is not used for this long has ended. */
export const SESSION_IDLE_MS = 60 * MINUTE_MS;

/** Use is written down at most this often, so the idle limit is exact to this much. */
export const SESSION_REFRESH_MS = 15 * MINUTE_MS;
