/** "45 min", "3 h 20 min", "2 d 4 h": minutes as people say them; nothing for none. */
export function toMinutesWords(minutes: number | null): string {
  if (minutes === null) return "";
  const whole = Math.round(minutes);
  if (whole < 1) return "under 1 min";
  if (whole < 60) return `${whole} min`;
  if (whole < 24 * 60) return `${Math.floor(whole / 60)} h ${whole % 60} min`;
  return `${Math.floor(whole / 1440)} d ${Math.floor((whole % 1440) / 60)} h`;
}
