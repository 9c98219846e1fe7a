/** The year of session 1 of the General Assembly, by which sessions are counted. */
export const firstYear = 1946;

/** With fewer roll calls than this a session's points are little more than those of the sessions beside it. */
export const leastRollCalls = 15;
