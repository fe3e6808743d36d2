/** What was found against what is true. */
export class Score {
  hits = 0;
  falseAlarms = 0;
  misses = 0;
  rest = 0;

  add(isPersonal: boolean, isFlagged: boolean): void {
    if (isPersonal && isFlagged) this.hits += 1;
    else if (isFlagged) this.falseAlarms += 1;
    else if (isPersonal) this.misses += 1;
    else this.rest += 1;
  }

  /** Of the personal columns, the share that was flagged; null when there is none. */
  get recall(): number | null {
    const total = this.hits + this.misses;
    return total === 0 ? null : this.hits / total;
  }

  /** Of the flagged columns, the share that is personal; null when none was flagged. */
  get precision(): number | null {
    const total = this.hits + this.falseAlarms;
    return total === 0 ? null : this.hits / total;
  }

  get columns(): number {
    return this.hits + this.falseAlarms + this.misses + this.rest;
  }
}

/** The simple way: one regular expression on the column's name, nothing else. */
export const NAME_REGEX =
  /(^|[_ ])(e?mail\w*|phone\w*|mobile|fax|address\w*|addr\d?|street|line_?[12]|city|state|zip|postal_?code|country|birth\w*|date of birth|dob|gender|sex|age|ssn|passport|fname|lname|(first|last|full|user|customer|holder|contact|shipping_)[_ ]?name|ip_address|user_agent|user_device|last4|iban|account_number|routing_number|card_number|amount\w*|balance|total|subtotal|user_?id|customer_?id)$|^(name|customer.*)$/i;

export function formatShare(share: number | null): string {
  return share === null ? "-" : share.toFixed(3);
}
