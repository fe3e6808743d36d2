import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ClockPlan, planClock, type WorkCalendar } from "./plan-clock";

const MINUTE = 60_000;
const OFFICE: WorkCalendar = {
  timeZone: "Europe/Berlin",
  workDays: [1, 2, 3, 4, 5],
  workStartMinute: 8 * 60,
  workEndMinute: 18 * 60,
};
const ALWAYS = { workDays: [1, 2, 3, 4, 5, 6, 7], workStartMinute: 0, workEndMinute: 1440 };
const at = (text: string) => Date.parse(text);

function plan(over: Partial<ClockPlan> = {}) {
  return planClock({
    now: at("2026-11-24T09:00:00Z"),
    minutes: 240,
    remindMinutesBefore: 0,
    escalateMinutesBefore: 0,
    isWorkingTime: true,
    calendar: OFFICE,
    ...over,
  });
}

const ZONES = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "America/St_Johns",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "Pacific/Apia",
  "America/Santiago",
];

const moments = fc
  .integer({ min: at("2025-01-01T00:00:00Z") / MINUTE, max: at("2028-01-01T00:00:00Z") / MINUTE })
  .map((minute) => minute * MINUTE);
/** Around the nights in which clocks are changed. */
const changes = fc
  .tuple(
    fc.constantFrom("2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z", "2026-03-08T07:00:00Z", "2026-11-01T06:00:00Z"),
    fc.integer({ min: -3000, max: 300 }),
  )
  .map(([night, minutes]) => at(night) + minutes * MINUTE);
const calendars = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  workDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
  workStartMinute: fc.integer({ min: 0, max: 1380 }),
  workEndMinute: fc.integer({ min: 1381, max: 1440 }),
});
const nights = fc.record({
  timeZone: fc.constantFrom("Europe/Berlin", "America/New_York"),
  workDays: fc.constant([6, 7]),
  workStartMinute: fc.integer({ min: 0, max: 150 }),
  workEndMinute: fc.integer({ min: 151, max: 300 }),
});
const someTime = fc.oneof(moments, changes);
const someCalendar = fc.oneof(calendars, nights);

/** Whether the zone's clocks show a working minute: written without the code under test. */
function toWorkTest({ timeZone, workDays, workStartMinute, workEndMinute }: WorkCalendar): (at: number) => boolean {
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return (moment) => {
    const [, day = "", hour, minute] = /^(\w+),? (\d+):(\d+)$/.exec(clock.format(moment)) ?? [];
    const weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(day) + 1;
    const minuteOfDay = Number(hour) * 60 + Number(minute);
    return workDays.includes(weekday) && minuteOfDay >= workStartMinute && minuteOfDay < workEndMinute;
  };
}

/** Counts minute by minute. */
function countOn(now: number, minutes: number, calendar: WorkCalendar): number {
  const isWork = toWorkTest(calendar);
  let [moment, left] = [now, minutes];
  while (left > 0) {
    if (isWork(moment)) left -= 1;
    moment += MINUTE;
  }
  return moment;
}

describe("the clock of an item", () => {
  test.each([
    ["within a working day", "2026-11-24T09:00:00Z", 240, "2026-11-24T13:00:00Z"],
    ["to the end of a working day and no further", "2026-11-24T09:00:00Z", 480, "2026-11-24T17:00:00Z"],
    ["overnight", "2026-11-24T16:00:00Z", 120, "2026-11-25T08:00:00Z"],
    ["over a weekend", "2026-11-27T16:30:00Z", 60, "2026-11-30T07:30:00Z"],
    ["from before work", "2026-11-24T03:00:00Z", 30, "2026-11-24T07:30:00Z"],
    ["from a Saturday", "2026-11-28T12:00:00Z", 1, "2026-11-30T07:01:00Z"],
    ["over the change to summer time", "2026-03-27T16:30:00Z", 60, "2026-03-30T06:30:00Z"],
    ["over the change to winter time", "2026-10-23T15:30:00Z", 60, "2026-10-26T07:30:00Z"],
    ["to the second", "2026-11-24T16:59:30Z", 1, "2026-11-25T07:00:30Z"],
  ])("counts working minutes %s", (_, now, minutes, dueAt) => {
    expect(new Date(plan({ now: at(now), minutes }).dueAt).toISOString()).toBe(new Date(dueAt).toISOString());
  });

  test("counts an hour that clocks repeat twice, and one that they skip not at all", () => {
    const night = { ...OFFICE, workDays: [7], workStartMinute: 60, workEndMinute: 240 };
    const repeated = plan({ now: at("2026-10-24T22:00:00Z"), minutes: 240, calendar: night });
    expect(repeated.dueAt).toBe(at("2026-10-25T03:00:00Z"));
    const skipped = plan({ now: at("2026-03-28T22:00:00Z"), minutes: 120, calendar: night });
    expect(skipped.dueAt).toBe(at("2026-03-29T02:00:00Z"));
  });

  test("reminds and calls the next one so many working minutes before the end", () => {
    const { dueAt, remindAt, escalateAt } = plan({ remindMinutesBefore: 60, escalateMinutesBefore: 30 });
    expect([dueAt - (remindAt ?? 0), dueAt - (escalateAt ?? 0)]).toEqual([60 * MINUTE, 30 * MINUTE]);
    const overnight = plan({ now: at("2026-11-24T16:00:00Z"), minutes: 120, remindMinutesBefore: 90 });
    expect(overnight.remindAt).toBe(at("2026-11-24T16:30:00Z"));
  });

  test.each([0, 240, 500])("reminds nobody when that would be never or at once: %i minutes before", (before) => {
    const { remindAt, escalateAt } = plan({ remindMinutesBefore: before, escalateMinutesBefore: before });
    expect([remindAt, escalateAt]).toEqual([null, null]);
  });

  test.each([
    ["no days", { ...OFFICE, workDays: [] }],
    ["no hours", { ...OFFICE, workStartMinute: 600, workEndMinute: 600 }],
  ])("counts every minute in a calendar with %s, so that it ends", (_, calendar) => {
    expect(plan({ calendar }).dueAt).toBe(at("2026-11-24T13:00:00Z"));
  });

  test("counts every minute where working time does not matter", () => {
    expect(plan({ now: at("2026-11-28T12:00:00Z"), isWorkingTime: false }).dueAt).toBe(at("2026-11-28T16:00:00Z"));
  });

  test("is what counting minute by minute gives, in every zone and over every change of clocks", () => {
    fc.assert(
      fc.property(someTime, fc.integer({ min: 1, max: 900 }), someCalendar, (now, minutes, calendar) => {
        expect(plan({ now, minutes, calendar }).dueAt).toBe(countOn(now, minutes, calendar));
      }),
      { numRuns: 50 },
    );
  }, 60_000);

  test("around the clock is plain addition", () => {
    fc.assert(
      fc.property(someTime, fc.nat(20_000), fc.constantFrom(...ZONES), (now, minutes, timeZone) => {
        expect(plan({ now, minutes, calendar: { timeZone, ...ALWAYS } }).dueAt).toBe(now + minutes * MINUTE);
      }),
    );
  });

  test("never ends earlier for more minutes, nor for a later start", () => {
    fc.assert(
      fc.property(
        someTime,
        fc.nat(5000),
        fc.nat(600),
        fc.nat(90_000),
        someCalendar,
        (now, minutes, more, later, on) => {
          const { dueAt } = plan({ now, minutes, calendar: on });
          expect(plan({ now, minutes: minutes + more, calendar: on }).dueAt).toBeGreaterThanOrEqual(dueAt);
          expect(plan({ now: now + later, minutes, calendar: on }).dueAt).toBeGreaterThanOrEqual(dueAt);
        },
      ),
    );
  });

  test("ends in working time, and reminds before the end and after the start", () => {
    fc.assert(
      fc.property(
        someTime,
        fc.integer({ min: 1, max: 3000 }),
        fc.nat(3000),
        someCalendar,
        (now, minutes, before, on) => {
          const { dueAt, remindAt } = plan({ now, minutes, remindMinutesBefore: before, calendar: on });
          expect(toWorkTest(on)(dueAt - MINUTE)).toBe(true);
          expect(remindAt === null).toBe(before === 0 || before >= minutes);
          if (remindAt !== null) expect(now < remindAt && remindAt < dueAt).toBe(true);
        },
      ),
    );
  });
});
